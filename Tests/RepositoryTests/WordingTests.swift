import Testing

@Suite("Wording")
struct WordingTests {
  @Test("libraries and programs do without what hides errors, races and output")
  func noForbiddenCode() throws {
    let findings = try Repository.sources().flatMap { forbiddenCode(in: $0) }
    #expect(unexcused(findings, by: exceptions(for: .wording)) == [])
  }

  @Test("a note to oneself names its issue")
  func noBareNotes() throws {
    let findings = try Repository.everything().flatMap(bareNotes)
    #expect(findings == [])
  }

  @Test("nothing names a folder of one machine")
  func noMachinePaths() throws {
    let findings = try Repository.everything().flatMap(machinePaths)
    #expect(findings == [])
  }

  @Test(
    "canary: each piece of forbidden code is found",
    arguments: zip(
      [
        "let a = try? f()", "let a = try! f()", "let b = a as! Int", "do { try f() } catch {}",
        "final class C: @unchecked Sendable {", "nonisolated(unsafe) var a = 1", "print(1)",
      ],
      forbiddenCode))
  func canaryCode(line: String, forbidden: ForbiddenCode) {
    let file = RepositoryFile(path: "Sources/JSON/Canary.swift", text: "// \(line)\n\(line)\n")
    #expect(
      forbiddenCode(in: file) == [
        Finding(path: file.path, line: 2, message: "\(forbidden.name): \(forbidden.instead)")
      ])
  }

  @Test(
    "code that only looks alike passes",
    arguments: [
      "func print(_ document: Document)", "printer.print(document)", "let x = catchAll {}",
      "let last = value as? Int",
    ])
  func passes(line: String) {
    let file = RepositoryFile(path: "Sources/JSON/Canary.swift", text: line)
    #expect(forbiddenCode(in: file) == [])
  }

  @Test("canary: a bare note is found, one with an issue is not")
  func canaryNote() {
    let word = "TO" + "DO"
    let file = RepositoryFile(
      path: "Sources/Canary.swift", text: "// \(word): later\n// \(word)(#12): then\n// \(word)S")
    #expect(
      bareNotes(in: file) == [
        Finding(path: file.path, line: 1, message: "\(word) without an issue number")
      ])
  }

  @Test("canary: a path of one machine is found, a path of a URL is not")
  func canaryPath() {
    let folder = "/" + "home" + "/"
    let file = RepositoryFile(
      path: "README.md", text: "see \(folder)me/x\nhttps://example.org\(folder)x\n")
    #expect(
      machinePaths(in: file) == [
        Finding(path: file.path, line: 1, message: "a path of one machine")
      ])
  }
}
