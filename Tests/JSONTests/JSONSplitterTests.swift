import JSON
import Testing

@Suite("JSONSplitter")
struct JSONSplitterTests {
  /// The pieces of a text that arrives in chunks of a size, each with its line and column.
  private func pieces(
    of text: String, chunkBytes: Int, limits: JSONLimits = JSONLimits()
  ) throws -> [String] {
    var splitter = JSONSplitter(limits: limits)
    var rest = Array(text.utf8)[...]
    var pieces: [String] = []
    func take() throws {
      while let piece = try splitter.next() {
        let text = String(decoding: splitter.bytes[piece.range], as: UTF8.self)
        pieces.append("\(piece.start.line):\(piece.start.column) \(text)")
      }
    }
    while !rest.isEmpty {
      splitter.append(Array(rest.prefix(chunkBytes)))
      rest = rest.dropFirst(chunkBytes)
      try take()
    }
    splitter.finish()
    try take()
    return pieces
  }

  static let texts: [(String, [String])] = [
    ("", []),
    (" \n\n", []),
    ("{\"a\":1}\n{\"b\":2}\n", ["1:1 {\"a\":1}", "2:1 {\"b\":2}"]),
    ("{\"a\":1}{\"b\":2}", ["1:1 {\"a\":1}", "1:8 {\"b\":2}"]),
    ("\u{FEFF}{}", ["1:4 {}"]),
    ("{\n  \"a\": {}\n}\n", ["1:1 {\n  \"a\": {}\n}"]),
    ("[]", []),
    ("[{\"a\":[1]},\n 2 , \"]\\\"\"]\n", ["1:2 {\"a\":[1]}", "2:2 2", "2:6 \"]\\\"\""]),
    (
      #"{"count":2,"next":null,"results":[{"id":1},{"results":[3]}]}"#,
      [#"1:35 {"id":1}"#, #"1:44 {"results":[3]}"#]
    ),
    ("{\"results\" : [\n1\n],\n\"count\": 1}\n{}", ["2:1 1", "5:1 {}"]),
    (#"{"results":[]}"#, []),
    (#"{"results":{"a":[]}}"#, [#"1:1 {"results":{"a":[]}}"#]),
    (#"{"resultsX":[1],"a":"results"}"#, [#"1:1 {"resultsX":[1],"a":"results"}"#]),
    (#"{"a":{"results":[1]}}"#, [#"1:1 {"a":{"results":[1]}}"#]),
    ("1 true \"x y\"", ["1:1 1", "1:3 true", "1:8 \"x y\""]),
    ("{\"a\":", ["1:1 {\"a\":"]),
    ("[1", ["1:2 1"]),
  ]

  @Test("cuts a text at the same places however it arrives", arguments: [1, 2, 3, 7, 1000])
  func cuts(chunkBytes: Int) throws {
    for (text, expected) in Self.texts where text != "[1" {
      #expect(try pieces(of: text, chunkBytes: chunkBytes) == expected, "\(text)")
    }
  }

  @Test(
    "refuses what is broken around the pieces",
    arguments: [
      ("[1", JSONError.Reason.expected(.commaOrClosingBracket, found: nil)),
      ("[", .expected(.value, found: nil)),
      ("[1,]", .expected(.value, found: UInt8(ascii: "]"))),
      ("[{}{}]", .expected(.commaOrClosingBracket, found: UInt8(ascii: "{"))),
      (#"{"results":[1]"#, .expected(.commaOrClosingBrace, found: nil)),
      (#"{"count" 1,"results":[]}"#, .expected(.colon, found: UInt8(ascii: "1"))),
      (#"{"results":[] "count":1}"#, .expected(.commaOrClosingBrace, found: UInt8(ascii: "\""))),
    ])
  func refuses(text: String, reason: JSONError.Reason) {
    for chunkBytes in [1, 1000] {
      let error = #expect(throws: JSONError.self) {
        try pieces(of: text, chunkBytes: chunkBytes)
      }
      #expect(error?.reason == reason)
    }
  }

  @Test("holds no more than the limit of one value")
  func limit() {
    let text = "{\"a\":\"" + String(repeating: "x", count: 100) + "\"}"
    let error = #expect(throws: JSONError.self) {
      try pieces(of: text, chunkBytes: 10, limits: JSONLimits(valueBytes: 50))
    }
    #expect(error?.reason == .valueTooLong(limitBytes: 50))
  }
}
