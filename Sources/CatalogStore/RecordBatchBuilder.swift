import Columns
import SQLite

/// Reads rows into typed columns: no box, no dictionary and no `String` a row.
struct RecordBatchBuilder {
  private let layout: RowLayout
  private(set) var ids: [Int64] = []
  private var integers: [IntColumn]
  private var booleans: [BooleanColumn]
  private var texts: [EncodedColumn]
  private var jsons: [EncodedColumn]

  init(_ layout: RowLayout) {
    self.layout = layout
    integers = Array(repeating: IntColumn(), count: layout.integers.count)
    booleans = Array(repeating: BooleanColumn(), count: layout.booleans.count)
    texts = Array(repeating: EncodedColumn(), count: layout.texts.count)
    jsons = Array(repeating: EncodedColumn(), count: layout.jsons.count)
  }

  /// Makes room for rows to come. Texts of a catalog's records are titles and URLs, most of them.
  mutating func reserve(rows: Int) {
    ids.reserveCapacity(rows)
    for index in integers.indices { integers[index].values.reserveCapacity(rows) }
    for index in booleans.indices { booleans[index].values.reserveCapacity(rows) }
    for index in texts.indices { texts[index].reserve(rows: rows, bytes: rows * 32) }
    for index in jsons.indices { jsons[index].reserve(rows: rows, bytes: rows * 128) }
  }

  /// Adds the current row of a statement that selects the layout's columns first.
  mutating func append(_ statement: borrowing Statement) {
    ids.append(statement.integer(at: 0))
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
    for index in texts.indices {
      statement.withText(at: column) { bytes in
        if let bytes { texts[index].append(text: bytes) } else { texts[index].appendNull() }
      }
      column += 1
    }
    for index in jsons.indices {
      statement.withText(at: column) { bytes in
        if let bytes { jsons[index].append(json: bytes) } else { jsons[index].appendNull() }
      }
      column += 1
    }
  }

  /// The rows read so far.
  consuming func finish() -> RecordBatch {
    var columns = [LeafColumn?](repeating: nil, count: layout.entity.columnCount)
    for (index, place) in layout.integers.enumerated() { columns[place] = .ints(integers[index]) }
    for (index, place) in layout.booleans.enumerated() {
      columns[place] = .booleans(booleans[index])
    }
    for (index, place) in layout.texts.enumerated() { columns[place] = .encoded(texts[index]) }
    for (index, place) in layout.jsons.enumerated() { columns[place] = .encoded(jsons[index]) }
    return RecordBatch(entity: layout.entity, ids: ids, columns: columns)
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
