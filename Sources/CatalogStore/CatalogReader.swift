import SQLite

/// Answers lookups over one connection, read-only or the writer's; for one thread at a time.
///
/// A lookup takes a batch of keys and gives columns. Each call below is one lookup whatever the number
/// of keys, and an empty list of keys asks nothing.
public final class CatalogReader {
  let connection: Connection
  private let statementsByText: StatementCache
  private var statementsByShape: [StatementShape: RecordStatement] = [:]
  /// How often that had the statement, so that the cache of texts was not asked.
  private var shapeHits = 0
  private let begin: Statement
  private let end: Statement
  private(set) var isInSnapshot = false
  /// The cursors that end with the snapshot.
  var openCursors: [RecordCursor] = []
  /// Whether the open transaction is the snapshot's own; over the writer's connection it may not be.
  private var hasBegun = false
  /// Whether the connection also writes: then only lookups are told to stop.
  private let sharesConnection: Bool
  private(set) var shouldStop: (() -> Bool)?
  /// Nil over the writer's connection, whose own changes it would not see.
  let rememberedCounts: RememberedCounts?
  /// Nil there, too.
  let rememberedPlaces: RememberedPlaces?
  let rememberedCompletions: SnapshotMemory<String, [SearchText.Completion]>?
  /// How many rows the lookups of one snapshot may read; one more throws `StoreError.tooManyRows`.
  public var rowLimit = Int.max
  /// What the lookups of the current snapshot, or of the last one, cost.
  public internal(set) var statistics = LookupStatistics()

  /// Statements that stay compiled; each takes about 10 KB.
  private static let statementCapacity = 256
  /// How long a lookup waits for a writer that holds the whole file.
  private static let busyMilliseconds: Int32 = 5_000

  /// How a reader gets at the pages of the file.
  public enum PageAccess: Sendable {
    /// Where the system has them in memory, up to 2 GiB (sqlite.org/mmap.html).
    case mapped
    /// By copies, 32 MiB of them at the most. For reading much of a large file once: that takes a third
    /// longer, but the process is not charged with the whole file.
    case copied

    fileprivate var mappedBytes: Int {
      switch self {
      case .mapped: 2_147_483_647
      case .copied: 0
      }
    }
  }

  /// Makes a reader that has a connection for itself.
  convenience init(reading connection: Connection, _ access: PageAccess) throws(SQLiteError) {
    connection.setBusyTimeout(milliseconds: Self.busyMilliseconds)
    // Sort in memory; at most 32 MiB of pages that are not mapped, taken as they are read.
    try connection.execute(
      """
      PRAGMA mmap_size = \(access.mappedBytes);
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -32768;
      """)
    try SearchVocabulary.attach(to: connection)
    // Where nothing can be written, no temporary table can be made either.
    try connection.execute("PRAGMA query_only = ON")
    try self.init(connection, isShared: false)
  }

  /// Makes a reader of the writer's connection: it sees what is not committed yet.
  convenience init(sharing connection: Connection) throws(SQLiteError) {
    try SearchVocabulary.attach(to: connection)
    try self.init(connection, isShared: true)
  }

  private init(_ connection: Connection, isShared: Bool) throws(SQLiteError) {
    self.connection = connection
    sharesConnection = isShared
    try TextMatch.register(on: connection)
    try Relevance.register(on: connection)
    statementsByText = StatementCache(
      connection: connection, capacity: Self.statementCapacity)
    rememberedCounts = isShared ? nil : try RememberedCounts(on: connection)
    rememberedPlaces = isShared ? nil : try RememberedPlaces(on: connection)
    rememberedCompletions =
      isShared
      ? nil : try SnapshotMemory(on: connection, limit: SearchVocabulary.rememberedLimit)
    begin = try connection.prepare("BEGIN DEFERRED")
    // Nothing was written; and a rollback ends the transaction of a lookup that failed, too.
    end = try connection.prepare("ROLLBACK")
  }

  /// Runs `body`, all of whose lookups see the catalog as it was at the first of them.
  ///
  /// The statistics begin anew.
  /// - Throws: what `body` throws; `StoreError` if the snapshot does not end.
  public func withSnapshot<Result>(_ body: () throws -> Result) throws -> Result {
    precondition(!isInSnapshot, "a snapshot has none within")
    isInSnapshot = true
    statistics = LookupStatistics()
    let result: Result
    do {
      result = try body()
    } catch {
      try endSnapshot()
      throw error
    }
    try endSnapshot()
    return result
  }

  /// Has a running lookup ask now and then whether to stop, which makes it throw
  /// `StoreError.interrupted`; nil asks no more. For deadlines.
  ///
  /// The reader of a writer has its edits of many objects ask, too, before each object.
  public func stopLookups(when shouldStop: (() -> Bool)?) {
    self.shouldStop = shouldStop
    // An interrupted write would take the writer's whole transaction with it.
    if !sharesConnection { connection.setProgressHandler(shouldStop) }
  }

  private func endSnapshot() throws(StoreError) {
    isInSnapshot = false
    if !openCursors.isEmpty { closeCursors() }
    let ownsTransaction = hasBegun && connection.isInTransaction
    hasBegun = false
    guard ownsTransaction else { return }
    do {
      try end.run()
    } catch {
      throw StoreError(error)
    }
  }

  /// Counts a lookup, begins the snapshot's transaction with the first one, and turns errors into the
  /// store's.
  func lookup<Result>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(StoreError) -> Result {
    statistics.lookups += 1
    if sharesConnection, let shouldStop { connection.setProgressHandler(shouldStop) }
    defer { if sharesConnection && shouldStop != nil { connection.setProgressHandler(nil) } }
    do {
      if isInSnapshot && !connection.isInTransaction {
        try begin.run()
        hasBegun = true
      }
      return try body()
    } catch {
      if statistics.rows > rowLimit { throw .tooManyRows(limit: rowLimit) }
      throw StoreError(error)
    }
  }

  /// The statement of a shape; composed if it is the first of its kind.
  func statement(
    of shape: StatementShape, _ compose: () -> (text: String, layout: RowLayout)
  ) throws(SQLiteError) -> RecordStatement {
    if let known = statementsByShape[shape], !known.cached.isLent {
      shapeHits += 1
      return known
    }
    let (text, layout) = compose()
    let made = RecordStatement(cached: try statement(for: text), layout: layout)
    // What this map lets go, the other one may still hold.
    if statementsByShape.count >= Self.statementCapacity { statementsByShape.removeAll() }
    statementsByShape[shape] = made
    return made
  }

  /// The statement with a text. Every text that is run comes through here.
  func statement(for text: String) throws(SQLiteError) -> CachedStatement {
    try statementsByText.statement(for: text)
  }

  /// How many statements were there compiled and how many not, since this was last asked.
  func takeStatementCounts() -> (hits: Int, misses: Int) {
    let counts = statementsByText.takeCounts()
    defer { shapeHits = 0 }
    return (counts.hits + shapeHits, counts.misses)
  }

  /// How many steps the statements at hand have run since this was last asked.
  func takeStepCount() -> Int { statementsByText.takeStepCount() }

  /// The texts of the statements at hand.
  var statementTexts: [String] { statementsByText.texts }

  /// Counts a row that was read.
  @inline(__always)
  func countRow() throws(SQLiteError) {
    statistics.rows += 1
    if statistics.rows > rowLimit { throw .stopped }
  }

  /// Runs a bound statement and calls `row` for each of its rows until that says to stop.
  @inline(__always)
  func run(
    _ cached: CachedStatement, _ row: (borrowing Statement) throws(SQLiteError) -> Bool
  ) throws(SQLiteError) {
    statistics.statements += 1
    // Counted here, not in the reader, which is checked for other accesses each time.
    let rowsBefore = statistics.rows
    var rows = rowsBefore
    defer {
      statistics.rows += rows - rowsBefore
      cached.lastRowCount = rows - rowsBefore
      cached.statement.reset()
    }
    let rowLimit = rowLimit
    while try cached.statement.step() {
      rows += 1
      if rows > rowLimit { throw .stopped }
      guard try row(cached.statement) else { return }
    }
  }
}
