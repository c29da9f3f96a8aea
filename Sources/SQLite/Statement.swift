import CSQLite

/// One compiled statement: bind, step, read the row, reset.
///
/// Owned by one place; finalized when that goes (sqlite.org/c3ref/stmt.html). Parameters count from
/// 1 and columns from 0, as in SQLite.
public struct Statement: ~Copyable {
  @usableFromInline let handle: OpaquePointer

  init(handle: OpaquePointer) {
    self.handle = handle
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// The text that was compiled.
  public var sql: String { String(cString: sqlite3_sql(handle)) }

  /// Whether it has been stepped and neither finished nor reset.
  public var isBusy: Bool { sqlite3_stmt_busy(handle) != 0 }

  /// Advances to the next row; false after the last. May block for the busy timeout.
  ///
  /// sqlite.org/c3ref/step.html.
  /// - Throws: `SQLiteError`; the statement must be reset before it is used again.
  public func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else { throw error(code) }
    return false
  }

  /// Runs a statement that gives no rows, or whose rows do not matter, and resets it.
  /// - Throws: `SQLiteError`.
  public func run() throws(SQLiteError) {
    defer { reset() }
    while try step() {}
  }

  /// Makes the statement ready to run again; bindings stay.
  ///
  /// The code it returns repeats what `step` threw, so it is not looked at
  /// (sqlite.org/c3ref/reset.html).
  public func reset() {
    sqlite3_reset(handle)
  }

  /// How many steps of its program the statement has run since this was last asked: what it cost,
  /// whatever it gave. SQLITE_STMTSTATUS_VM_STEP, sqlite.org/c3ref/c_stmtstatus_counter.html.
  public func takeStepCount() -> Int {
    Int(sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_VM_STEP, 1))
  }

  /// Makes all parameters null, sqlite.org/c3ref/clear_bindings.html.
  public func clearBindings() {
    sqlite3_clear_bindings(handle)
  }

  func error(_ code: Int32) -> SQLiteError {
    SQLiteError(code: code, connection: sqlite3_db_handle(handle), sql: sql)
  }
}
