import CSQLite

extension Connection {
  /// How many pages statements have found in the connection's cache and how many not, since this was
  /// last asked; sqlite.org/c3ref/c_dbstatus_options.html.
  public func takePageCacheCounts() -> (hits: Int, misses: Int) {
    (takeStatus(SQLITE_DBSTATUS_CACHE_HIT), takeStatus(SQLITE_DBSTATUS_CACHE_MISS))
  }

  /// Whether the database's file is no longer where it was opened: moved, deleted, or replaced by
  /// another. SQLITE_FCNTL_HAS_MOVED, sqlite.org/c3ref/c_fcntl_begin_atomic_write.html.
  ///
  /// False for a database in memory.
  public var hasMoved: Bool {
    var hasMoved: Int32 = 0
    let code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
    return code == SQLITE_OK && hasMoved != 0
  }

  private func takeStatus(_ option: Int32) -> Int {
    var current: Int32 = 0
    var highest: Int32 = 0
    let code = sqlite3_db_status(handle, option, &current, &highest, 1)
    return code == SQLITE_OK ? Int(current) : 0
  }
}
