import Columns
import SQLite

/// Reads rows into typed columns: no box, no dictionary and no `String` a row.
struct RecordBatchBuilder: ~Copyable {
  private let layout: RowLayout
  private let encodedPlaces: [RowLayout.EncodedPlace]
  private(set) var ids: [Int64] = []
  private var integers: [IntColumn]
  private var booleans: [BooleanColumn]
  private var encoded: EncodedColumnsBuilder

  /// Makes a builder with room for some rows.
  init(_ layout: RowLayout, rows: Int) {
    self.layout = layout
    encodedPlaces = layout.encoded
    integers = Array(repeating: IntColumn(), count: layout.integers.count)
    booleans = Array(repeating: BooleanColumn(), count: layout.booleans.count)
    encoded = EncodedColumnsBuilder(columns: layout.encoded.count, rows: rows)
    ids.reserveCapacity(rows)
    for index in integers.indices { integers[index].values.reserveCapacity(rows) }
    for index in booleans.indices { booleans[index].values.reserveCapacity(rows) }
  }

  /// Adds the current row of a statement that selects the layout's columns first.
  mutating func append(_ statement: borrowing Statement) {
    append(statement, id: statement.integer(at: 0))
  }

  /// Adds the current row, whose id is known already.
  mutating func append(_ statement: borrowing Statement, id: Int64) {
    ids.append(id)
    var column = 1
    for index in integers.indices {
      let value = statement.integer(at: column)
      if value == 0 && statement.isNull(at: column) {
        integers[index].appendNull()
      } else {
        integers[index].append(value)
      }
      column += 1
    }
    for index in booleans.indices {
      booleans[index].append(statement.integer(at: column) != 0)
      column += 1
    }
    for cell in encodedPlaces {
      statement.withText(at: column) { bytes in
        switch (bytes, cell.encoding) {
        case (let bytes?, .text): encoded.append(text: bytes)
        case (let bytes?, .textUnlessEmpty) where !bytes.isEmpty: encoded.append(text: bytes)
        case (let bytes?, .json): encoded.append(json: bytes)
        case (_?, .textUnlessEmpty), (nil, _): encoded.appendNull()
        }
      }
      column += 1
    }
  }

  /// The rows read so far.
  consuming func finish() -> RecordBatch {
    let entity = layout.entity
    let ids = ids
    var columns = [LeafColumn?](repeating: nil, count: entity.columnCount)
    for (index, place) in layout.integers.enumerated() { columns[place] = .ints(integers[index]) }
    for (index, place) in layout.booleans.enumerated() {
      columns[place] = .booleans(booleans[index])
    }
    let places = layout.encoded
    for (cell, column) in zip(places, encoded.finish()) { columns[cell.place] = .encoded(column) }
    return RecordBatch(entity: entity, ids: ids, columns: columns)
  }
}

extension Entity {
  /// How many columns its records have.
  fileprivate var columnCount: Int {
    switch self {
    case .package: PackageColumn.allCases.count
    case .grid: GridColumn.allCases.count
    case .category: CategoryColumn.allCases.count
    case .gridPackage: GridPackageColumn.allCases.count
    case .feature: FeatureColumn.allCases.count
    case .element: ElementColumn.allCases.count
    }
  }
}
