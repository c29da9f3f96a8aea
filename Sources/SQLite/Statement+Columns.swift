import CSQLite

/// Reading the current row, sqlite.org/c3ref/column_blob.html.
extension Statement {
  /// How many columns a row has.
  public var columnCount: Int { Int(sqlite3_column_count(handle)) }

  /// Whether a cell is null.
  @inlinable public func isNull(at column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(truncatingIfNeeded: column)) == SQLITE_NULL
  }

  /// A cell as a whole number; 0 if it is null.
  @inlinable public func integer(at column: Int) -> Int64 {
    sqlite3_column_int64(handle, Int32(truncatingIfNeeded: column))
  }

  /// A cell as a floating-point number; 0 if it is null.
  @inlinable public func double(at column: Int) -> Double {
    sqlite3_column_double(handle, Int32(truncatingIfNeeded: column))
  }

  /// Calls `body` with a cell's UTF-8 bytes where SQLite holds them, nil for null; they are gone
  /// when it returns.
  ///
  /// SQLite does not check text; what was bound as a Swift `String` is well-formed.
  @inlinable public func withText<Result>(
    at column: Int, _ body: (UnsafeBufferPointer<UInt8>?) -> Result
  ) -> Result {
    // `sqlite3_column_text` and `sqlite3_column_bytes` would each look for the cell, 70 instructions more.
    // A value is not protected from other threads, of which a connection has none
    // (sqlite.org/c3ref/value.html).
    let value = sqlite3_column_value(handle, Int32(truncatingIfNeeded: column))
    guard let bytes = sqlite3_value_text(value) else { return body(nil) }
    // The count is asked after the text: the text may have been converted.
    let count = Int(sqlite3_value_bytes(value))
    return body(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// A cell as text, nil for null; bytes that are no UTF-8 are repaired.
  public func text(at column: Int) -> String? {
    withText(at: column) { bytes in bytes.map { String(decoding: $0, as: UTF8.self) } }
  }
}
