import Testing

@testable import GatewayCLI

@Suite("Width on a terminal")
struct DisplayWidthTests {
  @Test(
    "counts columns, not characters",
    arguments: [
      ("", 0), ("plain", 5), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한국어", 6), ("👍🏽", 2),
      ("👩\u{200d}💻", 2), ("❤\u{FE0F}", 2), ("ﷺ", 1), ("ｆｕｌｌ", 8), ("עברית", 5),
    ])
  func width(text: String, columns: Int) {
    #expect(displayWidth(text) == columns)
  }

  @Test(
    "cuts between characters and says so",
    arguments: [
      ("short", 5, "short"), ("shorter", 5, "shor…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
      ("anything", 1, "…"),
    ])
  func cuts(text: String, columns: Int, expected: String) {
    #expect(cut(text, to: columns) == expected)
  }
}
