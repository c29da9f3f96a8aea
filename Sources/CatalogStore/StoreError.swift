import SQLite

/// Why the store did not answer.
public enum StoreError: Error, Hashable, Sendable {
  /// The client's: a place that does not belong to the list's order.
  case invalidKeyset
  /// The client's: a predicate nested deeper than `nestingLimit`.
  case predicateTooDeep(nestingLimit: Int)
  /// The client's: a predicate of more than `conditionLimit` conditions.
  case predicateTooLarge(conditionLimit: Int)
  /// The client's: the lookups of a snapshot came to more rows than `CatalogReader.rowLimit`.
  case tooManyRows(limit: Int)
  /// The lookup was told to stop, see `CatalogReader.stopLookups(when:)`.
  case interrupted
  /// The world's: no file there, or one that cannot be opened.
  case cannotOpen(StoreFailure)
  /// The operator's: another file, or none, has taken the place of the one that is open, see
  /// `CatalogDatabase.replacement()`.
  case replaced
  /// The operator's: the file holds something else.
  case notACatalog
  /// The operator's: the file was made by a later version of this program.
  case newerVersion(Int, known: Int)
  /// The operator's: another program has changed the version of the tables while they are in use.
  case otherVersion(Int, known: Int)
  /// The world's: a lock, the disk, a damaged file.
  case failed(StoreFailure)

  init(_ error: SQLiteError) {
    let failure = StoreFailure(
      code: error.code, message: error.message,
      statement: error.sql.map { String($0.prefix(StoreFailure.statementLimit)) })
    self =
      switch error.kind {
      case .interrupted: .interrupted
      case .moved: .replaced
      case .cannotOpen: .cannotOpen(failure)
      case .busy, .constraint, .readOnly, .corrupt, .storage, .other: .failed(failure)
      }
  }

  init(_ error: MigrationError) {
    self =
      switch error {
      case .notACatalog: .notACatalog
      case .newerVersion(let version, let known): .newerVersion(version, known: known)
      case .refused(let error): StoreError(error)
      }
  }
}

extension StoreError {
  /// Why an older file was not copied before its migration.
  init(_ error: BackupError) {
    self =
      switch error {
      case .store(let error): error
      case .isTheCatalog, .targetHasLog:
        .failed(
          StoreFailure(code: 0, message: "the copy's place is taken by a database", statement: nil))
      case .file(let message): .failed(StoreFailure(code: 0, message: message, statement: nil))
      }
  }
}

/// What the database said: for the log, never for a client.
public struct StoreFailure: Hashable, Sendable {
  /// The database's own code.
  public let code: Int32
  /// The database's own sentence.
  public let message: String
  /// What it was doing, if that is known: the statement's first `statementLimit` characters.
  public let statement: String?

  /// A client decides how long a statement is, but not how long a line of the log.
  static let statementLimit = 1_000
}
