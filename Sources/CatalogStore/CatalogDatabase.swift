import Dispatch
import SQLite
import Synchronization

/// A catalog: a file, or a database in memory that lives as long as this does.
///
/// Opening brings the tables up to date, and keeps a copy of an older file beside it, `FILE.v1.bak`.
/// Readers and the writer have connections of their own.
public final class CatalogDatabase: Sendable {
  let location: Connection.Location
  /// The file that was opened; nil in memory.
  let file: FileIdentity?
  /// Where connections are opened, one after the other, so that none is while a file's log goes.
  let opening: DispatchQueue
  /// Keeps a database in memory alive; its only use.
  private let anchor: Mutex<Connection?>

  /// How long opening waits for another process that has the file.
  private static let busyMilliseconds: Int32 = 5_000
  private static let memoryNumber = Atomic<Int>(0)

  /// Opens a catalog file; `creates` makes one if there is none.
  /// - Throws: `StoreError` if it cannot be opened, is no catalog, or is a newer one.
  public convenience init(path: String, creates: Bool = true) throws(StoreError) {
    try self.init(.file(path), access: creates ? .create : .readWrite, opening: Self.makeQueue())
  }

  /// Makes an empty catalog in memory, apart from all others of this process.
  /// - Throws: `StoreError`.
  public static func inMemory() throws(StoreError) -> CatalogDatabase {
    let number = memoryNumber.add(1, ordering: .relaxed).newValue
    return try CatalogDatabase(
      .sharedMemory("gridql-catalog-\(number)"), access: .create, opening: makeQueue())
  }

  init(
    _ location: Connection.Location, access: Connection.Access, opening: DispatchQueue
  ) throws(StoreError) {
    let connection: Connection
    do throws(SQLiteError) {
      connection = try Connection(location, access: access)
      connection.setBusyTimeout(milliseconds: Self.busyMilliseconds)
      if case .file = location { try Self.useWriteAheadLog(connection) }
    } catch {
      throw StoreError(error)
    }
    try Self.migrate(connection, location)
    self.location = location
    self.opening = opening
    file = if case .file(let path) = location { FileIdentity(path) } else { nil }
    let kept: Connection? = if case .sharedMemory = location { connection } else { nil }
    anchor = Mutex(kept)
  }

  /// Makes a reader of its own connection.
  /// - Throws: `StoreError` if the file cannot be opened.
  public func makeReader(
    _ access: CatalogReader.PageAccess = .mapped
  ) throws(StoreError) -> CatalogReader {
    do {
      return try CatalogReader(reading: connect(.readOnly), access)
    } catch {
      throw StoreError(error)
    }
  }

  /// Opens a connection to the file that this is.
  /// - Throws: `SQLiteError`; of the kind `moved` if another file has taken its place.
  func connect(_ access: Connection.Access) throws(SQLiteError) -> Connection {
    guard case .file(let path) = location else { return try Connection(location, access: access) }
    return try opening.sync {
      Result { () throws(SQLiteError) in
        let connection = try Connection(location, access: access)
        guard let file, FileIdentity(path)?.isSameFile(as: file) == true else { throw .moved }
        connection.setBusyTimeout(milliseconds: Self.busyMilliseconds)
        // The first read opens the log, which has the database's name.
        _ = try connection.integer("PRAGMA schema_version")
        return connection
      }
    }.get()
  }

  private static func makeQueue() -> DispatchQueue {
    DispatchQueue(label: "gridql.connections")
  }

  private static func migrate(
    _ connection: Connection, _ location: Connection.Location
  ) throws(StoreError) {
    do {
      let version = try Migrations.olderVersion(of: connection)
      if let version, case .file(let path) = location {
        try copy(connection, to: "\(path).v\(version).bak")
      }
      try Migrations.migrate(connection)
    } catch let error as MigrationError {
      throw StoreError(error)
    } catch let error as BackupError {
      throw StoreError(error)
    } catch {
      preconditionFailure("only the two error types above are thrown")
    }
  }

  /// The mode is kept in the file (sqlite.org/wal.html, Persistence of WAL mode); only a change of it
  /// needs the file for itself.
  private static func useWriteAheadLog(_ connection: Connection) throws(SQLiteError) {
    if try connection.text("PRAGMA journal_mode") != "wal" {
      try connection.execute("PRAGMA journal_mode = WAL")
    }
  }
}
