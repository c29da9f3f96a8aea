import SQLite
import Testing

@testable import CatalogStore

@Suite("A list read in pieces")
struct RecordCursorTests {
  let reader: CatalogReader

  init() throws {
    reader = try TestCatalog.sample().reader
  }

  static let queries: [ListQuery] = [
    ListQuery(), ListQuery(first: 3), ListQuery(first: 0), ListQuery(offset: 2),
    ListQuery(first: 2, offset: 1), ListQuery(offset: 100),
    ListQuery(order: [OrderTerm(.package(.repoWatchers), descending: true)]),
    ListQuery(
      filter: .compare(.package(.repoWatchers), .greater, .integer(5)),
      order: [OrderTerm(.package(.title))], first: 4),
  ]

  /// What the pieces of a list have together.
  private func ids(_ cursor: RecordCursor, count: Int) throws -> [Int64] {
    var ids: [Int64] = []
    var hasMore = true
    while hasMore {
      let piece = try cursor.records(from: ids.count, count: count)
      #expect(piece.batch.count <= count)
      ids += piece.batch.ids
      hasMore = piece.hasMore
    }
    return ids
  }

  @Test("is the list, whatever the pieces", arguments: queries, [1, 2, 3, 100])
  func isTheList(query: ListQuery, count: Int) throws {
    try reader.withSnapshot { () throws in
      let all = try reader.list(.package, query, columns: [])
      let cursor = try reader.cursor(.package, query, columns: [])
      #expect(try ids(cursor, count: count) == all.rows.map { all.batch.ids[Int($0)] })
      let related = try reader.lists(.packagesOfGrid, of: [10], query, columns: [])
      let other = try reader.cursor(.packagesOfGrid, of: 10, query, columns: [])
      #expect(try ids(other, count: count) == related.rows.map { related.batch.ids[Int($0)] })
    }
  }

  @Test("costs a lookup a piece, one statement, and no row twice")
  func cost() throws {
    try reader.withSnapshot { () throws in
      let cursor = try reader.cursor(.package, ListQuery(), columns: [])
      let ids = try ids(cursor, count: 2)
      #expect(ids.count == 6)
      let statistics = reader.statistics
      #expect([statistics.lookups, statistics.statements, statistics.rows] == [3, 1, 6])
    }
  }

  @Test("can be read again from an earlier place, and beside other lists of the same shape")
  func rereads() throws {
    try reader.withSnapshot { () throws in
      let all = try reader.list(.package, ListQuery(first: 5), columns: []).batch.ids
      let first = try reader.cursor(.package, ListQuery(first: 5), columns: [])
      let second = try reader.cursor(.package, ListQuery(first: 5), columns: [])
      #expect(try first.records(from: 0, count: 2).batch.ids == Array(all[..<2]))
      #expect(try second.records(from: 0, count: 1).batch.ids == Array(all[..<1]))
      #expect(try reader.list(.package, ListQuery(first: 5), columns: []).batch.ids == all)
      #expect(try first.records(from: 2, count: 2).batch.ids == Array(all[2..<4]))
      #expect(try first.records(from: 1, count: 100).batch.ids == Array(all[1...]))
    }
  }

  @Test("ends with its snapshot, of which nothing stays open")
  func ends() throws {
    let cursor = try reader.withSnapshot { () throws in
      let cursor = try reader.cursor(.package, ListQuery(), columns: [])
      _ = try cursor.records(from: 0, count: 1)
      return cursor
    }
    #expect(!reader.connection.isInTransaction)
    #expect(reader.openCursors.isEmpty)
    _ = cursor
    #expect(try reader.list(.package, ListQuery(), columns: []).batch.count == 6)
  }

  @Test("is bounded by the rows that a snapshot may read")
  func rowLimit() throws {
    reader.rowLimit = 3
    try reader.withSnapshot { () throws in
      let cursor = try reader.cursor(.package, ListQuery(), columns: [])
      _ = try cursor.records(from: 0, count: 2)
      #expect(throws: StoreError.tooManyRows(limit: 3)) {
        try cursor.records(from: 2, count: 2)
      }
    }
  }

  @Test("lists that would have too many entries together are none")
  func listsUpTo() throws {
    let lists = { (count: Int) in
      try reader.lists(
        .packagesOfGrid, of: [10, 20, 30], ListQuery(), columns: [], upTo: count)
    }
    let whole = try reader.lists(.packagesOfGrid, of: [10, 20, 30], ListQuery(), columns: [])
    #expect(try lists(whole.rows.count)?.rows == whole.rows)
    #expect(try lists(whole.rows.count - 1) == nil)
    #expect(reader.rowLimit == .max)
  }
}
