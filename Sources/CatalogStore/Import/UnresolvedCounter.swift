import SQLite

/// Counts what waits for what is not in the catalog.
struct UnresolvedCounter {
  let connection: Connection

  /// The counts and a few examples, lowest ids first.
  func count() throws(SQLiteError) -> ImportSummary.Unresolved {
    var unresolved = ImportSummary.Unresolved()
    unresolved.categories = try number(
      "packages WHERE category_id IS NULL AND category_link IS NOT NULL")
    unresolved.memberships = try number("pending_memberships")
    unresolved.features = try number("pending_objects WHERE resource = 'features'")
    unresolved.elements = try number("pending_objects WHERE resource = 'elements'")
    unresolved.examples =
      try links(
        from: .packages, to: .categories,
        "SELECT id, category_link FROM packages WHERE category_id IS NULL AND category_link IS NOT NULL"
      )
      + links(
        from: .packages, to: .grids,
        """
        SELECT package_id, grid_id FROM pending_memberships
        WHERE grid_id NOT IN (SELECT id FROM grids)
        """)
      + links(
        from: .grids, to: .packages,
        """
        SELECT grid_id, package_id FROM pending_memberships
        WHERE grid_id IN (SELECT id FROM grids)
        """)
      + links(
        from: .features, to: .grids,
        """
        SELECT id, json_extract(object, '$.grid_id') FROM pending_objects
        WHERE resource = 'features'
        """)
      + links(
        from: .elements, to: .gridPackages,
        """
        SELECT id, json_extract(object, '$.grid_package_id') FROM pending_objects
        WHERE resource = 'elements'
        """)
    return unresolved
  }

  private func number(_ rows: String) throws(SQLiteError) -> Int {
    Int(try connection.integer("SELECT count(*) FROM \(rows)") ?? 0)
  }

  private func links(
    from: CatalogResource, to: CatalogResource, _ sql: String
  ) throws(SQLiteError) -> [ImportSummary.UnresolvedLink] {
    let limit = ImportSummary.Unresolved.exampleLimit
    let statement = try connection.prepare("\(sql) ORDER BY 1, 2 LIMIT \(limit)")
    var links: [ImportSummary.UnresolvedLink] = []
    while try statement.step() {
      links.append(
        .init(from: from, fromID: statement.integer(at: 0), to: to, toID: statement.integer(at: 1)))
    }
    return links
  }
}
