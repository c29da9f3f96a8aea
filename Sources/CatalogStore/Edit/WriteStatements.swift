import SQLite

/// The statements of a writer, compiled once. Values never become text.
final class WriteStatements {
  private let connection: Connection
  private let cache: StatementCache

  private static let capacity = 512

  init(_ connection: Connection) {
    self.connection = connection
    cache = StatementCache(connection: connection, capacity: Self.capacity)
  }

  /// The texts of the statements at hand.
  var texts: [String] { cache.texts }

  /// Runs a statement for its effect; gives the number of rows it changed.
  @discardableResult
  func run(_ sql: String, _ values: ColumnValue...) throws(EditError) -> Int {
    try run(sql, values: values)
  }

  /// The same with a list of values.
  @discardableResult
  func run(_ sql: String, values: [ColumnValue]) throws(EditError) -> Int {
    let connection = connection
    return try bound(sql, values) { (statement) throws(SQLiteError) in
      while try statement.step() {}
      return connection.changeCount
    }
  }

  /// Reads the first row; nil if there is none.
  func first<Row>(
    _ sql: String, _ values: ColumnValue..., read: (borrowing Statement) -> Row
  ) throws(EditError) -> Row? {
    try bound(sql, values) { (statement) throws(SQLiteError) in
      try statement.step() ? read(statement) : nil
    }
  }

  /// Reads the first column of the first row; nil if there is no row or it is null.
  func integer(_ sql: String, _ values: ColumnValue...) throws(EditError) -> Int64? {
    try bound(sql, values) { (statement) throws(SQLiteError) in
      try statement.step() && !statement.isNull(at: 0) ? statement.integer(at: 0) : nil
    }
  }

  /// Reads all rows.
  func rows<Row>(
    _ sql: String, _ values: ColumnValue..., read: (borrowing Statement) -> Row
  ) throws(EditError) -> [Row] {
    try bound(sql, values) { (statement) throws(SQLiteError) in
      var rows: [Row] = []
      while try statement.step() { rows.append(read(statement)) }
      return rows
    }
  }

  private func bound<Result>(
    _ sql: String, _ values: [ColumnValue],
    _ body: (borrowing Statement) throws(SQLiteError) -> Result
  ) throws(EditError) -> Result {
    do throws(SQLiteError) {
      let cached = try cache.statement(for: sql)
      defer {
        cached.statement.reset()
        // Long texts are not kept until the next use.
        cached.statement.clearBindings()
      }
      for (index, value) in values.enumerated() {
        try cached.statement.bind(value, at: index + 1)
      }
      return try body(cached.statement)
    } catch {
      throw .store(StoreError(error))
    }
  }
}

extension Statement {
  /// Binds any value.
  func bind(_ value: ColumnValue, at parameter: Int) throws(SQLiteError) {
    switch value {
    case .null: try bindNull(at: parameter)
    case .integer(let value): try bind(value, at: parameter)
    case .text(let value): try bind(value, at: parameter)
    }
  }
}

extension ColumnValue {
  /// A number, or null.
  init(_ value: Int64?) {
    self = value.map(ColumnValue.integer) ?? .null
  }

  /// A text, or null.
  init(_ value: String?) {
    self = value.map(ColumnValue.text) ?? .null
  }

  /// Whether two values have the same bytes, which is more than that Swift's strings are equal.
  func isIdentical(to other: ColumnValue) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.integer(let left), .integer(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.null, _), (.integer, _), (.text, _): false
    }
  }
}
