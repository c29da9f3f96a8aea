import CSQLite

/// One open database, for one thread at a time.
///
/// Opened with `SQLITE_OPEN_NOMUTEX` (sqlite.org/threadsafe.html): the type is not Sendable, so that
/// the compiler keeps it on one thread. Closed when the last reference goes; a statement may outlive
/// its connection (sqlite.org/c3ref/close.html).
public final class Connection {
  /// Where the database is.
  public enum Location: Hashable, Sendable {
    /// A file, named as the operating system names it; never read as a URI.
    case file(String)
    /// A database in memory that all connections of this process to the same name share.
    case sharedMemory(String)
  }

  /// What the connection may do.
  public enum Access: Hashable, Sendable {
    case readOnly
    case readWrite
    /// Reads and writes; makes the file if there is none.
    case create
  }

  let handle: OpaquePointer
  var progressHandler: ProgressHandler?

  /// Opens a database, sqlite.org/c3ref/open.html.
  ///
  /// The file itself is first touched by the first statement.
  /// - Throws: `SQLiteError` if it cannot be opened.
  public init(_ location: Location, access: Access = .create) throws(SQLiteError) {
    var opened: OpaquePointer?
    let flags = access.flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE
    let code = sqlite3_open_v2(location.name, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let error = SQLiteError(code: code, connection: opened)
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// Runs one or more statements for their effect, sqlite.org/c3ref/exec.html.
  /// - Throws: `SQLiteError` of the first that fails; those after it are not run.
  public func execute(_ sql: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteError(code: code, connection: handle, sql: sql) }
  }

  /// Compiles one statement that will be run many times, sqlite.org/c3ref/prepare.html.
  ///
  /// The text must hold exactly one statement.
  /// - Throws: `SQLiteError` if it does not compile.
  public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK else { throw SQLiteError(code: code, connection: handle, sql: sql) }
    guard let prepared else { preconditionFailure("a statement's text is not empty") }
    return Statement(handle: prepared)
  }

  /// The first column of a statement's first row as a whole number; nil if there is no row or it is
  /// null. For pragmas and totals.
  /// - Throws: `SQLiteError` if it does not compile or fails.
  public func integer(_ sql: String) throws(SQLiteError) -> Int64? {
    let statement = try prepare(sql)
    guard try statement.step(), !statement.isNull(at: 0) else { return nil }
    return statement.integer(at: 0)
  }

  /// The first column of a statement's first row as text; nil if there is no row or it is null.
  /// - Throws: `SQLiteError` if it does not compile or fails.
  public func text(_ sql: String) throws(SQLiteError) -> String? {
    let statement = try prepare(sql)
    guard try statement.step() else { return nil }
    return statement.text(at: 0)
  }

  /// How long a statement waits for another connection's lock, sqlite.org/c3ref/busy_timeout.html.
  public func setBusyTimeout(milliseconds: Int32) {
    sqlite3_busy_timeout(handle, milliseconds)
  }

  /// Whether a transaction is open, sqlite.org/c3ref/get_autocommit.html.
  public var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// How many rows the last INSERT, UPDATE or DELETE changed, sqlite.org/c3ref/changes.html.
  public var changeCount: Int { Int(sqlite3_changes64(handle)) }

  /// How many rows were changed since the connection was opened.
  public var totalChangeCount: Int { Int(sqlite3_total_changes64(handle)) }

  /// The row id of the last INSERT, sqlite.org/c3ref/last_insert_rowid.html.
  public var lastInsertedRowID: Int64 { sqlite3_last_insert_rowid(handle) }
}

extension Connection.Location {
  /// What `sqlite3_open_v2` is given, sqlite.org/uri.html.
  var name: String {
    switch self {
    case .file(let path):
      // These would be a URI, a private database in memory, or a temporary file.
      path.hasPrefix("file:") || path.hasPrefix(":") || path.isEmpty ? "./" + path : path
    case .sharedMemory(let name):
      "file:/" + name.utf8.map(Self.uriText(of:)).joined() + "?vfs=memdb"
    }
  }

  private static func uriText(of byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      String(UnicodeScalar(byte))
    default:
      (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
    }
  }
}

extension Connection.Access {
  var flags: Int32 {
    switch self {
    case .readOnly: SQLITE_OPEN_READONLY
    case .readWrite: SQLITE_OPEN_READWRITE
    case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    }
  }
}
