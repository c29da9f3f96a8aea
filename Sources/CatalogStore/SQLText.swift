import SQLite

/// A statement's text while it is composed, with the values of its parameters.
///
/// Values never become text. Parameters 1 to 3 are the parent (or the list of keys), the limit and the
/// offset; those that the text adds come after them.
struct SQLText {
  var text = ""
  private(set) var values: [ColumnValue] = []

  static let parent = 1
  static let limit = 2
  static let offset = 3

  /// Adds a parameter with its value.
  mutating func append(_ value: ColumnValue) {
    values.append(value)
    text += "?\(Self.offset + values.count)"
  }

  static func += (left: inout SQLText, right: String) {
    left.text += right
  }

  /// Adds what narrows a list down to a run.
  mutating func append(_ condition: SeekCondition) {
    switch condition {
    case .equal(let term, let value): append(term, "=", value)
    case .greater(let term, let value): append(term, ">", value)
    case .less(let term, let value): append(term, "<", value)
    case .isNull(let term): text += "\(term.expression) IS NULL"
    case .isNotNull(let term): text += "\(term.expression) IS NOT NULL"
    }
  }

  /// Adds conditions that must all be fulfilled.
  mutating func append(_ conditions: [SeekCondition]) {
    for (number, condition) in conditions.enumerated() {
      if number > 0 { text += " AND " }
      append(condition)
    }
  }

  /// Adds the condition of being in one of several runs.
  mutating func append(anyOf segments: [SeekSegment]) {
    text += "("
    for (number, segment) in segments.enumerated() {
      if number > 0 { text += " OR " }
      append(segment.conditions)
    }
    text += ")"
  }

  /// Makes a WHERE clause, so far perhaps empty, one condition longer.
  mutating func addCondition(_ condition: (inout SQLText) -> Void) {
    text += text.isEmpty ? " WHERE " : " AND "
    condition(&self)
  }

  private mutating func append(_ term: SortTerm, _ sign: String, _ value: ColumnValue) {
    text += "\(term.expression) \(sign) "
    append(value)
  }
}

extension Statement {
  /// Binds the values of the parameters that the text added.
  func bind(_ values: [ColumnValue]) throws(SQLiteError) {
    for (index, value) in values.enumerated() {
      let parameter = SQLText.offset + 1 + index
      switch value {
      case .null: try bindNull(at: parameter)
      case .integer(let value): try bind(value, at: parameter)
      case .text(let value): try bind(value, at: parameter)
      }
    }
  }
}
