import SQLite

extension CatalogDatabase {
  /// Looks for what is not as it should be, from damaged pages to gaps in lists.
  ///
  /// Reads the whole file; writes nothing, though for the full-text index it asks for the write lock.
  /// Blocks.
  /// - Returns: what was found, at most 20 of a kind; nothing in a healthy catalog.
  /// - Throws: `StoreError` if the file cannot be read at all.
  public func check() throws(StoreError) -> [CheckFinding] {
    do throws(SQLiteError) {
      let connection = try connect(.readWrite)
      connection.setBusyTimeout(milliseconds: 10_000)
      // Each entry of each index is looked up in its table: two thirds of the time were calls for pages.
      try connection.execute("PRAGMA mmap_size = 2147483647; PRAGMA cache_size = -32768")
      let check = CatalogCheck(connection: connection)
      return try check.damage() + check.danglingReferences() + check.searchIndex()
        + check.positions() + check.categories() + check.waitingMemberships()
        + check.versions() + check.revision()
    } catch {
      throw StoreError(error)
    }
  }
}

/// The single checks.
private struct CatalogCheck {
  let connection: Connection

  /// Findings of a kind that are told; where there are more, all of them have one cause.
  private static let findingLimit = 20

  /// sqlite.org/pragma.html#pragma_integrity_check
  func damage() throws(SQLiteError) -> [CheckFinding] {
    try rows("PRAGMA integrity_check(\(Self.findingLimit))") { $0.text(at: 0) ?? "" }
      .filter { $0 != "ok" }.map(CheckFinding.damaged)
  }

  /// sqlite.org/pragma.html#pragma_foreign_key_check
  func danglingReferences() throws(SQLiteError) -> [CheckFinding] {
    try rows("PRAGMA foreign_key_check") { row in
      .danglingReference(table: row.text(at: 0) ?? "", parent: row.text(at: 2) ?? "")
    }
  }

  /// sqlite.org/fts5.html, The 'integrity-check' Command; with rank 1 the index is also compared with
  /// the texts it is made of.
  func searchIndex() throws(SQLiteError) -> [CheckFinding] {
    try connection.begin(.immediate)
    var findings: [CheckFinding] = []
    do throws(SQLiteError) {
      try connection.execute(
        "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
    } catch {
      guard error.kind == .corrupt else {
        try connection.rollback()
        throw error
      }
      findings.append(.searchIndex)
    }
    try connection.rollback()
    return findings
  }

  func positions() throws(SQLiteError) -> [CheckFinding] {
    var findings: [CheckFinding] = []
    for side in MembershipSide.both {
      let columns = "\(side.owner) AS owner, \(side.position) AS position"
      findings += try rows(
        """
        SELECT owner FROM (
          SELECT \(columns) FROM grid_packages UNION ALL SELECT \(columns) FROM pending_memberships)
        GROUP BY owner
        HAVING min(position) <> 0 OR max(position) <> count(*) - 1
          OR count(DISTINCT position) <> count(*)
        """
      ) { .positions(side.ownerEntity, id: $0.integer(at: 0)) }
    }
    return findings
  }

  func categories() throws(SQLiteError) -> [CheckFinding] {
    try rows(
      """
      SELECT p.id FROM packages p LEFT JOIN categories c ON c.id = p.category_link
      WHERE p.category_id IS NOT c.id
      """
    ) { .category(package: $0.integer(at: 0)) }
  }

  func waitingMemberships() throws(SQLiteError) -> [CheckFinding] {
    try rows(
      """
      SELECT m.grid_id, m.package_id FROM pending_memberships m
      JOIN grids g ON g.id = m.grid_id JOIN packages p ON p.id = m.package_id
      """
    ) { .waitingMembership(grid: $0.integer(at: 0), package: $0.integer(at: 1)) }
  }

  func versions() throws(SQLiteError) -> [CheckFinding] {
    var findings: [CheckFinding] = []
    for entity in Entity.allCases where entity.hasVersion {
      findings += try rows(
        """
        SELECT r.id FROM \(entity.table) r JOIN change_objects o
          ON o.entity = '\(entity.table)' AND o.id = r.id
        GROUP BY r.id HAVING max(o.version) > r.version OR r.version < 1
        """
      ) { .version(entity, id: $0.integer(at: 0)) }
    }
    return findings
  }

  func revision() throws(SQLiteError) -> [CheckFinding] {
    try rows(
      """
      SELECT r.revision, max(c.revision) FROM catalog_revision r, changes c
      HAVING count(*) > 0
        AND (max(c.revision) <> r.revision OR count(*) <> max(c.revision) - min(c.revision) + 1)
      """
    ) { .revision(catalog: $0.integer(at: 0), history: $0.integer(at: 1)) }
  }

  private func rows<Row>(
    _ sql: String, _ read: (borrowing Statement) -> Row
  ) throws(SQLiteError) -> [Row] {
    let statement = try connection.prepare(sql)
    var rows: [Row] = []
    while rows.count < Self.findingLimit, try statement.step() { rows.append(read(statement)) }
    return rows
  }
}
