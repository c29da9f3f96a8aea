import GraphQLLanguage
import Testing

@Suite("Places in a source")
struct SourceTests {
  @Test(
    "are lines and columns from 1 on, columns in UTF-16 code units",
    arguments: [
      ("", 0, 1, 1), ("ab", 1, 1, 2), ("ab", 2, 1, 3), ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1),
      ("a\rb", 2, 2, 1), ("a\n\nb", 3, 3, 1), ("a\n", 2, 2, 1), ("éa", 2, 1, 2),
      ("\u{1F600}a", 4, 1, 3), ("\u{FEFF}a", 3, 1, 2), ("\n\t é\u{1F600}x", 9, 2, 6),
    ])
  func location(text: String, offset: Int32, line: Int, column: Int) {
    #expect(Source(text).location(at: offset) == SourceLocation(line: line, column: column))
  }
}
