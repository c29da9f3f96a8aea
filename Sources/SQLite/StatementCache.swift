/// Compiled statements of one connection by their text, the least recently used let go first.
public final class StatementCache {
  private let connection: Connection
  private let capacity: Int
  private var statements: [String: CachedStatement] = [:]
  private var clock: UInt64 = 0
  private var hits = 0
  private var misses = 0

  /// Makes an empty cache for at most `capacity` statements.
  public init(connection: Connection, capacity: Int) {
    precondition(capacity > 0, "a cache holds at least one statement")
    self.connection = connection
    self.capacity = capacity
  }

  /// The texts of the statements it holds, in no order.
  public var texts: [String] { Array(statements.keys) }

  /// How many steps of their programs they have run since this was last asked.
  public func takeStepCount() -> Int {
    statements.values.reduce(0) { $0 + $1.statement.takeStepCount() }
  }

  /// The compiled form of a text, ready to bind; reset it after use. Another one than a statement that is
  /// lent.
  /// - Throws: `SQLiteError` if the text does not compile.
  public func statement(for sql: String) throws(SQLiteError) -> CachedStatement {
    clock += 1
    if let cached = statements[sql], !cached.isLent {
      precondition(!cached.statement.isBusy, "a cached statement is reset after each use")
      cached.lastUse = clock
      hits += 1
      return cached
    }
    misses += 1
    let made = CachedStatement(try connection.prepare(sql), lastUse: clock)
    if statements.count >= capacity { removeOldest() }
    statements[sql] = made
    return made
  }

  /// How many statements were there compiled and how many not, since this was last asked.
  public func takeCounts() -> (hits: Int, misses: Int) {
    defer { (hits, misses) = (0, 0) }
    return (hits, misses)
  }

  private func removeOldest() {
    let oldest = statements.min { $0.value.lastUse < $1.value.lastUse }
    if let oldest { statements[oldest.key] = nil }
  }
}

/// A statement with several holders: the cache, and who is using it now.
public final class CachedStatement {
  /// The statement; whoever steps it resets it.
  public let statement: Statement
  /// Whether somebody uses it for longer than a call; the cache then compiles another one.
  public var isLent = false
  /// How many rows it gave when it was last run, which it may well give again.
  public var lastRowCount = 0
  var lastUse: UInt64

  init(_ statement: consuming Statement, lastUse: UInt64) {
    self.statement = statement
    self.lastUse = lastUse
  }
}
