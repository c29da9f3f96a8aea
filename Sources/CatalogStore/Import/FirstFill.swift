import SQLite

/// The import that fills an empty file that nobody else has open, and can do so in larger strokes.
///
/// Its pages go straight into the file: what a rollback journal keeps of an empty catalog is a few
/// pages, and undoing the import is cutting the file off (sqlite.org/atomiccommit.html). A
/// write-ahead log would have every page twice, and looks each one up in the log as it grows:
/// measured, a third of the processor time at 500,000 packages. Foreign keys are looked at once, at
/// the end, instead of row by row.
///
/// Who opens the file meanwhile waits as for any other lock.
struct FirstFill {
  let connection: Connection

  /// Runs `body`; with what this can do if the catalog is empty and no one else has it, else with nil.
  /// - Throws: what `body` throws; `SQLiteError` if the file does not get its write-ahead log back.
  static func prepare<Result>(
    _ connection: Connection, at location: Connection.Location,
    _ body: (FirstFill?) throws -> Result
  ) throws -> Result {
    guard case .file = location, try isEmpty(connection), try takeFile(connection) else {
      return try body(nil)
    }
    let result: Result
    do {
      let isStillEmpty = try isEmpty(connection)
      try connection.execute("PRAGMA foreign_keys = \(isStillEmpty ? "OFF" : "ON")")
      result = try body(isStillEmpty ? FirstFill(connection: connection) : nil)
    } catch {
      try releaseFile(connection)
      throw error
    }
    try releaseFile(connection)
    return result
  }

  /// Gives the memory of the file's pages up, since from now on rows are sorted and written in order:
  /// the fewer are sorted at a time, the more of that is done on another thread.
  ///
  /// SQLite sorts as much at a time as its cache is large (sqlite.org/pragma.html#pragma_threads).
  /// Six indexes of 500,000 packages took 2.1 s with 64 MiB, 1.5 s with 8 and 1.25 s with 2.
  func beginSorting() throws(SQLiteError) {
    try connection.execute("PRAGMA main.cache_size = -\(Self.sortingKibibytes)")
  }

  private static let sortingKibibytes = 2 << 10

  /// Does what foreign keys would have done: says whether all rows belong to rows that are there.
  ///
  /// `PRAGMA foreign_key_check` asks in the order of the children, and looks for parents all over the
  /// file; this goes by the indexes that lead from parents to children.
  /// - Throws: `SQLiteError` of kind `constraint`, as ending the transaction would.
  func checkForeignKeys() throws(SQLiteError) {
    let keys = try connection.prepare(
      """
      SELECT child.name, key."from", key."table", coalesce(key."to", 'rowid')
      FROM sqlite_schema child JOIN pragma_foreign_key_list(child.name) key
      WHERE child.type = 'table'
      """)
    while try keys.step() {
      guard let child = keys.text(at: 0), let column = keys.text(at: 1),
        let parent = keys.text(at: 2), let key = keys.text(at: 3)
      else { continue }
      let orphans = """
        SELECT 1 FROM \(child) c
        WHERE \(column) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \(parent) WHERE \(key) = c.\(column))
        ORDER BY \(column) LIMIT 1
        """
      if try connection.integer(orphans) != nil { throw .foreignKeyViolation }
    }
  }

  private static func isEmpty(_ connection: Connection) throws(SQLiteError) -> Bool {
    let tables = CatalogResource.allCases.map { "SELECT 1 FROM \($0.rawValue)" }
    let rows = tables.joined(separator: " UNION ALL ")
    return try connection.integer("SELECT EXISTS (\(rows))") == 0
  }

  /// Leaves the write-ahead log, which only the last one to have the file can do, and keeps all others
  /// out; false if there are others.
  private static func takeFile(_ connection: Connection) throws(SQLiteError) -> Bool {
    do throws(SQLiteError) {
      try connection.execute(
        "PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
      return true
    } catch {
      guard error.kind == .busy else { throw error }
      try connection.rollback()
      try releaseFile(connection)
      return false
    }
  }

  /// Locks are let go by the first statement after the mode has changed
  /// (sqlite.org/pragma.html#pragma_locking_mode), which the change of the journal is.
  private static func releaseFile(_ connection: Connection) throws(SQLiteError) {
    try connection.execute(
      "PRAGMA foreign_keys = ON; PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL")
  }
}
