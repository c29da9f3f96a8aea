import Testing

@Suite("Changed inputs")
struct MutationTests {
  @Test("break no promise", arguments: FuzzTarget.allCases)
  func keepPromises(target: FuzzTarget) throws {
    var mutator = Mutator(try CorpusFile.files(of: target).map(\.input), seed: 1)
    for _ in 0..<target.rounds {
      let input = mutator.next()
      let promise = target.brokenPromise(for: input)
      #expect(promise == nil, "\(String(decoding: input, as: UTF8.self).debugDescription)")
    }
  }
}

extension FuzzTarget {
  /// How many inputs take a fraction of a second without optimization.
  fileprivate var rounds: Int {
    switch self {
    case .document, .value, .typeReference, .coordinate, .text, .json, .chunks: 500
    case .query, .service, .gateway, .body: 200
    case .schema: 60
    case .catalog: 20
    }
  }
}
