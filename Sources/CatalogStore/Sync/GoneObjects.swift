import SQLite

/// Finds the objects that a run over whole lists did not have, and marks or removes them.
///
/// What the run had is known from the tables of its memberships, and of categories from one of its
/// own.
final class GoneObjects {
  private let connection: Connection
  private let absentObjects: AbsentObjects
  private let addCategory: Statement
  /// How many features and elements there were before memberships were settled.
  private var childrenBefore: [CatalogResource: Int] = [:]

  init(_ absentObjects: AbsentObjects, on connection: Connection) throws(SQLiteError) {
    self.connection = connection
    self.absentObjects = absentObjects
    try connection.execute("CREATE TEMP TABLE listed_categories (owner_id INTEGER PRIMARY KEY)")
    addCategory = try connection.prepare("INSERT OR IGNORE INTO temp.listed_categories VALUES (?1)")
  }

  /// Notes that the run has a category.
  func addListedCategory(_ id: Int64) throws(SQLiteError) {
    try addCategory.bind(id, at: 1)
    try addCategory.run()
  }

  /// Whether an object is one that the run should have had and did not.
  func contains(_ id: Int64, of resource: CatalogResource) throws(SQLiteError) -> Bool {
    guard absentObjects != .kept, let list = List.all.first(where: { $0.resource == resource })
    else { return false }
    return try connection.integer("SELECT 1 WHERE \(id) IN (\(list.goneIDs))") != nil
  }

  /// Prepares for memberships to be settled: lets gone objects that stay say again which grids or
  /// packages are theirs, since nobody else does.
  func keepMemberships() throws(SQLiteError) {
    guard absentObjects != .kept else { return }
    for resource in [CatalogResource.features, .elements] {
      childrenBefore[resource] = try count(resource.rawValue)
    }
    guard absentObjects == .marked else { return }
    for list in List.all {
      guard let side = list.side else { continue }
      for table in ["grid_packages", "pending_memberships"] {
        try connection.execute(
          """
          INSERT INTO \(side.lists) (owner_id, list, position, member_id)
          SELECT \(side.owner), \(List.keptNumber), \(side.position), \(side.member) FROM \(table)
          WHERE \(side.owner) IN (\(list.goneIDs))
          """)
      }
      try connection.execute(
        "INSERT INTO \(side.owners) SELECT id, \(List.keptNumber) FROM (\(list.goneIDs))")
    }
  }

  /// Removes what is to be removed, and brings the marks up to date; memberships are settled.
  /// - Parameters:
  ///   - time: what a new mark's time is to be, nil for now.
  ///   - summary: counts what was done.
  /// - Throws: `SQLiteError`.
  func settle(at time: String?, into summary: inout ImportSummary) throws(SQLiteError) {
    switch absentObjects {
    case .kept: return
    case .marked: break
    case .removed: try remove(into: &summary)
    }
    for (resource, before) in childrenBefore {
      let removed = before - (try count(resource.rawValue))
      if removed > 0 { summary.objects[resource, default: .init()].removed += removed }
    }
    let time = time ?? newYorkTime(ofInstant: currentInstant())
    for list in List.all { try mark(list, at: time, in: &summary.gone) }
    if absentObjects == .removed {
      summary.gone.categoriesInUse = summary.gone.marked[.categories] ?? 0
    }
  }

  /// Drops the table.
  func drop() throws(SQLiteError) {
    try connection.execute("DROP TABLE temp.listed_categories")
  }

  private func mark(
    _ list: List, at time: String, in gone: inout ImportSummary.Gone
  ) throws(SQLiteError) {
    let resource = list.resource.rawValue
    gone.returned += try change(
      "DELETE FROM gone_objects WHERE resource = '\(resource)' AND id IN (\(list.listedIDs))")
    // What has been removed in another way needs no mark.
    try connection.execute(
      """
      DELETE FROM gone_objects WHERE resource = '\(resource)'
        AND id NOT IN (SELECT id FROM \(resource))
      """)
    let insert = try connection.prepare(
      """
      INSERT OR IGNORE INTO gone_objects (resource, id, since)
      SELECT '\(resource)', id, ?1
      FROM (\(list.goneIDs))
      """)
    try insert.bind(time, at: 1)
    try insert.run()
    gone.found += connection.changeCount
    let marked = try count("gone_objects WHERE resource = '\(resource)'")
    guard marked > 0 else { return }
    gone.marked[list.resource] = marked
    gone.examples += try examples(of: list)
  }

  private func examples(of list: List) throws(SQLiteError) -> [ImportSummary.Gone.Object] {
    let statement = try connection.prepare(
      """
      SELECT id FROM gone_objects WHERE resource = '\(list.resource.rawValue)'
      ORDER BY id LIMIT \(ImportSummary.Unresolved.exampleLimit)
      """)
    var objects: [ImportSummary.Gone.Object] = []
    while try statement.step() { objects.append(.init(list.resource, statement.integer(at: 0))) }
    return objects
  }

  /// Removes the gone; what belongs to them follows by foreign keys.
  private func remove(into summary: inout ImportSummary) throws(SQLiteError) {
    let memberships = try countMemberships()
    try connection.execute(
      """
      DELETE FROM pending_memberships
      WHERE grid_id IN (\(List.grids.goneIDs)) OR package_id IN (\(List.packages.goneIDs));

      DELETE FROM temp.present_packages WHERE id IN (\(List.packages.goneIDs));
      """)
    for list in [List.packages, .grids] { try remove(list, where: "TRUE", into: &summary) }
    try remove(
      .categories,
      where: "id NOT IN (SELECT category_id FROM packages WHERE category_id IS NOT NULL)",
      into: &summary)
    summary.memberships.removed += memberships - (try countMemberships())
  }

  private func remove(
    _ list: List, where condition: String, into summary: inout ImportSummary
  ) throws(SQLiteError) {
    let removed = try change(
      "DELETE FROM \(list.resource.rawValue) WHERE id IN (\(list.goneIDs)) AND \(condition)")
    if removed > 0 { summary.objects[list.resource, default: .init()].removed += removed }
  }

  private func countMemberships() throws(SQLiteError) -> Int {
    try count("grid_packages") + count("pending_memberships")
  }

  private func count(_ rows: String) throws(SQLiteError) -> Int {
    Int(try connection.integer("SELECT count(*) FROM \(rows)") ?? 0)
  }

  private func change(_ sql: String) throws(SQLiteError) -> Int {
    try connection.prepare(sql).run()
    return connection.changeCount
  }
}

/// One of the lists that the origin has.
private struct List {
  let resource: CatalogResource
  /// Whose memberships its objects list, if they list any.
  let side: MembershipSide?
  /// SQL for the ids that the run's sources have.
  let listedIDs: String

  /// The number of the list that a gone object says again; those of sources count from 1.
  static let keptNumber = 0

  static let categories = List(
    resource: .categories, side: nil, listedIDs: "SELECT owner_id FROM temp.listed_categories")
  static let grids = List(.grids, side: .grids)
  static let packages = List(.packages, side: .packages)

  static let all = [categories, grids, packages]

  /// SQL for the ids that the catalog has and the run's sources do not.
  var goneIDs: String {
    "SELECT id FROM \(resource.rawValue) WHERE id NOT IN (\(listedIDs))"
  }

  private init(resource: CatalogResource, side: MembershipSide?, listedIDs: String) {
    self.resource = resource
    self.side = side
    self.listedIDs = listedIDs
  }

  private init(_ resource: CatalogResource, side: MembershipSide) {
    self.init(
      resource: resource, side: side,
      listedIDs: "SELECT owner_id FROM \(side.owners) WHERE list > \(Self.keptNumber)")
  }
}
