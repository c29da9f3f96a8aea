/// Which columns of an entity's records a lookup reads; a column's bit is its raw value.
///
/// `id` needs no bit: a batch always has it.
public struct ColumnSet: OptionSet, Sendable, Hashable {
  /// The columns' bits.
  public let rawValue: UInt64

  /// Makes a set from its bits.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The set of some columns of one entity.
  public init(_ columns: some Sequence<some EntityColumn>) {
    rawValue = columns.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  /// Adds a column.
  public mutating func insert(_ column: some EntityColumn) {
    formUnion(ColumnSet(CollectionOfOne(column)))
  }

  /// Whether a column is in the set.
  public func contains(_ column: some EntityColumn) -> Bool {
    contains(index: column.rawValue)
  }

  func contains(index: Int) -> Bool {
    rawValue & 1 << UInt64(index) != 0
  }
}
