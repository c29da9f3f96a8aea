import JSON

/// Cells that are finished JSON texts, end to end in one byte arena.
///
/// Text is escaped once, when it enters the column; writing a cell copies its bytes. A null cell is
/// the text `null`. Strings keep their quotes, lists their brackets.
///
/// Columns that were read together can share the arena: their cells stand row by row then, as they are
/// written.
public struct EncodedColumn: Sendable {
  /// The cells' JSON texts, one after the other, with those of the other columns among them.
  public private(set) var bytes: [UInt8] = []
  /// For each cell in `bytes`, the offset after its last byte.
  public private(set) var ends: [Int] = []
  /// How many columns share the arena.
  public let stride: Int
  /// Which of them this one is.
  public let place: Int
  /// How many cells are null.
  public private(set) var nullCount = 0

  /// Makes an empty column.
  public init() {
    stride = 1
    place = 0
  }

  /// Makes a column of texts, nil for null.
  public init(_ texts: [String?]) {
    self.init()
    for text in texts {
      if let text {
        var text = text
        text.withUTF8 { append(text: $0) }
      } else {
        appendNull()
      }
    }
  }

  /// Makes a column of whole numbers as quoted texts, as IDs are written.
  public init(ids: [Int64]) {
    self.init()
    var bytes = GrowingBytes(capacity: ids.count * 8 + 16)
    ends.reserveCapacity(ids.count)
    for id in ids {
      bytes.append(UInt8(ascii: "\""))
      appendJSONNumber(id, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
      ends.append(bytes.count)
    }
    self.bytes = bytes.take()
  }

  /// Makes one of the columns that share an arena.
  init(bytes: [UInt8], ends: [Int], stride: Int, place: Int, nullCount: Int) {
    self.bytes = bytes
    self.ends = ends
    self.stride = stride
    self.place = place
    self.nullCount = nullCount
  }

  /// How many rows the column has.
  public var count: Int { ends.count / stride }

  /// The bytes of a row's cell.
  @inlinable public func range(of row: Int) -> Range<Int> {
    let cell = row * stride + place
    return (cell == 0 ? 0 : ends[cell - 1])..<ends[cell]
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
    append(json: { appendJSONString(text, to: &$0) })
  }

  /// Adds a cell that already is JSON; the caller vouches for it.
  public mutating func append(json: UnsafeBufferPointer<UInt8>) {
    append(json: { $0.append(contentsOf: json) })
  }

  /// Adds a cell whose JSON text `write` appends to the arena; the caller vouches for it.
  public mutating func append(json write: (inout [UInt8]) -> Void) {
    precondition(stride == 1, "a column that shares its arena is complete")
    write(&bytes)
    ends.append(bytes.count)
  }

  /// Adds a null cell.
  public mutating func appendNull() {
    append(json: { $0.append(contentsOf: "null".utf8) })
    nullCount += 1
  }
}
