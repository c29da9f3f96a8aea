import SQLite
import Testing

@testable import CatalogStore

@Suite("Remembered places")
struct RememberedPlacesTests {
  private let catalog: TestCatalog

  init() throws {
    // Watchers are the same for seven packages each, and every third has no version.
    catalog = try TestCatalog(
      rows: """
        WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 1500)
        INSERT INTO packages SELECT id, NULL, NULL, '', 's' || id, id / 7, 0, '', 0, '', 0, NULL, NULL,
          NULL, NULL, '', nullif(id % 3, 0), NULL, '', NULL, '', '[]', '[]', 1 FROM n;
        """)
  }

  private func page(
    _ order: [OrderTerm], offset: Int, first: Int = 20, filter: Predicate? = nil
  ) throws -> RecordLists {
    try catalog.reader.withSnapshot {
      try catalog.reader.list(
        .package, ListQuery(filter: filter, order: order, first: first, offset: offset), columns: []
      )
    }
  }

  /// Ids of a page, of the whole list rather than by its offset.
  private func expected(
    _ order: [OrderTerm], offset: Int, first: Int = 20, filter: Predicate? = nil
  ) throws -> [Int64] {
    let all = try catalog.reader.list(
      .package, ListQuery(filter: filter, order: order), columns: [])
    return Array(all.rows.map { all.batch.ids[Int($0)] }.dropFirst(offset).prefix(first))
  }

  private static let orders: [[OrderTerm]] = [
    [], [OrderTerm(.package(.id))], [OrderTerm(.package(.repoWatchers), descending: true)],
    [OrderTerm(.package(.pypiVersion))], [OrderTerm(.package(.pypiVersion), descending: true)],
    [OrderTerm(.package(.repoWatchers)), OrderTerm(.package(.pypiVersion), descending: true)],
  ]

  @Test(
    "give the same pages, read again, one after the other or of another size", arguments: orders)
  func isTheSame(order: [OrderTerm]) throws {
    let places = [
      (1_000, 20), (1_020, 20), (1_000, 20), (1_040, 7), (1_047, 20), (1_490, 20), (1_500, 5),
    ]
    for _ in 0..<2 {
      for (offset, first) in places {
        let lists = try page(order, offset: offset, first: first)
        let ids = lists.rows.map { lists.batch.ids[Int($0)] }
        #expect(try ids == expected(order, offset: offset, first: first))
        #expect(lists.hasMore == [offset + first < 1_500])
        #expect(lists.keysets == [])
      }
    }
  }

  @Test("tell lists of another filter apart")
  func knowsFilter() throws {
    let filter = Predicate.compare(.package(.repoWatchers), .greater, .integer(20))
    for filter in [nil, filter, nil, filter] {
      let lists = try page([], offset: 1_100, filter: filter)
      let ids = lists.rows.map { lists.batch.ids[Int($0)] }
      #expect(try ids == expected([], offset: 1_100, filter: filter))
    }
  }

  @Test("go with the next commit")
  func forgets() throws {
    _ = try page([], offset: 1_000)
    try catalog.writer.execute("DELETE FROM packages WHERE id > 1400")
    let lists = try page([], offset: 1_000)
    #expect(lists.batch.ids.first == 400)
  }

  @Test("are sought, not walked to", arguments: [1_000, 1_020])
  func seeks(offset: Int) throws {
    #expect(try walked { _ = try page([], offset: 1_000) } > 1_000)
    #expect(try walked { _ = try page([], offset: offset) } < 500)
  }

  @Test(
    "are not kept for a filter as long as a request may be",
    arguments: [(50, true), (5_000, false)])
  func bounded(length: Int, isKept: Bool) throws {
    let filter = Predicate.compare(
      .package(.slug), .greater, .text(String(repeating: "a", count: length)))
    _ = try page([], offset: 1_000, filter: filter)
    let steps = try walked { _ = try page([], offset: 1_000, filter: filter) }
    #expect((steps < 500) == isKept)
  }

  /// Steps of all statements.
  private func walked(_ body: () throws -> Void) rethrows -> Int {
    _ = catalog.reader.takeStepCount()
    try body()
    return catalog.reader.takeStepCount()
  }
}
