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

  /// A change of a row, and what is noted then.
  private struct Event {
    let name: String
    /// INSERT, DELETE or UPDATE.
    let kind: String
    /// The column that an update has to give another value; one that it names may get the same.
    var column: String?
    let table: String
    let notes: [String]
  }

  private static let events = [
    Event(
      name: "added", kind: "INSERT", table: "grid_packages",
      notes: [list("grids", "new"), list("packages", "new")]),
    Event(
      name: "removed", kind: "DELETE", table: "grid_packages",
      notes: [list("grids", "old"), list("packages", "old")]),
    Event(
      name: "moved_in_grid", kind: "UPDATE", column: "grid_position", table: "grid_packages",
      notes: [list("grids", "new")]),
    Event(
      name: "moved_in_package", kind: "UPDATE", column: "package_position",
      table: "grid_packages", notes: [list("packages", "new")]),
    Event(
      name: "feature_added", kind: "INSERT", table: "features", notes: [list("grids", "new")]),
    Event(
      name: "feature_removed", kind: "DELETE", table: "features", notes: [list("grids", "old")]),
    Event(
      name: "category_set", kind: "UPDATE", column: "category_id", table: "packages",
      notes: [changed("packages", "new.id")]),
    Event(name: "package_added", kind: "INSERT", table: "packages", notes: [written("packages")]),
    Event(
      name: "package_updated", kind: "UPDATE", column: "version", table: "packages",
      notes: [written("packages")]),
    Event(name: "grid_added", kind: "INSERT", table: "grids", notes: [written("grids")]),
    Event(
      name: "grid_updated", kind: "UPDATE", column: "version", table: "grids",
      notes: [written("grids")]),
  ]

  private static let triggerNames = events.map { "versions_\($0.name)" }

  private static let triggers = events.map { event in
    let column = event.column.map { " OF \($0)" } ?? ""
    let condition = event.column.map { " WHEN old.\($0) IS NOT new.\($0)" } ?? ""
    return """
      CREATE TEMP TRIGGER versions_\(event.name)
      AFTER \(event.kind)\(column) ON main.\(event.table)\(condition) BEGIN
        \(event.notes.joined(separator: " "))
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
