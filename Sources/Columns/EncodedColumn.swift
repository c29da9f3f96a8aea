import JSON

/// Cells that are finished JSON texts, end to end in one byte arena.
///
/// Text is escaped once, when it enters the column; writing a cell copies its bytes. A null cell is
/// the text `null`. Strings keep their quotes, lists their brackets.
public struct EncodedColumn: Sendable {
  /// The cells' JSON texts, one after the other.
  public private(set) var bytes: [UInt8] = []
  /// For each row, the offset after its last byte.
  public private(set) var ends: [Int] = []
  /// How many cells are null.
  public private(set) var nullCount = 0

  /// Makes an empty column.
  public init() {}

  /// Makes a column of texts, nil for null.
  public init(_ texts: [String?]) {
    for text in texts {
      if let text {
        var text = text
        text.withUTF8 { append(text: $0) }
      } else {
        appendNull()
      }
    }
  }

  /// How many rows the column has.
  public var count: Int { ends.count }

  /// The bytes of a row's cell.
  @inlinable public func range(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  /// Whether a row is null.
  public func isNull(_ row: Int) -> Bool {
    nullCount > 0 && bytes[range(of: row).lowerBound] == UInt8(ascii: "n")
  }

  /// Makes room for rows and bytes to come.
  public mutating func reserve(rows: Int, bytes byteCount: Int) {
    ends.reserveCapacity(rows)
    bytes.reserveCapacity(byteCount)
  }

  /// Adds a text of well-formed UTF-8, quoted and escaped.
  public mutating func append(text: UnsafeBufferPointer<UInt8>) {
    appendJSONString(text, to: &bytes)
    ends.append(bytes.count)
  }

  /// Adds a whole number as a quoted text, as an ID is written.
  public mutating func append(id: Int64) {
    bytes.append(UInt8(ascii: "\""))
    appendJSONNumber(id, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    ends.append(bytes.count)
  }

  /// Adds a cell that already is JSON; the caller vouches for it.
  public mutating func append(json: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: json)
    ends.append(bytes.count)
  }

  /// Adds a cell whose JSON text `write` appends to the arena; the caller vouches for it.
  public mutating func append(json write: (inout [UInt8]) -> Void) {
    write(&bytes)
    ends.append(bytes.count)
  }

  /// Adds a null cell.
  public mutating func appendNull() {
    bytes.append(contentsOf: Self.null)
    ends.append(bytes.count)
    nullCount += 1
  }

  private static let null = Array("null".utf8)
}
