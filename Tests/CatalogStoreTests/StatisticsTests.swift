import SQLite
import Testing

@testable import CatalogStore

@Suite("Statistics of lookups")
struct StatisticsTests {
  let reader: CatalogReader

  init() throws {
    reader = try TestCatalog.sample().reader
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let statements: Int
    let rows: Int
    let look: @Sendable (CatalogReader) throws -> Void
  }

  static let cases = [
    Case(testDescription: "one record", statements: 1, rows: 1) {
      _ = try $0.records(.package, ids: [1], columns: [])
    },
    Case(testDescription: "several records", statements: 1, rows: 2) {
      _ = try $0.records(.package, ids: [1, 2, 1, 77], columns: [])
    },
    Case(testDescription: "a unique key", statements: 1, rows: 1) {
      _ = try $0.record(.grid, where: .slug("rest"), columns: [])
    },
    Case(testDescription: "whole lists", statements: 1, rows: 5) {
      _ = try $0.lists(.packagesOfGrid, of: [10, 20, 30], ListQuery(), columns: [])
    },
    Case(testDescription: "a page a parent", statements: 3, rows: 4) {
      _ = try $0.lists(.packagesOfGrid, of: [10, 20, 30], ListQuery(first: 1), columns: [])
    },
    Case(testDescription: "a page of all", statements: 1, rows: 3) {
      _ = try $0.list(.package, ListQuery(first: 2), columns: [])
    },
    // Equal in all terms, then greater: a run each.
    Case(testDescription: "a page after a place", statements: 2, rows: 4) {
      let order = [OrderTerm(.package(.repoWatchers))]
      let place = Keyset(values: [.integer(7)], id: 4)
      _ = try $0.list(.package, ListQuery(order: order, after: place), columns: [])
    },
    Case(testDescription: "a count", statements: 1, rows: 1) { _ = try $0.count(.package) },
    Case(testDescription: "counts", statements: 1, rows: 2) {
      _ = try $0.counts(.packagesOfGrid, of: [10, 20])
    },
    // The words that it may mean and whether there are more; of packages and of grids each the newest,
    // the last to be ranked, the ranked, the found.
    Case(testDescription: "a search", statements: 10, rows: 8) {
      _ = try $0.search(
        "rest", in: [.packages, .grids], first: 10, packageColumns: [], gridColumns: [])
    },
    Case(testDescription: "the summary", statements: 1, rows: 1) { _ = try $0.summary() },
  ]

  @Test("each call is one lookup", arguments: cases)
  func counts(_ test: Case) throws {
    try reader.withSnapshot { try test.look(reader) }
    var expected = LookupStatistics()
    expected.lookups = 1
    expected.statements = test.statements
    expected.rows = test.rows
    #expect(reader.statistics == expected)
  }

  @Test("add up over a snapshot and begin anew with the next")
  func addsUp() throws {
    try reader.withSnapshot { () throws in
      _ = try reader.summary()
      _ = try reader.count(.grid)
      #expect(reader.statistics.lookups == 2)
    }
    try reader.withSnapshot { () throws in #expect(reader.statistics == LookupStatistics()) }
  }
}
