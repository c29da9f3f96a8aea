import SQLite

/// Makes edits over the one connection of a process that writes; for one thread at a time.
///
/// **Durability.** The file is in write-ahead mode with `synchronous = FULL`
/// (sqlite.org/pragma.html#pragma_synchronous): a group's commit returns when the log is on the disk,
/// so what was acknowledged survives a kill or a power cut at any instant. The log is taken into the
/// file after about 4 MB (`wal_autocheckpoint`) and cut to 64 MB; a long snapshot of a reader lets it
/// grow until that ends.
///
/// **Groups.** Edits that arrive together share a commit and so a sync: each runs in a scope of its
/// own, which is kept or undone alone, and none may be acknowledged before the group has ended.
public final class CatalogWriter {
  /// Answers lookups from the writer's view, with what is not committed yet.
  public let reader: CatalogReader
  let statements: WriteStatements
  private let connection: Connection
  private var isInGroup = false
  private var depth = 0
  private var groupFailure: StoreError?

  /// How long a group waits for an import or another process.
  private static let busyMilliseconds: Int32 = 10_000

  init(_ connection: Connection) throws(SQLiteError) {
    self.connection = connection
    connection.setBusyTimeout(milliseconds: Self.busyMilliseconds)
    // In memory, what a scope may have to undo would be a list that each statement walks.
    try connection.execute(
      """
      PRAGMA foreign_keys = ON;
      PRAGMA synchronous = FULL;
      PRAGMA wal_autocheckpoint = 1000;
      PRAGMA journal_size_limit = 67108864;
      PRAGMA temp_store = FILE;
      PRAGMA cache_size = -65536;
      """)
    statements = WriteStatements(connection)
    reader = try CatalogReader(sharing: connection)
  }

  /// How a scope ends if its body succeeds.
  public enum ScopeEnding: Sendable, Hashable {
    case keep
    /// As if nothing had been done: a rehearsal.
    case discard
  }

  /// Runs `body` in one transaction. What its scopes kept is durable when this returns.
  /// - Throws: what `body` throws; `StoreError` if the group cannot begin or be committed. Nothing of
  ///   the group is kept then.
  public func withGroup<Result>(_ body: () throws -> Result) throws -> Result {
    precondition(!isInGroup, "a group has none within")
    try asStoreError { () throws(SQLiteError) in try connection.begin(.immediate) }
    isInGroup = true
    groupFailure = nil
    defer { isInGroup = false }
    do {
      let result = try body()
      try requireLiveGroup()
      try asStoreError { () throws(SQLiteError) in try connection.commit() }
      return result
    } catch {
      try asStoreError { () throws(SQLiteError) in try connection.rollback() }
      throw error
    }
  }

  /// Runs `body` so that what it did can be undone alone; scopes may nest.
  /// - Throws: what `body` throws, and nothing that it did is left; `StoreError`.
  public func withScope<Result>(
    _ ending: ScopeEnding = .keep, _ body: () throws -> Result
  ) throws -> Result {
    precondition(isInGroup, "a scope is part of a group")
    try requireLiveGroup()
    depth += 1
    defer { depth -= 1 }
    let scope = "scope_\(depth)"
    try run("SAVEPOINT \(scope)")
    let result: Result
    do {
      result = try body()
      try requireLiveGroup()
    } catch {
      try undo(scope)
      throw error
    }
    switch ending {
    case .keep: try run("RELEASE \(scope)")
    case .discard: try undo(scope)
    }
    return result
  }

  /// Makes one edit, in an open scope, which the caller undoes if this throws.
  /// - Throws: `EditError`.
  public func apply(
    _ edit: CatalogEdit, as context: EditContext
  ) throws(EditError) -> EditResult {
    precondition(depth > 0, "an edit is made in a scope")
    guard isGroupAlive else { throw .store(lostGroup) }
    do {
      return try EditRun(statements, context, shouldStop: reader.shouldStop).apply(edit)
    } catch {
      if case .store(let failure) = error { groupFailure = failure }
      throw error
    }
  }

  /// Takes the log into the file and empties it, as far as readers let it; for the end of a process.
  /// - Throws: `StoreError`.
  public func truncateLog() throws(StoreError) {
    precondition(!isInGroup, "the log is cut between groups")
    do {
      try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    } catch {
      throw StoreError(error)
    }
  }

  /// False once the world has failed in the middle of a group (no room on the disk, say) and all of it
  /// is undone: the rest of the group cannot go on, and `withGroup` throws.
  public var isGroupAlive: Bool { isInGroup && connection.isInTransaction }

  /// Whether a group is open.
  var isWithinGroup: Bool { isInGroup }

  private var lostGroup: StoreError {
    groupFailure
      ?? .failed(StoreFailure(code: 0, message: "the transaction was rolled back", statement: nil))
  }

  private func requireLiveGroup() throws {
    if !isGroupAlive { throw lostGroup }
  }

  private func undo(_ scope: String) throws {
    // Where SQLite has undone the whole transaction, there is no scope left.
    guard connection.isInTransaction else { return }
    try run("ROLLBACK TO \(scope)")
    try run("RELEASE \(scope)")
  }

  private func run(_ sql: String) throws {
    do throws(EditError) {
      _ = try statements.run(sql)
    } catch {
      if case .store(let failure) = error { throw failure }
      throw error
    }
  }

  private func asStoreError(_ body: () throws(SQLiteError) -> Void) throws(StoreError) {
    do {
      try body()
    } catch {
      throw StoreError(error)
    }
  }
}

extension CatalogDatabase {
  /// Makes a writer of its own connection. A process has one.
  /// - Throws: `StoreError` if the file cannot be opened for writing.
  public func makeWriter() throws(StoreError) -> CatalogWriter {
    do {
      return try CatalogWriter(connect(.readWrite))
    } catch {
      throw StoreError(error)
    }
  }
}
