/// What a record must be like to be in a list. Everything is true or false: a comparison with null is
/// false, its `not` true.
///
/// The columns belong to the entity that the predicate is about. A time's column compares by its
/// instant, so its operands are whole numbers.
public indirect enum Predicate: Sendable, Hashable {
  /// All of them; true if there are none.
  case and([Predicate])
  /// At least one of them; false if there are none.
  case or([Predicate])
  case not(Predicate)
  case compare(RecordColumn, Comparison, ColumnValue)
  /// The value is one of these; a null among them stands for null.
  case `in`(RecordColumn, [ColumnValue])
  case isNull(RecordColumn)
  /// The text has this in it, whatever the case of either (Unicode full case folding).
  case contains(RecordColumn, String)
  /// The text begins so, whatever the case of either.
  case startsWith(RecordColumn, String)
  /// The text ends so, whatever the case of either.
  case endsWith(RecordColumn, String)
  /// At least one of the related records is such.
  case related(Relation, Predicate)
  /// A package's category is such.
  case category(Predicate)
  /// A package or a grid matches a full-text search.
  case matches(String)
}

/// How two values compare: numbers by size, texts by code points.
public enum Comparison: Sendable, Hashable, CaseIterable {
  /// Null equals null.
  case equal
  /// The opposite of `equal`, so null differs from every value.
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
}

/// A value that a column is compared with; for a Boolean column 1 or 0.
public enum ColumnValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case text(String)

  /// The operand for a Boolean column.
  public static func boolean(_ value: Bool) -> Self { .integer(value ? 1 : 0) }
}
