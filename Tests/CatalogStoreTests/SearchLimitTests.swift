import SQLite
import Testing

@testable import CatalogStore

@Suite("Full-text search over many finds")
struct SearchLimitTests {
  private func find(
    _ text: String, on reader: CatalogReader, first: Int, offset: Int = 0
  ) throws -> [Int64] {
    try reader.search(
      text, in: .packages, first: first, offset: offset, packageColumns: [], gridColumns: []
    ).packages.ids
  }

  @Test("ranks the newest; pages through all, each once, the rest newest first")
  func ranksTheNewest() throws {
    let count = CatalogReader.rankedLimit + 300
    let database = try CatalogDatabase.inMemory()
    try database.importTexts((1...count).map { CatalogLines.package($0) }.joined())
    let writer = try Connection(database.location, access: .readWrite)
    // The most relevant of all, but among the oldest; and one among the newest.
    try writer.execute(
      "UPDATE packages SET title = 'Package package' WHERE id IN (7, \(count - 9))")
    let reader = try database.makeReader()
    #expect(try find("package", on: reader, first: 1) == [Int64(count - 9)])
    var found: [Int64] = []
    for offset in stride(from: 0, to: count + 700, by: 700) {
      found += try find("package", on: reader, first: 700, offset: offset)
    }
    #expect(found.count == count)
    #expect(Set(found) == Set(1...Int64(count)))
    #expect(found.suffix(300) == (1...300).reversed()[...])
  }

  @Test("ranks grids beside packages, however much older their ids are")
  func ranksGrids() throws {
    let count = CatalogReader.rankedLimit + 10
    let database = try CatalogDatabase.inMemory()
    try database.importTexts(
      CatalogLines.grid(1, title: "Package package package")
        + (1...count).map { CatalogLines.package($0 + 100) }.joined())
    let reader = try database.makeReader()
    let found = try reader.search(
      "package", in: [.packages, .grids], first: 1, packageColumns: [], gridColumns: [])
    #expect(found.hits.map(\.entity) == [.grid])
    let last = try reader.search(
      "package", in: [.packages, .grids], first: 5, offset: count - 2, packageColumns: [],
      gridColumns: [])
    #expect(last.packages.ids == [103, 102, 101])
  }

  @Test(
    "goes by BM25 as SQLite computes it",
    arguments: [
      "admin", "django", "rest fr", "django gr", "d", "dj", "cach", "for field", "in", "djang",
    ])
  func isBM25(text: String) throws {
    var bytes: [UInt8] = []
    try generateCatalog(packages: 400, seed: 11) { bytes += $0 }
    let database = try CatalogDatabase.inMemory()
    try database.importTexts(String(decoding: bytes, as: UTF8.self))
    let reader = try database.makeReader()
    let statement = try reader.connection.prepare(
      """
      SELECT rowid >> 1, bm25(search_index, 10.0, 4.0, 1.0) FROM search_index
      WHERE search_index MATCH ?1 AND rowid & 1 = 0
      """)
    try statement.bind(SearchText(text).query, at: 1)
    var scores: [Int64: Double] = [:]
    while try statement.step() { scores[statement.integer(at: 0)] = statement.double(at: 1) }
    let found = try reader.search(
      text, in: .packages, first: 1_000, packageColumns: [], gridColumns: [])
    let ids = found.hits.map { found.packages.ids[Int($0.row)] }
    #expect(Set(ids) == Set(scores.keys))
    let inOrder = ids.compactMap { scores[$0] }
    for (one, next) in zip(inOrder, inOrder.dropFirst()) { #expect(one <= next + 0.05) }
  }

  @Test(
    "completes the last word",
    arguments: [
      ("comp", "\"comp\"*", Optional("comp")), ("a b", "\"a\" \"b\"*", "b"),
      ("rest -- ", "\"rest\"", nil), ("e-MAI", "\"e-MAI\"*", "mai"),
      ("caf\u{E9}", "\"café\"*", nil),
      ("", "\"\"", nil), ("x\"y", "\"x\"\"y\"*", "y"),
    ])
  func query(text: String, query: String, beginning: String?) {
    #expect(SearchText(text).query == query)
    #expect(SearchText(text).beginning == beginning)
  }

  @Test("looks up the words that it may stand for")
  func completions() throws {
    let reader = try TestCatalog.sample().reader
    #expect(try reader.query(SearchText("rest comp")) == "(\"rest\") AND (\"compares\")")
    #expect(try reader.query(SearchText("x-comp")) == "\"x-compares\"")
    #expect(try reader.query(SearchText("nowher")) == "\"\"")
    #expect(try reader.query(SearchText("re")) == "\"re\"*")
    #expect(try reader.query(SearchText("z")) == "\"\"")
  }
}
