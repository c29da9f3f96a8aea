import JSON

/// Collects the cells of several encoded columns, row by row, in one arena.
///
/// Every row has a cell for each column, added from the first to the last.
public struct EncodedColumnsBuilder: ~Copyable {
  private var bytes: GrowingBytes
  private var ends: [Int] = []
  private let columnCount: Int
  /// How many cells of each column are null; empty as long as none is.
  private var nullCounts: [Int] = []

  /// Makes a builder of so many columns, with room for some rows.
  public init(columns: Int, rows: Int) {
    // Texts of records are titles and URLs, most of them.
    bytes = GrowingBytes(capacity: max(rows * columns * 32, 64))
    ends.reserveCapacity(rows * columns)
    columnCount = columns
  }

  /// Adds a text of well-formed UTF-8, quoted and escaped.
  public mutating func append(text: UnsafeBufferPointer<UInt8>) {
    appendJSONString(text, to: &bytes)
    ends.append(bytes.count)
  }

  /// Adds a cell that already is JSON; the caller vouches for it.
  public mutating func append(json: UnsafeBufferPointer<UInt8>) {
    bytes.append(UnsafeRawBufferPointer(json))
    ends.append(bytes.count)
  }

  /// Adds a null cell.
  public mutating func appendNull() {
    if nullCounts.isEmpty { nullCounts = Array(repeating: 0, count: columnCount) }
    nullCounts[ends.count % columnCount] += 1
    bytes.append("null")
    ends.append(bytes.count)
  }

  /// The columns, in order.
  public consuming func finish() -> [EncodedColumn] {
    precondition(columnCount == 0 || ends.count % columnCount == 0, "all rows are complete")
    let bytes = bytes.take()
    var columns: [EncodedColumn] = []
    columns.reserveCapacity(columnCount)
    for place in 0..<columnCount {
      columns.append(
        EncodedColumn(
          bytes: bytes, ends: ends, stride: columnCount, place: place,
          nullCount: nullCounts.isEmpty ? 0 : nullCounts[place]))
    }
    return columns
  }
}
