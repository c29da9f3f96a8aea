import CSQLite

/// What SQLite said when it refused: data only, for a layer above to turn into its own error.
public struct SQLiteError: Error, Hashable, Sendable {
  /// What a caller may act on; the rest is `other`.
  public enum Kind: Hashable, Sendable {
    /// Another connection holds a lock for longer than the busy timeout.
    case busy
    /// The progress handler asked to stop.
    case interrupted
    /// A UNIQUE, NOT NULL, CHECK, FOREIGN KEY or type constraint of a STRICT table.
    case constraint
    /// A write through a connection that may only read.
    case readOnly
    /// Another file has taken the place of the one that was opened.
    case moved
    /// The file cannot be opened.
    case cannotOpen
    /// The file is damaged or no database.
    case corrupt
    /// No room on the disk, or a failed read or write.
    case storage
    case other
  }

  /// The extended result code, sqlite.org/rescode.html.
  public let code: Int32
  /// SQLite's own sentence; for the log, never for a client.
  public let message: String
  /// The statement that failed, nil if there was none.
  public let sql: String?

  /// Makes an error from its parts.
  public init(code: Int32, message: String, sql: String? = nil) {
    self.code = code
    self.message = message
    self.sql = sql
  }

  /// What a statement ends with whose rows are no longer wanted, as if the progress handler had stopped it.
  public static let stopped = SQLiteError(code: SQLITE_INTERRUPT, message: "stopped")

  /// What a connection ends with that leads to another file than expected.
  public static let moved = SQLiteError(
    code: SQLITE_READONLY | 4 << 8, message: "another file has taken the database's place")

  /// What a transaction ends with in which a row refers to one that is not there
  /// (`SQLITE_CONSTRAINT_FOREIGNKEY`).
  public static let foreignKeyViolation = SQLiteError(
    code: SQLITE_CONSTRAINT | 3 << 8, message: "FOREIGN KEY constraint failed")

  /// The error that a connection reports now.
  init(code: Int32, connection: OpaquePointer?, sql: String? = nil) {
    let text = connection == nil ? sqlite3_errstr(code) : sqlite3_errmsg(connection)
    self.init(
      code: connection == nil ? code : sqlite3_extended_errcode(connection),
      message: text.map { String(cString: $0) } ?? "",
      sql: sql)
  }

  /// The class of the primary result code.
  public var kind: Kind {
    // SQLITE_READONLY_DBMOVED, whose macro Swift does not see.
    if code == SQLITE_READONLY | 4 << 8 { return .moved }
    return switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_INTERRUPT: .interrupted
    case SQLITE_CONSTRAINT: .constraint
    case SQLITE_READONLY: .readOnly
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .cannotOpen
    case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
    case SQLITE_FULL, SQLITE_IOERR: .storage
    default: .other
    }
  }
}
