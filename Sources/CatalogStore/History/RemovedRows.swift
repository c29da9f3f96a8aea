/// Rows that a change takes away, kept with it as one JSON object of lists by table, so that a revert
/// can bring them back as they were.
extension EditRun {
  /// The row of an object and of all that goes with it.
  func removedRows(of entity: Entity, _ id: Int64) throws(EditError) -> String {
    try removedRows(entity.rowsThatGo, id)
  }

  /// The rows of memberships and of their cells.
  func removedRows(ofMemberships ids: [Int64]) throws(EditError) -> String {
    let keys = "(SELECT value FROM json_each(?1))"
    return try removedRows(
      [("grid_packages", "id IN \(keys)"), ("elements", "grid_package_id IN \(keys)")],
      .text(String(decoding: keyListText(ids), as: UTF8.self)))
  }

  private func removedRows(
    _ tables: [(table: String, condition: String)], _ id: Int64
  ) throws(EditError) -> String {
    try removedRows(tables, .integer(id))
  }

  private func removedRows(
    _ tables: [(table: String, condition: String)], _ key: ColumnValue
  ) throws(EditError) -> String {
    let lists = tables.map { table, condition in
      let members = StoredColumns.of(table).map { "'\($0)', \($0)" }.joined(separator: ", ")
      return """
        '\(table)', json((SELECT json_group_array(json_object(\(members))) \
        FROM \(table) WHERE \(condition)))
        """
    }
    let rows = try statements.first(
      "SELECT json_object(\(lists.joined(separator: ", ")))", key
    ) { $0.text(at: 0) }
    guard let rows = rows ?? nil else { preconditionFailure("json_object gives a text") }
    return rows
  }

  /// Brings an object's own row back, at its next version; its category only if that is here.
  func restoreRow(of entity: Entity, in removed: String) throws(EditError) {
    let columns = StoredColumns.of(entity.table)
    let values = columns.map { column in
      switch column {
      case "version": "(row.value->>'version') + 1"
      case "modified": "?2"
      case "modified_instant": "?3"
      case "category_id":
        "(SELECT id FROM categories WHERE id = row.value->>'category_link')"
      default: "row.value->>'\(column)'"
      }
    }
    try statements.run(
      """
      INSERT INTO \(entity.table) (\(columns.joined(separator: ", ")))
      SELECT \(values.joined(separator: ", ")) FROM json_each(?1, '$.\(entity.table)') row
      """, .text(removed), .text(time), .integer(context.instant))
  }

  /// Brings memberships back whose other end is here, at their old places as far as the lists are that
  /// long, then their cells.
  /// - Returns: those that are back.
  @discardableResult
  func restoreMemberships(
    in removed: String, where isWanted: (Membership) -> Bool
  ) throws(EditError) -> [Membership] {
    let rows = try statements.rows(
      """
      SELECT value->>'id', value->>'grid_id', value->>'package_id', value->>'grid_position',
        value->>'package_position'
      FROM json_each(?1, '$.grid_packages') ORDER BY value->>'grid_position'
      """, .text(removed)
    ) { row in
      Membership(
        id: row.integer(at: 0), grid: row.integer(at: 1), package: row.integer(at: 2),
        gridPosition: row.integer(at: 3), packagePosition: row.integer(at: 4))
    }
    var restored: [Membership] = []
    for membership in rows where isWanted(membership) {
      guard try canRestore(membership) else { continue }
      _ = try insertMembership(membership)
      try restoreTimes(of: membership, in: removed)
      restored.append(membership)
    }
    try restoreChildren("elements", in: removed)
    return restored
  }

  /// Brings features or elements back whose parents are here.
  func restoreChildren(_ table: String, in removed: String) throws(EditError) {
    let columns = StoredColumns.of(table)
    let parents =
      table == "features"
      ? [("grids", "grid_id")]
      : [("grid_packages", "grid_package_id"), ("features", "feature_id")]
    let conditions = parents.map { parent, column in
      "EXISTS (SELECT 1 FROM \(parent) WHERE id = row.value->>'\(column)')"
    }
    try statements.run(
      """
      INSERT OR IGNORE INTO \(table) (\(columns.joined(separator: ", ")))
      SELECT \(columns.map { "row.value->>'\($0)'" }.joined(separator: ", "))
      FROM json_each(?1, '$.\(table)') row WHERE \(conditions.joined(separator: " AND "))
      """, .text(removed))
  }

  private func canRestore(_ membership: Membership) throws(EditError) -> Bool {
    guard let id = membership.id else { return false }
    let isTaken = try self.membership(id) != nil
    let isThere = try self.membership(grid: membership.grid, package: membership.package) != nil
    let hasGrid = try self.id(of: .id(membership.grid), .grid) != nil
    let hasPackage = try self.id(of: .id(membership.package), .package) != nil
    return !isTaken && !isThere && hasGrid && hasPackage
  }

  private func restoreTimes(of membership: Membership, in removed: String) throws(EditError) {
    try statements.run(
      """
      UPDATE grid_packages SET (has_origin_id, created, created_instant, modified, modified_instant)
        = (SELECT value->>'has_origin_id', value->>'created', value->>'created_instant',
          value->>'modified', value->>'modified_instant'
          FROM json_each(?1, '$.grid_packages') WHERE value->>'id' = ?2)
      WHERE id = ?2
      """, .text(removed), ColumnValue(membership.id))
  }
}

extension Entity {
  /// The rows that a delete takes away, by table, as conditions on the id ?1.
  fileprivate var rowsThatGo: [(table: String, condition: String)] {
    func cells(of memberships: String) -> String {
      "grid_package_id IN (SELECT id FROM grid_packages WHERE \(memberships) = ?1)"
    }
    let own = (table, "id = ?1")
    return switch self {
    case .category: [own]
    case .package:
      [own, ("grid_packages", "package_id = ?1"), ("elements", cells(of: "package_id"))]
    case .grid:
      [
        own, ("grid_packages", "grid_id = ?1"), ("features", "grid_id = ?1"),
        ("elements", cells(of: "grid_id")),
      ]
    case .gridPackage: [own, ("elements", "grid_package_id = ?1")]
    case .feature: [own, ("elements", "feature_id = ?1")]
    case .element: [own]
    }
  }
}

/// All columns of the tables of objects.
enum StoredColumns {
  /// The columns of a table; a test compares them with the tables.
  static func of(_ table: String) -> [String] {
    let times = ["created", "created_instant", "modified", "modified_instant"]
    return switch table {
    case "categories":
      ["id", "title", "slug", "description", "title_plural", "show_pypi"] + times + ["version"]
    case "grids":
      ["id", "title", "slug", "is_locked", "header"] + times + ["description", "version"]
    case "packages":
      ["id", "category_id", "category_link", "title", "slug", "repo_watchers", "repo_forks"]
        + times + [
          "last_updated", "last_updated_instant", "last_fetched", "last_fetched_instant",
          "repo_url", "pypi_version", "pypi_name", "pypi_url", "documentation_url",
          "repo_description", "commits_over_52", "participants", "version",
        ]
    case "grid_packages":
      ["id", "grid_id", "package_id", "grid_position", "package_position", "has_origin_id"] + times
    case "features": ["id", "grid_id", "title"] + times + ["description", "version"]
    case "elements": ["id", "grid_package_id", "feature_id"] + times + ["text", "version"]
    default: preconditionFailure("\(table) holds no objects")
    }
  }
}
