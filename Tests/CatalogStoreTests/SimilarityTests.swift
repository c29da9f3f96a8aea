import Testing

@testable import CatalogStore

@Suite("Similarity")
struct SimilarityTests {
  @Test(
    "is the share of the trigrams of both that both have",
    arguments: [
      ("", "", 0), ("a", "", 0), ("word", "word", 1), ("Word", "wORD", 1),
      ("two words", "words", 0.6),
      ("word", "two words", 4.0 / 11), ("a-b", "b a", 1), ("abc", "xyz", 0), ("été", "ete", 0),
    ])
  func similarity(left: String, right: String, similarity: Double) {
    let (left, right) = (Trigrams(left.utf8), Trigrams(right.utf8))
    #expect(abs(left.similarity(to: right) - similarity) < 1e-9)
    #expect(left.similarity(to: right) == right.similarity(to: left))
  }

  @Test(
    "fills a page after what has the words, the most alike first",
    arguments: [
      ("djagno forms", ["django-forms"]), ("REST framwork", ["rest"]), ("zzz", []), ("dj", []),
    ])
  func fills(text: String, slugs: [String]) throws {
    let columns = (ColumnSet([PackageColumn.slug]), ColumnSet([GridColumn.slug]))
    let reader = try TestCatalog.sample().reader
    let plain = try reader.search(
      text, in: [.packages, .grids], first: 20, packageColumns: columns.0, gridColumns: columns.1)
    #expect(plain.hits.isEmpty || text == "dj")
    let hits = try reader.search(
      text, in: [.packages, .grids], similar: true, first: 20, packageColumns: columns.0,
      gridColumns: columns.1)
    let found = hits.hits.dropFirst(plain.hits.count).map { hit in
      hit.entity == .package
        ? hits.packages[PackageColumn.slug].texts[Int(hit.row)]
        : hits.grids[GridColumn.slug].texts[Int(hit.row)]
    }
    #expect(Array(found.prefix(1)) == slugs.map { "\"\($0)\"" })
  }
}
