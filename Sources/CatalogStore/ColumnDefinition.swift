/// How a column is stored.
struct ColumnDefinition: Hashable {
  let name: String
  let kind: ColumnKind
  var isNullable = false
  /// Whether the empty text counts as null, as in the API; the table keeps the two apart.
  var emptyIsNull = false

  static func integer(_ name: String) -> Self { Self(name: name, kind: .integer) }

  static func boolean(_ name: String) -> Self { Self(name: name, kind: .boolean) }

  static func text(_ name: String) -> Self { Self(name: name, kind: .text) }

  static func json(_ name: String) -> Self { Self(name: name, kind: .json) }

  /// The same column where it may be null.
  var orNull: Self {
    var copy = self
    copy.isNullable = true
    return copy
  }

  /// The same column where null and the empty text both are null.
  var orEmpty: Self {
    var copy = orNull
    copy.emptyIsNull = true
    return copy
  }

  /// The value in SQL, of the row that `alias` stands for; indexes are on the same expression.
  func expression(_ alias: String) -> String {
    emptyIsNull ? "nullif(\(alias).\(name), '')" : "\(alias).\(name)"
  }
}
