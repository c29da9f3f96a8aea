import Columns
import Testing

@Suite("Columns of leaf values")
struct LeafColumnTests {
  @Test("count their rows and know which are null", arguments: LeafColumnTests.columns)
  func nulls(column: LeafColumn) {
    #expect(column.count == 3)
    #expect(column.nullCount == 1)
    #expect((0..<3).map { column.isNull($0) } == [false, true, false])
  }

  private static let columns: [LeafColumn] = {
    var ints = IntColumn([4])
    var floats = FloatColumn()
    var booleans = BooleanColumn()
    floats.append(0.5)
    booleans.append(true)
    ints.appendNull()
    floats.appendNull()
    booleans.appendNull()
    ints.append(.min)
    floats.append(-1)
    booleans.append(false)
    return [
      .ints(ints), .floats(floats), .booleans(booleans), .encoded(EncodedColumn(["", nil, "a"])),
    ]
  }()
}

@Suite("Rows that are null")
struct NullRowsTests {
  @Test("are told from the others, far beyond the first word, and past the last one")
  func rows() {
    let inserted = [0, 1, 63, 64, 1_000]
    var rows = NullRows()
    for row in inserted { rows.insert(row) }
    #expect(rows.count == 5)
    #expect((0..<2_000).filter { rows[$0] } == inserted)
  }

  @Test("are none at first")
  func empty() {
    #expect(NullRows().count == 0)
    #expect(!NullRows()[12])
  }
}
