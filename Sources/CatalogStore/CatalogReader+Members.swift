import SQLite

extension CatalogReader {
  /// Reads which packages each grid lists, or which grids each package, in the order of `parents` and
  /// of the origin's lists; those that have not been imported are among them. One lookup.
  /// - Throws: `StoreError`.
  public func memberIDs(
    _ relation: Relation, of parents: [Int64]
  ) throws(StoreError) -> MemberIDs {
    guard let side = MembershipSide(relation) else {
      preconditionFailure("only packages and grids are members of each other")
    }
    var members = MemberIDs()
    guard !parents.isEmpty else { return members }
    try lookup { () throws(SQLiteError) in
      let text = try somethingIsPending() ? side.membersAndPending : side.members
      let cached = try statement(for: text)
      try cached.statement.bind(utf8: keyListText(parents), at: SQLText.parent)
      defer { cached.statement.clearBindings() }
      try run(cached) { row in
        let parent = Int(row.integer(at: 0))
        while members.ends.count < parent { members.ends.append(members.ids.count) }
        members.ids.append(row.integer(at: 1))
        return true
      }
    }
    while members.ends.count < parents.count { members.ends.append(members.ids.count) }
    return members
  }

  /// Whether a list names something that has not been imported.
  private func somethingIsPending() throws(SQLiteError) -> Bool {
    let cached = try statement(for: "SELECT 1 FROM pending_memberships LIMIT 1")
    var isPending = false
    try run(cached) { _ in
      isPending = true
      return false
    }
    return isPending
  }
}

extension MembershipSide {
  /// The side whose lists a relation goes through; nil if it goes through none.
  fileprivate init?(_ relation: Relation) {
    switch relation {
    case .packagesOfGrid: self = .grids
    case .gridsOfPackage: self = .packages
    case .packagesOfCategory, .gridPackagesOfGrid, .gridPackagesOfPackage, .featuresOfGrid,
      .elementsOfFeature, .elementsOfGridPackage:
      return nil
    }
  }

  /// The parents' places and their members, walked in order through an index that has all of it.
  var members: String {
    """
    SELECT j.key, m.\(member) FROM json_each(?\(SQLText.parent)) j \
    CROSS JOIN grid_packages m INDEXED BY \(index) WHERE m.\(owner) = j.value
    """
  }

  /// The same with those that wait for their own end.
  fileprivate var membersAndPending: String {
    let rows = ["grid_packages", "pending_memberships"].map { table in
      """
      SELECT j.key AS place, m.\(member) AS member, m.\(position) AS position \
      FROM json_each(?\(SQLText.parent)) j CROSS JOIN \(table) m ON m.\(owner) = j.value
      """
    }
    return """
      SELECT place, member FROM (\(rows.joined(separator: " UNION ALL "))) \
      ORDER BY place, position, member
      """
  }

  private var index: String { owner == "grid_id" ? "packages_of_grid" : "grids_of_package" }
}
