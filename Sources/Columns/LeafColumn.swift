/// What one leaf field yields for every row of a batch, by its type.
///
/// The store fills columns, the engine writes them; neither looks at a single value's meaning. One
/// reference to copy, since columns are handed on several times a request.
public indirect enum LeafColumn: Sendable {
  case ints(IntColumn)
  case floats(FloatColumn)
  case booleans(BooleanColumn)
  case encoded(EncodedColumn)

  /// How many rows the column has.
  public var count: Int {
    switch self {
    case .ints(let column): column.values.count
    case .floats(let column): column.values.count
    case .booleans(let column): column.values.count
    case .encoded(let column): column.count
    }
  }

  /// How many of the rows are null.
  public var nullCount: Int {
    switch self {
    case .ints(let column): column.nulls.count
    case .floats(let column): column.nulls.count
    case .booleans(let column): column.nulls.count
    case .encoded(let column): column.nullCount
    }
  }

  /// Whether a row is null.
  public func isNull(_ row: Int) -> Bool {
    switch self {
    case .ints(let column): column.nulls[row]
    case .floats(let column): column.nulls[row]
    case .booleans(let column): column.nulls[row]
    case .encoded(let column): column.isNull(row)
    }
  }
}

/// Whole numbers, with the rows that are null; a null row's value is 0.
public struct IntColumn: Sendable {
  /// The rows' values.
  public var values: [Int64] = []
  /// The rows that are null.
  public var nulls = NullRows()

  /// Makes an empty column.
  public init() {}

  /// Makes a column without nulls.
  public init(_ values: [Int64]) {
    self.values = values
  }

  /// Adds a row.
  @inlinable public mutating func append(_ value: Int64) {
    values.append(value)
  }

  /// Adds a null row.
  public mutating func appendNull() {
    nulls.insert(values.count)
    values.append(0)
  }
}

/// Floating-point numbers, with the rows that are null; a null row's value is 0.
public struct FloatColumn: Sendable {
  /// The rows' values.
  public var values: [Double] = []
  /// The rows that are null.
  public var nulls = NullRows()

  /// Makes an empty column.
  public init() {}

  /// Adds a row.
  @inlinable public mutating func append(_ value: Double) {
    values.append(value)
  }

  /// Adds a null row.
  public mutating func appendNull() {
    nulls.insert(values.count)
    values.append(0)
  }
}

/// Truth values, with the rows that are null.
public struct BooleanColumn: Sendable {
  /// The rows' values.
  public var values: [Bool] = []
  /// The rows that are null.
  public var nulls = NullRows()

  /// Makes an empty column.
  public init() {}

  /// Adds a row.
  @inlinable public mutating func append(_ value: Bool) {
    values.append(value)
  }

  /// Adds a null row.
  public mutating func appendNull() {
    nulls.insert(values.count)
    values.append(false)
  }
}

/// The rows of a column that are null; costs nothing while there are none.
public struct NullRows: Sendable {
  @usableFromInline var words: [UInt64] = []
  /// How many rows are null.
  public private(set) var count = 0

  /// Makes a set without rows.
  public init() {}

  /// Adds a row that was not null before.
  public mutating func insert(_ row: Int) {
    while words.count <= row >> 6 { words.append(0) }
    words[row >> 6] |= 1 << UInt64(row & 63)
    count += 1
  }

  /// Whether a row is null.
  @inlinable public subscript(row: Int) -> Bool {
    guard row >> 6 < words.count else { return false }
    return words[row >> 6] & 1 << UInt64(row & 63) != 0
  }
}
