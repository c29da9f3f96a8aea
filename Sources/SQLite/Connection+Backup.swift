import CSQLite

extension Connection {
  /// Copies all pages of this connection's database into another, sqlite.org/backup.html.
  ///
  /// Runs in one snapshot of a database in write-ahead mode if a read transaction is open; others may
  /// write meanwhile.
  /// - Parameters:
  ///   - target: an open database, whose contents are replaced.
  ///   - pages: how many pages are copied at a time.
  ///   - progress: told after each time how many pages are copied, and of how many.
  /// - Throws: `SQLiteError`; the target is as it was then.
  public func backup(
    to target: Connection, pagesPerStep pages: Int32 = 1_024,
    progress: (_ copied: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(SQLiteError) {
    guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw SQLiteError(code: sqlite3_errcode(target.handle), connection: target.handle)
    }
    var code = SQLITE_OK
    repeat {
      code = sqlite3_backup_step(backup, pages)
      let all = Int(sqlite3_backup_pagecount(backup))
      progress(all - Int(sqlite3_backup_remaining(backup)), all)
    } while code == SQLITE_OK
    let end = sqlite3_backup_finish(backup)
    // Stopped by another's lock, the copy is not finished without an error of its own.
    if code != SQLITE_DONE {
      throw SQLiteError(code: code, connection: nil)
    }
    if end != SQLITE_OK { throw SQLiteError(code: end, connection: target.handle) }
  }
}
