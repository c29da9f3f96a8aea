extension Connection {
  /// When a transaction takes its locks, sqlite.org/lang_transaction.html.
  public enum TransactionBehavior: String, Sendable {
    /// At the first read or write.
    case deferred = "BEGIN DEFERRED"
    /// The write lock at once.
    case immediate = "BEGIN IMMEDIATE"
  }

  /// Begins a transaction.
  /// - Throws: `SQLiteError` if one is open, or the lock is not to be had.
  public func begin(_ behavior: TransactionBehavior) throws(SQLiteError) {
    try execute(behavior.rawValue)
  }

  /// Ends the open transaction and keeps its changes.
  /// - Throws: `SQLiteError`; the transaction may still be open then.
  public func commit() throws(SQLiteError) {
    try execute("COMMIT")
  }

  /// Ends the open transaction, if SQLite has not already, without its changes.
  /// - Throws: `SQLiteError` if that fails.
  public func rollback() throws(SQLiteError) {
    if isInTransaction { try execute("ROLLBACK") }
  }

  /// Runs `body` in a transaction: all of its changes, or none if it throws.
  /// - Throws: what `body` throws, or `SQLiteError` if the transaction does not begin or end.
  public func withTransaction<Result>(
    _ behavior: TransactionBehavior, _ body: () throws -> Result
  ) throws -> Result {
    try begin(behavior)
    do {
      let result = try body()
      try commit()
      return result
    } catch {
      try rollback()
      throw error
    }
  }
}
