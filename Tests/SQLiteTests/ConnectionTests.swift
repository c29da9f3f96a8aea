import SQLite
import Testing

@Suite("SQLite connection")
struct ConnectionTests {
  @Test("connections to one shared name see the same database in memory")
  func sharesMemory() throws {
    let location = Connection.Location.sharedMemory("Connection tests/ä?&")
    let writer = try Connection(location)
    try writer.execute("CREATE TABLE t(a); INSERT INTO t VALUES (7)")
    let reader = try Connection(location, access: .readOnly)
    #expect(try reader.integer("SELECT a FROM t") == 7)
  }

  @Test("connections to different shared names do not")
  func keepsNamesApart() throws {
    let first = try Connection(.sharedMemory("apart-1"))
    try first.execute("CREATE TABLE t(a)")
    let second = try Connection(.sharedMemory("apart-2"))
    #expect(try second.integer("SELECT count(*) FROM sqlite_schema") == 0)
  }

  @Test("says what is wrong, with the code, the sentence and the statement")
  func reportsErrors() throws {
    let connection = try Connection(.sharedMemory("errors"))
    #expect(
      throws: SQLiteError(code: 1, message: "no such table: missing", sql: "SELECT * FROM missing")
    ) { try connection.execute("SELECT * FROM missing") }
    try connection.execute("CREATE TABLE t(a UNIQUE); INSERT INTO t VALUES (1)")
    let error = #expect(throws: SQLiteError.self) {
      try connection.execute("INSERT INTO t VALUES (1)")
    }
    #expect(error?.kind == .constraint)
  }

  @Test("a read-only connection neither writes nor makes a file")
  func readsOnly() throws {
    let location = Connection.Location.sharedMemory("read-only")
    let writer = try Connection(location)
    try writer.execute("CREATE TABLE t(a)")
    let reader = try Connection(location, access: .readOnly)
    let error = #expect(throws: SQLiteError.self) {
      try reader.execute("INSERT INTO t VALUES (1)")
    }
    #expect(error?.kind == .readOnly)
    let missing = #expect(throws: SQLiteError.self) {
      try Connection(.file("/nowhere/at/all.db"), access: .readOnly)
    }
    #expect(missing?.kind == .cannotOpen)
  }

  @Test("a transaction keeps all of its changes, or none")
  func isAllOrNothing() throws {
    struct Stop: Error {}
    let connection = try Connection(.sharedMemory("transactions"))
    try connection.execute("CREATE TABLE t(a)")
    try connection.withTransaction(.immediate) {
      try connection.execute("INSERT INTO t VALUES (1)")
    }
    #expect(throws: Stop.self) {
      try connection.withTransaction(.immediate) {
        try connection.execute("INSERT INTO t VALUES (2)")
        throw Stop()
      }
    }
    #expect(!connection.isInTransaction)
    #expect(try connection.integer("SELECT count(*) FROM t") == 1)
  }

  @Test("a long statement stops when the progress handler says so, and the connection lives on")
  func interrupts() throws {
    let connection = try Connection(.sharedMemory("progress"))
    var asked = 0
    connection.setProgressHandler(everyInstructions: 100) {
      asked += 1
      return asked > 3
    }
    let endless =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    let error = #expect(throws: SQLiteError.self) { try connection.integer(endless) }
    #expect(error?.kind == .interrupted)
    connection.setProgressHandler(nil)
    #expect(try connection.integer("SELECT 5") == 5)
  }

  @Test("a registered function gets its arguments and gives its result")
  func callsFunctions() throws {
    let connection = try Connection(.sharedMemory("functions"))
    try connection.register("describe", argumentCount: 2) { arguments in
      if arguments.isNull(at: 0) { return .null }
      let text = arguments.withText(at: 0) { $0.map { String(decoding: $0, as: UTF8.self) } ?? "" }
      return .text(text + String(arguments.integer(at: 1)))
    }
    #expect(try connection.text("SELECT describe('ä', 2)") == "ä2")
    #expect(try connection.text("SELECT describe(NULL, 2)") == nil)
  }
}
