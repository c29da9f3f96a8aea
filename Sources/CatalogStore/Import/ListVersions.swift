import SQLite

/// Moves the versions of objects whose lists or category a run changes without writing their own row:
/// a grid that a package's list names, say.
///
/// Which these are is noted by triggers of the run's own connection, whatever changes a row. In a
/// catalog that was empty all rows are new, and nothing is noted.
struct ListVersions {
  private let connection: Connection
  private let isNeeded: Bool

  init(on connection: Connection) throws(SQLiteError) {
    self.connection = connection
    isNeeded =
      try connection.integer(
        "SELECT EXISTS (SELECT 1 FROM packages) OR EXISTS (SELECT 1 FROM grids)") == 1
    if isNeeded { try connection.execute(Self.tables + Self.triggers.joined()) }
  }

  /// Moves the versions, once each, of what has not been written by the run as a whole.
  func finish() throws(SQLiteError) {
    guard isNeeded else { return }
    for resource in ["packages", "grids"] {
      try connection.execute(
        """
        UPDATE \(resource) SET version = version + 1
        WHERE id IN (SELECT id FROM temp.changed_lists WHERE resource = '\(resource)')
          AND id NOT IN (SELECT id FROM temp.written_objects WHERE resource = '\(resource)')
        """)
    }
    try connection.execute(
      """
      DROP TABLE temp.changed_lists;
      DROP TABLE temp.written_objects;
      """ + Self.triggerNames.map { "DROP TRIGGER temp.\($0);" }.joined())
  }

  private static let tables = ["changed_lists", "written_objects"].map { table in
    """
    CREATE TEMP TABLE \(table) (
      resource TEXT, id INTEGER, PRIMARY KEY (resource, id)) WITHOUT ROWID;

    """
  }.joined()

  /// What a change of a row says: the event, the table, and what is noted where.
  private static let events: [(name: String, event: String, table: String, notes: [String])] = [
    ("added", "INSERT", "grid_packages", [list("grids", "new"), list("packages", "new")]),
    ("removed", "DELETE", "grid_packages", [list("grids", "old"), list("packages", "old")]),
    ("moved_in_grid", "UPDATE OF grid_position", "grid_packages", [list("grids", "new")]),
    (
      "moved_in_package", "UPDATE OF package_position", "grid_packages", [list("packages", "new")]
    ),
    ("feature_added", "INSERT", "features", [list("grids", "new")]),
    ("feature_removed", "DELETE", "features", [list("grids", "old")]),
    ("category_set", "UPDATE OF category_id", "packages", [changed("packages", "new.id")]),
    ("package_added", "INSERT", "packages", [written("packages")]),
    ("package_updated", "UPDATE OF version", "packages", [written("packages")]),
    ("grid_added", "INSERT", "grids", [written("grids")]),
    ("grid_updated", "UPDATE OF version", "grids", [written("grids")]),
  ]

  private static let triggerNames = events.map { "versions_\($0.name)" }

  private static let triggers = events.map { name, event, table, notes in
    """
    CREATE TEMP TRIGGER versions_\(name) AFTER \(event) ON main.\(table) BEGIN
      \(notes.joined(separator: " "))
    END;

    """
  }

  private static func list(_ resource: String, _ row: String) -> String {
    changed(resource, "\(row).\(resource == "grids" ? "grid_id" : "package_id")")
  }

  private static func changed(_ resource: String, _ id: String) -> String {
    "INSERT OR IGNORE INTO changed_lists VALUES ('\(resource)', \(id));"
  }

  private static func written(_ resource: String) -> String {
    "INSERT OR IGNORE INTO written_objects VALUES ('\(resource)', new.id);"
  }
}
