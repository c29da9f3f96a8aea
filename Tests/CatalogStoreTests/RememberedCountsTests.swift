import SQLite
import Testing

@testable import CatalogStore

@Suite("Remembered counts")
struct RememberedCountsTests {
  private let catalog: TestCatalog
  private let few = Predicate.compare(.package(.repoWatchers), .less, .integer(10))
  private let some = Predicate.compare(.package(.repoWatchers), .less, .integer(990))
  /// Finds nothing, and has to look at all.
  private let none = Predicate.contains(.package(.title), "none")
  private let many = Predicate.compare(.package(.repoWatchers), .greater, .integer(10))

  init() throws {
    catalog = try TestCatalog(
      rows: """
        WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 10100)
        INSERT INTO packages SELECT id, NULL, NULL, '', 's' || id, id, 0, '', 0, '', 0, NULL, NULL,
          NULL, NULL, '', NULL, NULL, '', NULL, '', '[]', '[]', 1 FROM n;
        """)
  }

  private func count(_ filter: Predicate?) throws -> (count: Int64, statements: Int) {
    try catalog.reader.withSnapshot {
      let count = try catalog.reader.count(.package, filter: filter)
      return (count, catalog.reader.statistics.statements)
    }
  }

  @Test("one that took long is made once, any other each time")
  func remembers() throws {
    #expect(try count(nil) == (10_100, 1))
    #expect(try count(nil) == (10_100, 0))
    #expect(try count(many) == (10_090, 1))
    #expect(try count(many) == (10_090, 0))
    #expect(try count(few) == (9, 1))
    #expect(try count(few) == (9, 1))
    #expect(try count(some) == (989, 1))
    #expect(try count(some) == (989, 0))
    #expect(try count(none) == (0, 1))
    #expect(try count(none) == (0, 0))
  }

  @Test("another commit has all made anew")
  func forgets() throws {
    _ = try count(nil)
    _ = try count(many)
    try catalog.writer.execute("DELETE FROM packages WHERE id > 10090")
    #expect(try count(many) == (10_080, 1))
    #expect(try count(nil) == (10_090, 1))
    #expect(try count(nil) == (10_090, 0))
  }
}
