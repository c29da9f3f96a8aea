import SQLite

/// Makes the memberships what a run said: for the grids and packages it listed, what either side
/// named takes the place of what was there; all else stays.
struct MembershipReconciliation {
  /// What it did.
  struct Result {
    var memberships = ImportSummary.Memberships()
    /// What became of the memberships' own objects.
    var claims = ImportSummary.Counts()
    /// Pending memberships that are now in their grids.
    var resolved = 0
  }

  let connection: Connection
  let staging: MembershipStaging

  /// Does it all, in the open transaction.
  func run() throws(SQLiteError) -> Result {
    var result = Result()
    result.claims = try countClaims()
    try gatherLinks()
    result.memberships.removed = try removeUnlisted()
    let before = try countAll()
    try addResolvable()
    for side in MembershipSide.both {
      try keepPositions(of: side)
      try appendMissingPositions(of: side)
    }
    try applyClaims()
    result.memberships.moved = try move()
    try insertNew()
    result.resolved = try dropResolved()
    try insertPending()
    result.memberships.added = try countAll() - before
    let links = try count("SELECT count(*) FROM temp.links")
    result.memberships.unchanged = links - result.memberships.added - result.memberships.moved
    return result
  }

  private func count(_ sql: String) throws(SQLiteError) -> Int {
    Int(try connection.integer(sql) ?? 0)
  }

  private func countAll() throws(SQLiteError) -> Int {
    try count(
      "SELECT (SELECT count(*) FROM grid_packages) + (SELECT count(*) FROM pending_memberships)")
  }

  private func change(_ sql: String) throws(SQLiteError) -> Int {
    try connection.prepare(sql).run()
    return connection.changeCount
  }

  /// An object is added if none of its membership was known, whether or not the membership was.
  private func countClaims() throws(SQLiteError) -> ImportSummary.Counts {
    let statement = try connection.prepare(
      """
      SELECT count(*),
        sum(m.id IS c.id AND m.has_origin_id AND m.created IS c.created
          AND m.modified IS c.modified
          OR p.origin_id IS c.id AND p.created IS c.created AND p.modified IS c.modified),
        sum(coalesce(m.has_origin_id, 0) OR p.origin_id IS NOT NULL)
      FROM temp.claims c
      LEFT JOIN grid_packages m ON m.grid_id = c.grid_id AND m.package_id = c.package_id
      LEFT JOIN pending_memberships p ON p.grid_id = c.grid_id AND p.package_id = c.package_id
      """)
    guard try statement.step() else { return ImportSummary.Counts() }
    let all = Int(statement.integer(at: 0))
    let unchanged = Int(statement.integer(at: 1))
    let known = Int(statement.integer(at: 2))
    return ImportSummary.Counts(
      added: all - known, updated: known - unchanged, unchanged: unchanged)
  }

  /// All that the run named, with the positions it gave.
  private func gatherLinks() throws(SQLiteError) {
    let hasReplacedLists = try staging.hasReplacedLists()
    func listed(_ side: MembershipSide, gridPosition: String, packagePosition: String) -> String {
      """
      SELECT l.owner_id AS \(side.owner), l.member_id AS \(side.member),
        \(gridPosition) AS grid_position, \(packagePosition) AS package_position
      FROM \(side.lists) l \(hasReplacedLists ? lastLists(of: side) : "")
      """
    }
    let grids = listed(.grids, gridPosition: "l.position", packagePosition: "NULL")
    let packages = listed(.packages, gridPosition: "NULL", packagePosition: "l.position")
    let columns = "grid_id, package_id, grid_position, package_position"
    let claims = "SELECT grid_id, package_id, NULL, NULL, id FROM temp.claims"
    try connection.execute(
      """
      INSERT INTO temp.links
      SELECT grid_id, package_id, max(grid_position), max(package_position),
        \(MembershipStaging.isResolvable("l")), max(claim_id)
      FROM (
        SELECT \(columns), NULL AS claim_id FROM (\(grids))
        UNION ALL SELECT \(columns), NULL FROM (\(packages))
        UNION ALL \(claims)) l
      GROUP BY grid_id, package_id
      """)
  }

  /// Keeps an owner's last list of several.
  private func lastLists(of side: MembershipSide) -> String {
    "CROSS JOIN \(side.owners) o ON o.owner_id = l.owner_id AND o.list = l.list"
  }

  /// Removes what a list of this run leaves out, and closes the gaps in other lists.
  private func removeUnlisted() throws(SQLiteError) -> Int {
    var removed = 0
    for table in staging.tablesBefore {
      let statement = try connection.prepare(
        """
        SELECT grid_id, package_id, grid_position, package_position FROM \(table) m
        WHERE (\(MembershipSide.grids.isListed("m")) OR \(MembershipSide.packages.isListed("m")))
          AND NOT EXISTS (SELECT 1 FROM temp.links l
            WHERE l.grid_id = m.grid_id AND l.package_id = m.package_id)
        ORDER BY grid_id, grid_position DESC
        """)
      var rows: [[Int64]] = []
      while try statement.step() { rows.append((0..<4).map { statement.integer(at: $0) }) }
      let delete = try connection.prepare(
        "DELETE FROM \(table) WHERE grid_id = ?1 AND package_id = ?2")
      for row in rows {
        try delete.bind(row[0], at: 1)
        try delete.bind(row[1], at: 2)
        try delete.run()
      }
      // From the back, so that the positions read above stay true.
      try closeGaps(.grids, rows.map { ($0[0], $0[2]) })
      try closeGaps(.packages, rows.map { ($0[1], $0[3]) })
      removed += rows.count
    }
    return removed
  }

  private func closeGaps(
    _ side: MembershipSide, _ gaps: [(owner: Int64, position: Int64)]
  ) throws(SQLiteError) {
    for table in staging.tablesBefore {
      let statement = try connection.prepare(
        """
        UPDATE \(table) SET \(side.position) = \(side.position) - 1
        WHERE \(side.owner) = ?1 AND \(side.position) > ?2
        """)
      for gap in gaps.sorted(by: { $0.position > $1.position }) {
        try statement.bind(gap.owner, at: 1)
        try statement.bind(gap.position, at: 2)
        try statement.run()
      }
    }
  }

  /// Pending memberships whose grid and package have come count as named.
  private func addResolvable() throws(SQLiteError) {
    try staging.addResolvedClaims()
    try connection.execute(
      """
      INSERT INTO temp.links
      SELECT grid_id, package_id, NULL, NULL, 1,
        (SELECT id FROM temp.claims c
          WHERE c.grid_id = p.grid_id AND c.package_id = p.package_id)
      FROM pending_memberships p WHERE \(MembershipStaging.isResolvable("p"))
      ON CONFLICT (grid_id, package_id) DO UPDATE SET claim_id = excluded.claim_id
      """)
  }

  /// In a list that the run does not give, what was there stays in its place.
  private func keepPositions(of side: MembershipSide) throws(SQLiteError) {
    for table in staging.tablesBefore {
      try connection.execute(
        """
        UPDATE temp.links AS l SET \(side.position) = m.\(side.position) FROM \(table) m
        WHERE l.\(side.position) IS NULL AND NOT \(side.isListed("l"))
          AND m.grid_id = l.grid_id AND m.package_id = l.package_id
        """)
    }
  }

  /// What only the other side named goes to the list's end: first what was there before, in its
  /// order, then by id.
  private func appendMissingPositions(of side: MembershipSide) throws(SQLiteError) {
    try connection.execute(
      """
      CREATE TEMP TABLE tails (owner_id INTEGER PRIMARY KEY, position INTEGER);
      INSERT INTO temp.tails
      SELECT \(side.owner), coalesce(max(\(side.position)), -1) FROM temp.links
      GROUP BY \(side.owner) HAVING count(*) > count(\(side.position));

      UPDATE temp.tails AS t SET position = max(
        position,
        coalesce((SELECT max(\(side.position)) FROM grid_packages WHERE \(side.owner) = owner_id), -1),
        coalesce(
          (SELECT max(\(side.position)) FROM pending_memberships WHERE \(side.owner) = owner_id), -1))
      WHERE NOT EXISTS (SELECT 1 FROM \(side.owners) o WHERE o.owner_id = t.owner_id);

      UPDATE temp.links AS l SET \(side.position) = a.position
      FROM (
        SELECT l.grid_id, l.package_id, t.position + row_number() OVER (
          PARTITION BY t.owner_id
          ORDER BY coalesce(m.\(side.position), p.\(side.position)) NULLS LAST, l.\(side.member)
        ) AS position
        FROM temp.links l
        JOIN temp.tails t ON t.owner_id = l.\(side.owner)
        LEFT JOIN grid_packages m ON m.grid_id = l.grid_id AND m.package_id = l.package_id
        LEFT JOIN pending_memberships p ON p.grid_id = l.grid_id AND p.package_id = l.package_id
        WHERE l.\(side.position) IS NULL) a
      WHERE l.grid_id = a.grid_id AND l.package_id = a.package_id;

      DROP TABLE temp.tails;
      """)
  }

  /// Gives memberships that are there the ids and times of their own objects.
  private func applyClaims() throws(SQLiteError) {
    try connection.execute(
      """
      UPDATE grid_packages AS m SET id = c.id, has_origin_id = 1, created = c.created,
        created_instant = c.created_instant, modified = c.modified,
        modified_instant = c.modified_instant
      FROM temp.claims c
      WHERE m.grid_id = c.grid_id AND m.package_id = c.package_id
        AND (m.id, m.has_origin_id, m.created, m.modified)
          IS NOT (c.id, 1, c.created, c.modified)
      """)
  }

  /// Gives memberships that were there the positions of this run.
  private func move() throws(SQLiteError) -> Int {
    var moved = 0
    for table in staging.tablesBefore {
      moved += try change(
        """
        UPDATE \(table) AS m
        SET grid_position = l.grid_position, package_position = l.package_position
        FROM temp.links l
        WHERE m.grid_id = l.grid_id AND m.package_id = l.package_id
          AND (m.grid_position, m.package_position) IS NOT (l.grid_position, l.package_position)
        """)
    }
    return moved
  }

  /// New memberships: those with an id of the origin first, then the others after the last id; all in
  /// the order of the ids, which is that of the table (the `LIMIT` keeps the order in the subquery).
  private func insertNew() throws(SQLiteError) {
    let isKnown = """
      EXISTS (SELECT 1 FROM grid_packages m
        WHERE m.grid_id = l.grid_id AND m.package_id = l.package_id)
      """
    let isNew = staging.mayHoldIDs ? "l.is_resolvable AND NOT \(isKnown)" : "l.is_resolvable"
    try connection.execute(
      """
      INSERT INTO grid_packages (id, grid_id, package_id, grid_position, package_position,
        has_origin_id, created, created_instant, modified, modified_instant)
      SELECT c.id, l.grid_id, l.package_id, l.grid_position, l.package_position,
        1, c.created, c.created_instant, c.modified, c.modified_instant
      FROM (
        SELECT * FROM temp.links l WHERE l.claim_id IS NOT NULL AND \(isNew)
        ORDER BY l.claim_id LIMIT -1) l
      CROSS JOIN temp.claims c ON c.id = l.claim_id;

      INSERT INTO grid_packages (id, grid_id, package_id, grid_position, package_position,
        has_origin_id)
      SELECT \(MembershipStaging.nextID) - 1
          + row_number() OVER (ORDER BY l.grid_id, l.grid_position, l.package_id),
        l.grid_id, l.package_id, l.grid_position, l.package_position, 0
      FROM temp.links l WHERE l.claim_id IS NULL AND \(isNew);
      """)
  }

  private func dropResolved() throws(SQLiteError) -> Int {
    try change(
      """
      DELETE FROM pending_memberships AS p WHERE \(MembershipStaging.isResolvable("p"))
      """)
  }

  /// Keeps what has no grid or no package yet.
  private func insertPending() throws(SQLiteError) {
    try connection.execute(
      """
      UPDATE pending_memberships AS p
      SET (origin_id, created, created_instant, modified, modified_instant)
        = (NULL, NULL, NULL, NULL, NULL)
      FROM temp.claims c
      WHERE p.origin_id = c.id AND NOT (p.grid_id = c.grid_id AND p.package_id = c.package_id);

      INSERT INTO pending_memberships (grid_id, package_id, grid_position, package_position,
        origin_id, created, created_instant, modified, modified_instant)
      SELECT l.grid_id, l.package_id, l.grid_position, l.package_position,
        c.id, c.created, c.created_instant, c.modified, c.modified_instant
      FROM temp.links l
      LEFT JOIN temp.claims c ON c.id = l.claim_id
      WHERE NOT l.is_resolvable
      ON CONFLICT (grid_id, package_id) DO UPDATE SET
        (origin_id, created, created_instant, modified, modified_instant)
        = (excluded.origin_id, excluded.created, excluded.created_instant, excluded.modified,
          excluded.modified_instant)
      WHERE excluded.origin_id IS NOT NULL
        AND (origin_id, created, modified)
          IS NOT (excluded.origin_id, excluded.created, excluded.modified);
      """)
  }
}
