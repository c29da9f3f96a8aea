import SQLite

/// The steps that make an empty file a catalog, and an older catalog a current one.
///
/// Append-only: a step that has been released is never edited. `user_version` counts the steps a
/// file has had (sqlite.org/pragma.html#pragma_user_version).
enum Migrations {
  /// "grql" in ASCII: marks the file as ours (sqlite.org/pragma.html#pragma_application_id).
  static let applicationID: Int64 = 0x6772_716C

  /// Each step's statements, the first at version 1.
  static let steps: [String] = [catalogTables, syncTables, editTables]

  /// Brings a database to the current version, in one transaction.
  /// - Throws: `MigrationError`; the file is as it was then.
  static func migrate(_ connection: Connection) throws(MigrationError) {
    do {
      // Read before the write lock is asked for, so that a current file opens without it.
      if try version(of: connection) == steps.count { return }
      try connection.begin(.immediate)
      try runMissingSteps(on: connection)
      try connection.commit()
    } catch let error as MigrationError {
      try rollback(connection)
      throw error
    } catch let error as SQLiteError {
      try rollback(connection)
      throw .refused(error)
    } catch {
      preconditionFailure("only the two error types above are thrown")
    }
  }

  /// The version of a catalog that is to be brought up to date; nil for a current one or an empty file.
  static func olderVersion(of connection: Connection) throws(MigrationError) -> Int? {
    do {
      let version = try version(of: connection)
      return 0 < version && version < steps.count ? version : nil
    } catch let error as MigrationError {
      throw error
    } catch let error as SQLiteError {
      throw .refused(error)
    } catch {
      preconditionFailure("only the two error types above are thrown")
    }
  }

  private static func rollback(_ connection: Connection) throws(MigrationError) {
    do {
      try connection.rollback()
    } catch {
      throw .refused(error)
    }
  }

  private static func runMissingSteps(on connection: Connection) throws {
    let version = try version(of: connection)
    for number in version..<steps.count {
      try connection.execute(steps[number])
      try connection.execute("PRAGMA user_version = \(number + 1)")
    }
    try connection.execute("PRAGMA application_id = \(applicationID)")
  }

  /// How many steps a database has had.
  /// - Throws: `MigrationError` if it is no catalog or a newer one; `SQLiteError`.
  private static func version(of connection: Connection) throws -> Int {
    let application = try connection.integer("PRAGMA application_id") ?? 0
    let version = try connection.integer("PRAGMA user_version") ?? 0
    let tables = try connection.integer("SELECT count(*) FROM sqlite_schema") ?? 0
    let isEmpty = application == 0 && version == 0 && tables == 0
    guard isEmpty || application == applicationID else { throw MigrationError.notACatalog }
    guard version >= 0, version <= steps.count else {
      throw MigrationError.newerVersion(Int(version), known: steps.count)
    }
    return Int(version)
  }
}

/// Why a database cannot be brought to the current version.
enum MigrationError: Error, Hashable {
  /// The file holds other tables than ours.
  case notACatalog
  /// The file has had steps that this program does not know.
  case newerVersion(Int, known: Int)
  case refused(SQLiteError)
}
