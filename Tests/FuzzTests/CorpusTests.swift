import Testing

@Suite("Inputs of the corpus")
struct CorpusTests {
  @Test("break no promise", arguments: try CorpusFile.all())
  func keepPromises(file: CorpusFile) {
    #expect(file.target.brokenPromise(for: file.input) == nil)
  }

  @Test("are there for each target", arguments: FuzzTarget.allCases)
  func exist(target: FuzzTarget) throws {
    #expect(try !CorpusFile.files(of: target).isEmpty)
  }
}
