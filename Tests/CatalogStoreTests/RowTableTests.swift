import Testing

@testable import CatalogStore

@Suite("Table of rows by id")
struct RowTableTests {
  @Test("remembers the first row of each id", arguments: [0, 1, 1_000, 100_000])
  func remembers(capacity: Int) {
    var table = RowTable(capacity: capacity)
    let ids: [Int64] =
      [0, -1, .max, .min] + (1...5_000).map { Int64($0) } + (1...5_000).map { Int64($0) << 32 }
    for (row, id) in ids.enumerated() { #expect(table.row(of: id, orInsert: Int32(row)) == row) }
    for (row, id) in ids.enumerated() {
      #expect(table.row(of: id, orInsert: 7) == row)
      #expect(table.row(of: id) == Int32(row))
    }
    #expect(table.row(of: 6_000) == nil)
    #expect(table.count == ids.count)
  }
}
