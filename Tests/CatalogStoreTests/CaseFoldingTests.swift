import Testing

@testable import CatalogStore

@Suite("Case folding")
struct CaseFoldingTests {
  @Test(
    "takes differences of case out",
    arguments: [
      ("", ""), ("Django", "DJANGO"), ("Straße", "STRASSE"), ("STRAẞE", "strasse"),
      ("ΌΣΟΣ", "όσος"), ("ﬁn", "FIN"), ("K", "k"), ("Ω", "ω"), ("ǅ", "ǆ"), ("Ꭰ", "ꭰ"), ("Дж", "дЖ"),
    ])
  func folds(left: String, right: String) {
    #expect(caseFolded(left) == caseFolded(right))
  }

  @Test(
    "keeps what is more than case",
    arguments: [("e", "é"), ("ı", "i"), ("a", "b"), ("é", "e\u{301}"), ("ä", "ae")])
  func keeps(left: String, right: String) {
    #expect(Array(caseFolded(left).utf8) != Array(caseFolded(right).utf8))
  }

  @Test("folds what it has folded to the same", arguments: ["Straße", "İI", "ΌΣΟΣ", "ŉ", "ΐ"])
  func isIdempotent(text: String) {
    let folded = caseFolded(text)
    #expect(Array(caseFolded(folded).utf8) == Array(folded.utf8))
  }
}
