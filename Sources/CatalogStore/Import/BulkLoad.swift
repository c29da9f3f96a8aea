import SQLite

/// Sets aside the indexes that only queries need once a run has doubled the catalog: making them anew at the end costs less than keeping them through the rest.
final class BulkLoad {
  private let connection: Connection
  /// Packages and grids that were there before the run, and those that it added.
  private let rowsBefore: Int64
  private var rowsAdded: Int64 = 0
  /// What makes the indexes and triggers again; empty while they are there.
  private var definitions: [String] = []

  init(on connection: Connection) throws(SQLiteError) {
    self.connection = connection
    rowsBefore =
      try connection.integer(
        "SELECT (SELECT count(*) FROM packages) + (SELECT count(*) FROM grids)") ?? 0
    if rowsBefore == 0 { try begin() }
  }

  /// Notes that a package or a grid was added.
  func didAddRow() throws(SQLiteError) {
    rowsAdded += 1
    if rowsAdded == rowsBefore { try begin() }
  }

  /// Makes the indexes and triggers again, and the full-text index anew, if they were set aside.
  func finish() throws(SQLiteError) {
    guard !definitions.isEmpty else { return }
    for definition in definitions { try connection.execute(definition) }
    try connection.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
  }

  /// Drops the indexes of orders and the triggers of the full-text index.
  private func begin() throws(SQLiteError) {
    let statement = try connection.prepare(
      """
      SELECT type, name, sql FROM sqlite_schema
      WHERE type = 'index' AND name LIKE '%\\_order\\_%' ESCAPE '\\'
        OR type = 'trigger' AND name LIKE 'search\\_%' ESCAPE '\\'
      """)
    var drops: [String] = []
    while try statement.step() {
      guard let type = statement.text(at: 0), let name = statement.text(at: 1),
        let sql = statement.text(at: 2)
      else { continue }
      drops.append("DROP \(type) \(name)")
      definitions.append(sql)
    }
    for drop in drops { try connection.execute(drop) }
  }
}
