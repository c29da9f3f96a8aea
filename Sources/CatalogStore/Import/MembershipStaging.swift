import SQLite

/// What a run says of memberships, in temporary tables until its end: then it is known whether the
/// grids and packages are there, and what both sides say.
///
/// The tables go with the run's connection.
final class MembershipStaging {
  private let connection: Connection
  private let addGridMember: Statement
  private let addPackageMember: Statement
  private let setListedGrid: Statement
  private let setListedPackage: Statement
  private let addPackage: Statement
  private let addClaim: Statement
  private let holder: Statement
  private let claimHolder: Statement
  private let renumber: Statement
  /// Tables that held memberships before the run; those in the first may have ids that it claims.
  let tablesBefore: [String]
  let mayHoldIDs: Bool
  private var lists: Int64 = 0

  /// Memberships whose grid and package are both there, and those that wait for one.
  private static let present = "grid_packages"
  private static let pending = "pending_memberships"

  /// Makes the tables, empty.
  init(on connection: Connection) throws(SQLiteError) {
    self.connection = connection
    try connection.execute(Self.tables)
    var tablesBefore: [String] = []
    for table in [Self.present, Self.pending] {
      let holdsRows = try connection.integer("SELECT 1 FROM \(table) LIMIT 1") != nil
      if holdsRows { tablesBefore.append(table) }
    }
    self.tablesBefore = tablesBefore
    mayHoldIDs = tablesBefore.contains(Self.present)
    func prepareMember(_ side: MembershipSide) throws(SQLiteError) -> Statement {
      try connection.prepare("INSERT INTO \(side.lists) VALUES (?1, ?2, ?3, ?4)")
    }
    func prepareListed(_ side: MembershipSide) throws(SQLiteError) -> Statement {
      try connection.prepare("INSERT OR REPLACE INTO \(side.owners) VALUES (?1, ?2)")
    }
    addGridMember = try prepareMember(.grids)
    addPackageMember = try prepareMember(.packages)
    setListedGrid = try prepareListed(.grids)
    setListedPackage = try prepareListed(.packages)
    addPackage = try connection.prepare(
      "INSERT OR IGNORE INTO temp.present_packages VALUES (?1)")
    addClaim = try connection.prepare(
      """
      INSERT INTO temp.claims VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT (id) DO UPDATE SET (grid_id, package_id, created, created_instant, modified,
        modified_instant) = (excluded.grid_id, excluded.package_id, excluded.created,
        excluded.created_instant, excluded.modified, excluded.modified_instant)
      """)
    claimHolder = try connection.prepare(
      "SELECT id FROM temp.claims WHERE grid_id = ?1 AND package_id = ?2")
    holder = try connection.prepare(
      "SELECT 1 FROM grid_packages WHERE id = ?1 AND NOT (grid_id = ?2 AND package_id = ?3)")
    renumber = try connection.prepare(
      "UPDATE grid_packages SET has_origin_id = 0, id = \(Self.nextID) WHERE id = ?1")
  }

  /// Whether an object's list took the place of an earlier one.
  func hasReplacedLists() throws(SQLiteError) -> Bool {
    let owners = MembershipSide.both.map { "(SELECT count(*) FROM \($0.owners) WHERE list > 0)" }
    return try connection.integer("SELECT \(owners.joined(separator: " + "))") != lists
  }

  /// Notes the list of a grid or a package; a later list of the same takes its place.
  func addList(
    _ side: ListSide, of owner: Int64, members: ArraySlice<Int64>
  ) throws(SQLiteError) {
    lists += 1
    switch side {
    case .grid:
      try setListedGrid.bind(owner, at: 1)
      try setListedGrid.bind(lists, at: 2)
      try setListedGrid.run()
    case .package:
      try setListedPackage.bind(owner, at: 1)
      try setListedPackage.bind(lists, at: 2)
      try setListedPackage.run()
    }
    for (position, member) in members.enumerated() {
      switch side {
      case .grid: try addMember(member, at: position, of: owner, with: addGridMember)
      case .package: try addMember(member, at: position, of: owner, with: addPackageMember)
      }
    }
  }

  /// Whose list it is.
  enum ListSide {
    case grid
    case package
  }

  private func addMember(
    _ member: Int64, at position: Int, of owner: Int64, with statement: borrowing Statement
  ) throws(SQLiteError) {
    try statement.bind(owner, at: 1)
    try statement.bind(lists, at: 2)
    try statement.bind(Int64(position), at: 3)
    try statement.bind(member, at: 4)
    try statement.run()
  }

  /// A membership's own object: its id at the origin, and its times.
  struct Claim {
    let id: Int64
    let grid: Int64
    let package: Int64
    let created: Time
    let modified: Time

    /// A time's bytes and instant.
    struct Time {
      let text: [UInt8]
      let instant: Int64
    }
  }

  /// Notes a membership's own object. A membership of another pair that has the id is renumbered at
  /// once, so that elements can be given to the id from now on.
  /// - Returns: the id of another object of this run for the same pair; nothing is noted then.
  func add(_ claim: Claim) throws(SQLiteError) -> Int64? {
    try addClaim.bind(claim.id, at: 1)
    try addClaim.bind(claim.grid, at: 2)
    try addClaim.bind(claim.package, at: 3)
    try addClaim.bind(utf8: claim.created.text, at: 4)
    try addClaim.bind(claim.created.instant, at: 5)
    try addClaim.bind(utf8: claim.modified.text, at: 6)
    try addClaim.bind(claim.modified.instant, at: 7)
    do {
      try addClaim.run()
    } catch {
      guard error.kind == .constraint, let other = try claimHolder(of: claim) else { throw error }
      return other
    }
    if mayHoldIDs { try free(claim.id, for: claim.grid, claim.package) }
    return nil
  }

  private func claimHolder(of claim: Claim) throws(SQLiteError) -> Int64? {
    defer { claimHolder.reset() }
    try claimHolder.bind(claim.grid, at: 1)
    try claimHolder.bind(claim.package, at: 2)
    return try claimHolder.step() ? claimHolder.integer(at: 0) : nil
  }

  /// Renumbers the membership that has an id, unless it is that of the pair.
  private func free(_ id: Int64, for grid: Int64, _ package: Int64) throws(SQLiteError) {
    try holder.bind(id, at: 1)
    try holder.bind(grid, at: 2)
    try holder.bind(package, at: 3)
    let isTaken = try holder.step()
    holder.reset()
    guard isTaken else { return }
    try renumber.bind(id, at: 1)
    try renumber.run()
  }

  /// Adds the claims of memberships that were pending and need not be any more.
  func addResolvedClaims() throws(SQLiteError) {
    try connection.execute(
      """
      INSERT OR IGNORE INTO temp.claims
      SELECT origin_id, grid_id, package_id, created, created_instant, modified, modified_instant
      FROM pending_memberships p WHERE origin_id IS NOT NULL AND \(Self.isResolvable("p"))
      """)
    let taken = try connection.prepare(
      """
      SELECT c.id, c.grid_id, c.package_id FROM temp.claims c JOIN grid_packages m ON m.id = c.id
      WHERE NOT (m.grid_id = c.grid_id AND m.package_id = c.package_id)
      """)
    var claims: [(id: Int64, grid: Int64, package: Int64)] = []
    while try taken.step() {
      claims.append((taken.integer(at: 0), taken.integer(at: 1), taken.integer(at: 2)))
    }
    for claim in claims { try free(claim.id, for: claim.grid, claim.package) }
  }

  /// Notes that a package is there now.
  func addPresentPackage(_ id: Int64) throws(SQLiteError) {
    try addPackage.bind(id, at: 1)
    try addPackage.run()
  }

  /// Whether a row's grid and package are both there.
  static func isResolvable(_ alias: String) -> String {
    """
    (EXISTS (SELECT 1 FROM grids WHERE id = \(alias).grid_id)
      AND EXISTS (SELECT 1 FROM temp.present_packages WHERE id = \(alias).package_id))
    """
  }

  /// An id that no membership has or claims.
  static let nextID = """
    (1 + max(
      coalesce((SELECT max(id) FROM grid_packages), 0),
      coalesce((SELECT max(id) FROM temp.claims), 0),
      coalesce((SELECT max(origin_id) FROM pending_memberships), 0)))
    """

  private static let tables = """
    CREATE TEMP TABLE lists_of_grids (
      owner_id INTEGER, list INTEGER, position INTEGER, member_id INTEGER);
    CREATE TEMP TABLE lists_of_packages (
      owner_id INTEGER, list INTEGER, position INTEGER, member_id INTEGER);
    CREATE TEMP TABLE listed_grids (owner_id INTEGER PRIMARY KEY, list INTEGER);
    CREATE TEMP TABLE listed_packages (owner_id INTEGER PRIMARY KEY, list INTEGER);
    CREATE TEMP TABLE claims (
      id INTEGER PRIMARY KEY, grid_id INTEGER, package_id INTEGER, created TEXT,
      created_instant INTEGER, modified TEXT, modified_instant INTEGER,
      UNIQUE (grid_id, package_id));
    CREATE TEMP TABLE links (
      grid_id INTEGER, package_id INTEGER, grid_position INTEGER, package_position INTEGER,
      is_resolvable INTEGER, claim_id INTEGER, PRIMARY KEY (grid_id, package_id)) WITHOUT ROWID;
    -- The packages' ids: small enough to stay in memory, where the packages themselves are not.
    CREATE TEMP TABLE present_packages (id INTEGER PRIMARY KEY);
    INSERT INTO present_packages
      SELECT id FROM packages INDEXED BY packages_of_category ORDER BY id;
    """
}
