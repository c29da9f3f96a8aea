import CSQLite

/// Binding parameters, sqlite.org/c3ref/bind_blob.html. Text is copied.
extension Statement {
  /// Binds a whole number.
  /// - Throws: `SQLiteError` if there is no such parameter.
  public func bind(_ value: Int64, at parameter: Int) throws(SQLiteError) {
    try check(sqlite3_bind_int64(handle, Int32(parameter), value))
  }

  /// Binds a whole number or null.
  /// - Throws: `SQLiteError` if there is no such parameter.
  public func bind(_ value: Int64?, at parameter: Int) throws(SQLiteError) {
    guard let value else { return try bindNull(at: parameter) }
    try bind(value, at: parameter)
  }

  /// Binds a floating-point number.
  /// - Throws: `SQLiteError` if there is no such parameter.
  public func bind(_ value: Double, at parameter: Int) throws(SQLiteError) {
    try check(sqlite3_bind_double(handle, Int32(parameter), value))
  }

  /// Binds 1 or 0.
  /// - Throws: `SQLiteError` if there is no such parameter.
  public func bind(_ value: Bool, at parameter: Int) throws(SQLiteError) {
    try bind(value ? 1 : 0 as Int64, at: parameter)
  }

  /// Binds text.
  /// - Throws: `SQLiteError` if there is no such parameter or the text is too long.
  public func bind(_ text: String, at parameter: Int) throws(SQLiteError) {
    var text = text
    try check(text.withUTF8 { bindCode($0, at: parameter) })
  }

  /// Binds text or null.
  /// - Throws: `SQLiteError` if there is no such parameter or the text is too long.
  public func bind(_ text: String?, at parameter: Int) throws(SQLiteError) {
    guard let text else { return try bindNull(at: parameter) }
    try bind(text, at: parameter)
  }

  /// Binds text given as well-formed UTF-8.
  /// - Throws: `SQLiteError` if there is no such parameter or the text is too long.
  public func bind(utf8 bytes: [UInt8], at parameter: Int) throws(SQLiteError) {
    try check(bytes.withUnsafeBufferPointer { bindCode($0, at: parameter) })
  }

  /// Binds text given as well-formed UTF-8.
  /// - Throws: `SQLiteError` if there is no such parameter or the text is too long.
  public func bind(
    utf8 bytes: UnsafeBufferPointer<UInt8>, at parameter: Int
  ) throws(SQLiteError) {
    try check(bindCode(bytes, at: parameter))
  }

  /// Binds text given as well-formed UTF-8 without copying it: the bytes must stay where they are until
  /// the statement has run, and it must not run again before the parameter is bound anew.
  /// - Throws: `SQLiteError` if there is no such parameter or the text is too long.
  public func bindInPlace(
    utf8 bytes: UnsafeBufferPointer<UInt8>, at parameter: Int
  ) throws(SQLiteError) {
    try check(bindCode(bytes, at: parameter, owner: nil))
  }

  /// Binds null.
  /// - Throws: `SQLiteError` if there is no such parameter.
  public func bindNull(at parameter: Int) throws(SQLiteError) {
    try check(sqlite3_bind_null(handle, Int32(parameter)))
  }

  private func bindCode(
    _ bytes: UnsafeBufferPointer<UInt8>, at parameter: Int,
    owner: sqlite3_destructor_type? = transient
  ) -> Int32 {
    // A null pointer would bind null, not the empty text.
    guard let start = bytes.baseAddress else {
      return sqlite3_bind_text(handle, Int32(parameter), "", 0, nil)
    }
    return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      sqlite3_bind_text64(
        handle, Int32(parameter), $0, UInt64(bytes.count), owner, UInt8(SQLITE_UTF8))
    }
  }

  private func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw error(code) }
  }
}

/// `SQLITE_TRANSIENT` (sqlite.org/c3ref/c_static.html), a cast that Swift does not import.
var transient: sqlite3_destructor_type {
  unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
