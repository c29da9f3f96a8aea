import GraphQLLanguage
import Testing

@Suite("Limits of the parser")
struct LimitTests {
  @Test(
    "nesting counts selection sets, lists, objects and list types together",
    arguments: [
      ("{ a { b { c { d } } } }", 4), ("{ a(b: [[[1]]]) }", 4), ("{ a(b: {c: {d: {}}}) }", 4),
      ("query ($a: [[[[B]]]]) { c }", 4), ("{ a { b(c: [{d: 1}]) } }", 4),
      ("{ ... { ... on T { ... { a } } } }", 4), ("{ a { b } c(d: [[[]]]) }", 4),
      ("type T @a(b: [{c: [[1]]}])", 4),
    ])
  func nesting(text: String, depth: Int) throws {
    var options = ParseOptions()
    options.maximumNesting = depth
    _ = try parseDocument(Source(text), options: options)
    options.maximumNesting = depth - 1
    let error = syntaxError(in: Source(text), options: options)
    #expect(
      error?.message
        == "Syntax Error: Document is nested too deeply, more than 3 levels. Parsing aborted.")
  }

  @Test("nesting that is too deep is refused where it becomes so")
  func nestingPlace() {
    var options = ParseOptions()
    options.maximumNesting = 2
    Failure(
      "{\n a {\n  b {\n c",
      "Document is nested too deeply, more than 2 levels. Parsing aborted.", 3, 5,
      code: .limitExceeded
    ).check(options: options)
  }

  @Test(
    "nothing nests deeper than 200 levels, however long the text",
    arguments: [("", "{a"), ("", "{..."), ("{a(b:", "["), ("{a(b:", "{c:"), ("query($a:", "[")])
  func hugeNesting(opening: String, level: String) {
    let source = Source(opening + String(repeating: level, count: 100_000))
    #expect(
      syntaxError(in: source)?.message
        == "Syntax Error: Document is nested too deeply, more than 200 levels. Parsing aborted.")
  }

  @Test(
    "tokens count but not comments, commas and the end",
    arguments: [("{ a }", 3), ("# comment\n{ a, b # c\n}", 4), (#"{ a(b: "c d") }"#, 8)])
  func tokens(text: String, count: Int) throws {
    var options = ParseOptions()
    options.maximumTokens = count
    _ = try parseDocument(Source(text), options: options)
    options.maximumTokens = count - 1
    let error = syntaxError(in: Source(text), options: options)
    #expect(
      error?.message
        == "Syntax Error: Document contains more than \(count - 1) tokens. Parsing aborted.")
  }

  @Test("one token too many is refused where it stands")
  func tokenPlace() {
    var options = ParseOptions()
    options.maximumTokens = 3
    Failure(
      "{ a\n b }", "Document contains more than 3 tokens. Parsing aborted.", 2, 4,
      code: .limitExceeded
    ).check(options: options)
  }

  @Test("a long document is read a window of tokens at a time, up to an error at its end")
  func longDocument() {
    let fields = String(repeating: "a1234567 ", count: 50_000)
    #expect(syntaxError(in: Source("{ \(fields)}")) == nil)
    Failure("{ \(fields)%", #"Unexpected character: "%"."#, 1, 450_003).check()
  }
}
