import SQLite

/// Sets aside the indexes that only queries need while a small catalog takes in what may be a large
/// one: sorting at the end costs a fraction of keeping them sorted.
struct BulkLoad {
  /// Packages and grids up to which it is worth it: building costs what is there already, too.
  static let rowLimit: Int64 = 2_000

  private let connection: Connection
  /// What makes the indexes and triggers again.
  private let definitions: [String]

  /// Drops the indexes of orders and the triggers of the full-text index; nil if the catalog is too
  /// large for that.
  init?(on connection: Connection) throws(SQLiteError) {
    let rows = try connection.integer(
      "SELECT (SELECT count(*) FROM packages) + (SELECT count(*) FROM grids)")
    guard let rows, rows <= Self.rowLimit else { return nil }
    let statement = try connection.prepare(
      """
      SELECT type, name, sql FROM sqlite_schema
      WHERE type = 'index' AND name LIKE '%\\_order\\_%' ESCAPE '\\'
        OR type = 'trigger' AND name LIKE 'search\\_%' ESCAPE '\\'
      """)
    var drops: [String] = []
    var definitions: [String] = []
    while try statement.step() {
      guard let type = statement.text(at: 0), let name = statement.text(at: 1),
        let sql = statement.text(at: 2)
      else { continue }
      drops.append("DROP \(type) \(name)")
      definitions.append(sql)
    }
    statement.reset()
    for drop in drops { try connection.execute(drop) }
    self.connection = connection
    self.definitions = definitions
  }

  /// Makes the indexes and triggers again, and the full-text index anew.
  func finish() throws(SQLiteError) {
    for definition in definitions { try connection.execute(definition) }
    try connection.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
  }
}
