import SQLite
import Testing

@Suite("SQLite statement")
struct StatementTests {
  let connection: Connection

  init() throws {
    connection = try Connection(.sharedMemory("statements"))
  }

  @Test(
    "text comes back byte for byte",
    arguments: ["", "a", "it's", "\"; DROP TABLE t; --", "ä\u{2028}\u{0}b", "👩‍👩‍👧"])
  func keepsText(text: String) throws {
    let statement = try connection.prepare("SELECT ?")
    try statement.bind(text, at: 1)
    let hasRow = try statement.step()
    #expect(hasRow)
    let (found, isNull) = (statement.text(at: 0), statement.isNull(at: 0))
    #expect(found == text)
    #expect(!isNull)
    let hasAnother = try statement.step()
    #expect(!hasAnother)
  }

  @Test("whole numbers keep all 64 bits", arguments: [0, -1, Int64.max, Int64.min])
  func keepsIntegers(value: Int64) throws {
    let statement = try connection.prepare("SELECT ?")
    try statement.bind(value, at: 1)
    #expect(try next(statement) == value)
  }

  @Test("null is neither 0 nor empty")
  func keepsNull() throws {
    let statement = try connection.prepare("SELECT ?, ?, ?")
    try statement.bind(nil as String?, at: 1)
    try statement.bind(nil as Int64?, at: 2)
    try statement.bindNull(at: 3)
    #expect(try next(statement) == nil)
    let columns = 0..<statement.columnCount
    let (nulls, texts) = (
      columns.map { statement.isNull(at: $0) }, columns.map { statement.text(at: $0) }
    )
    #expect(nulls == [true, true, true])
    #expect(texts == [nil, nil, nil])
  }

  @Test("keeps bindings over a reset, and forgets them when told")
  func resets() throws {
    let statement = try connection.prepare("SELECT ?")
    try statement.bind(true, at: 1)
    #expect(try next(statement) == 1)
    statement.reset()
    #expect(try next(statement) == 1)
    statement.reset()
    statement.clearBindings()
    #expect(try next(statement) == nil)
  }

  @Test("a parameter that is not there is an error")
  func checksParameters() throws {
    let statement = try connection.prepare("SELECT ?")
    #expect(throws: SQLiteError(code: 25, message: "column index out of range", sql: "SELECT ?")) {
      try statement.bind(1.5, at: 2)
    }
  }

  @Test("a cache gives the same statement for the same text and lets the oldest go")
  func caches() throws {
    let cache = StatementCache(connection: connection, capacity: 2)
    let first = try cache.statement(for: "SELECT 1")
    _ = try cache.statement(for: "SELECT 2")
    #expect(try cache.statement(for: "SELECT 1") === first)
    _ = try cache.statement(for: "SELECT 3")
    #expect(cache.texts.sorted() == ["SELECT 1", "SELECT 3"])
  }

  /// The first cell of the next row; also nil if there is none.
  private func next(_ statement: borrowing Statement) throws -> Int64? {
    guard try statement.step(), !statement.isNull(at: 0) else { return nil }
    return statement.integer(at: 0)
  }
}
