/// Packages in grids. Both sides keep the places of their lists without gaps, what waits for an object
/// that is not here counted in.
extension EditRun {
  func add(
    _ package: RecordReference, to grid: RecordReference
  ) throws(EditError) -> EditedObject {
    var checks = FieldChecks(self)
    let (gridID, packageID) = try checks.ends(grid: grid, package: package)
    if let gridID, let packageID, try membership(grid: gridID, package: packageID) != nil {
      checks.add(.alreadyInGrid, at: [.field(EditField.package.rawValue)])
    }
    try checks.finish()
    guard let gridID, let packageID else { preconditionFailure("both were found") }
    let id = try insertMembership(Membership(grid: gridID, package: packageID))
    return try recordMembership(.create, id, grid: gridID, package: packageID)
  }

  func remove(
    _ package: RecordReference, from grid: RecordReference
  ) throws(EditError) -> EditedObject {
    var checks = FieldChecks(self)
    let (gridID, packageID) = try checks.ends(grid: grid, package: package)
    try checks.finish()
    guard let gridID, let packageID else { preconditionFailure("both were found") }
    guard let id = try membership(grid: gridID, package: packageID) else {
      throw .notInGrid(package: package, grid: grid)
    }
    return try removeMembership(id)
  }

  /// Takes a membership away that is there.
  func removeMembership(_ id: Int64) throws(EditError) -> EditedObject {
    guard let membership = try membership(id) else {
      throw .notFound(.gridPackage, .id(id))
    }
    let removed = try removedRows(of: .gridPackage, id)
    try deleteMembership(membership)
    return try recordMembership(
      .delete, id, grid: membership.grid, package: membership.package, removed: removed)
  }

  /// Moves the versions of a membership's two ends, and adds it to the history.
  func recordMembership(
    _ effect: ChangeRecord.Effect, _ id: Int64, grid: Int64, package: Int64, removed: String? = nil
  ) throws(EditError) -> EditedObject {
    let isNew = effect == .create
    let fields = [(EditField.grid, grid), (.package, package)].map { field, end in
      let json = JSONText(id: end)
      return ChangedField(field: field, before: isNew ? nil : json, after: isNew ? json : nil)
    }
    let change = ChangeRecord(
      effect: effect, entity: .gridPackage, id: id, fields: fields,
      touched: [
        try touch(.grid, [grid], .packages), try touch(.package, [package], .grids),
      ], removed: removed)
    return EditedObject(
      entity: .gridPackage, id: id, outcome: isNew ? .created : .deleted,
      revision: try record(change))
  }
}

/// A row of `grid_packages`; without an id or places, one to be made at the end.
struct Membership {
  var id: Int64?
  let grid: Int64
  let package: Int64
  var gridPosition: Int64?
  var packagePosition: Int64?
}

/// Single memberships.
extension EditRun {
  func membership(grid: Int64, package: Int64) throws(EditError) -> Int64? {
    try statements.integer(
      "SELECT id FROM grid_packages WHERE grid_id = ?1 AND package_id = ?2", .integer(grid),
      .integer(package))
  }

  func membership(_ id: Int64) throws(EditError) -> Membership? {
    try statements.first(
      """
      SELECT grid_id, package_id, grid_position, package_position FROM grid_packages WHERE id = ?1
      """, .integer(id)
    ) { row in
      Membership(
        id: id, grid: row.integer(at: 0), package: row.integer(at: 1),
        gridPosition: row.integer(at: 2), packagePosition: row.integer(at: 3))
    }
  }

  /// Adds a membership, at its places as far as the lists are that long; gives its id.
  ///
  /// It counts as an object of its own, as the origin's do, so that it is exported with its cells.
  func insertMembership(_ membership: Membership) throws(EditError) -> Int64 {
    try requireUnlocked(membership.grid)
    let id = if let id = membership.id { id } else { try nextID(.gridPackage) }
    let gridPosition = try makeRoom(
      .grids, of: membership.grid, at: membership.gridPosition)
    let packagePosition = try makeRoom(
      .packages, of: membership.package, at: membership.packagePosition)
    try insert(
      [
        ("id", .integer(id)), ("grid_id", .integer(membership.grid)),
        ("package_id", .integer(membership.package)), ("grid_position", .integer(gridPosition)),
        ("package_position", .integer(packagePosition)), ("has_origin_id", .integer(1)),
        ("created", .text(time)), ("created_instant", .integer(context.instant)),
        ("modified", .text(time)), ("modified_instant", .integer(context.instant)),
      ], into: .gridPackage)
    return id
  }

  /// Deletes a membership and its cells, and closes the gaps in the two lists.
  func deleteMembership(_ membership: Membership) throws(EditError) {
    try requireUnlocked(membership.grid)
    try statements.run(
      "DELETE FROM grid_packages WHERE grid_id = ?1 AND package_id = ?2",
      .integer(membership.grid), .integer(membership.package))
    if let position = membership.gridPosition {
      try shift(.grids, of: membership.grid, from: position + 1, by: -1)
    }
    if let position = membership.packagePosition {
      try shift(.packages, of: membership.package, from: position + 1, by: -1)
    }
  }

  /// Frees a place of a list; gives the place, which is the end if the list is shorter.
  private func makeRoom(
    _ side: MembershipSide, of owner: Int64, at position: Int64?
  ) throws(EditError) -> Int64 {
    let length = try length(side, of: owner)
    guard let position, position < length else { return length }
    try shift(side, of: owner, from: position, by: 1)
    return position
  }

  private func length(_ side: MembershipSide, of owner: Int64) throws(EditError) -> Int64 {
    let last = try statements.integer(
      """
      SELECT max(
        coalesce((SELECT max(\(side.position)) FROM grid_packages WHERE \(side.owner) = ?1), -1),
        coalesce((SELECT max(\(side.position)) FROM pending_memberships WHERE \(side.owner) = ?1), -1))
      """, .integer(owner))
    return (last ?? -1) + 1
  }

  private func shift(
    _ side: MembershipSide, of owner: Int64, from position: Int64, by step: Int64
  ) throws(EditError) {
    for table in ["grid_packages", "pending_memberships"] {
      try statements.run(
        """
        UPDATE \(table) SET \(side.position) = \(side.position) + ?3
        WHERE \(side.owner) = ?1 AND \(side.position) >= ?2
        """, .integer(owner), .integer(position), .integer(step))
    }
  }
}

/// Whole lists.
extension EditRun {
  /// What an owner's list names, in order.
  func members(_ side: MembershipSide, of owner: Int64) throws(EditError) -> [Int64] {
    try statements.rows(
      """
      SELECT \(side.member) FROM grid_packages WHERE \(side.owner) = ?1
      ORDER BY \(side.position), \(side.member)
      """, .integer(owner)
    ) { $0.integer(at: 0) }
  }

  /// Makes an owner's list another one. What is new goes to the end of its own lists, or where it was
  /// if it is brought back; what waits for its object stays behind the others.
  /// - Returns: the members whose own lists changed, and the rows that are gone as JSON.
  func replaceList(
    _ side: MembershipSide, of owner: Int64, by members: [Int64],
    bringingBack removedBefore: String? = nil
  ) throws(EditError) -> (touched: [ChangeRecord.Touched], removed: String?) {
    let before = try self.members(side, of: owner)
    let kept = Set(members)
    let gone = before.filter { !kept.contains($0) }
    let known = Set(before)
    let new = members.filter { !known.contains($0) }
    let goneIDs = try gone.map { (member) throws(EditError) in
      try membership(side, owner: owner, member: member)
    }
    let removed = goneIDs.isEmpty ? nil : try removedRows(ofMemberships: goneIDs)
    for id in goneIDs {
      if let membership = try membership(id) { try deleteMembership(membership) }
    }
    if let removedBefore {
      try restoreMemberships(
        in: removedBefore,
        where: { membership in
          side.owner(of: membership) == owner && new.contains(side.member(of: membership))
        })
    }
    for member in new where try existingMembership(side, owner: owner, member: member) == nil {
      _ = try insertMembership(side.membership(owner: owner, member: member))
    }
    try number(side, of: owner, members)
    let changed = gone + new
    let touched =
      changed.isEmpty
      ? [] : [try touch(side.memberEntity, changed, side.other.field)]
    return (touched, removed)
  }

  private func membership(
    _ side: MembershipSide, owner: Int64, member: Int64
  ) throws(EditError) -> Int64 {
    guard let id = try existingMembership(side, owner: owner, member: member) else {
      preconditionFailure("what a list names has a row")
    }
    return id
  }

  private func existingMembership(
    _ side: MembershipSide, owner: Int64, member: Int64
  ) throws(EditError) -> Int64? {
    let membership = side.membership(owner: owner, member: member)
    return try self.membership(grid: membership.grid, package: membership.package)
  }

  /// Gives a list its places from 0.
  private func number(
    _ side: MembershipSide, of owner: Int64, _ members: [Int64]
  ) throws(EditError) {
    for (position, member) in members.enumerated() {
      try statements.run(
        """
        UPDATE grid_packages SET \(side.position) = ?3
        WHERE \(side.owner) = ?1 AND \(side.member) = ?2 AND \(side.position) <> ?3
        """, .integer(owner), .integer(member), .integer(Int64(position)))
    }
    let waiting = try statements.rows(
      """
      SELECT \(side.member) FROM pending_memberships WHERE \(side.owner) = ?1
      ORDER BY \(side.position), \(side.member)
      """, .integer(owner)
    ) { $0.integer(at: 0) }
    for (offset, member) in waiting.enumerated() {
      try statements.run(
        """
        UPDATE pending_memberships SET \(side.position) = ?3
        WHERE \(side.owner) = ?1 AND \(side.member) = ?2
        """, .integer(owner), .integer(member), .integer(Int64(members.count + offset)))
    }
  }

  /// Forgets what an object's list said of objects that never came.
  func dropPending(_ side: MembershipSide, of owner: Int64) throws(EditError) {
    let waiting = try statements.rows(
      """
      SELECT \(side.member), \(side.other.position) FROM pending_memberships
      WHERE \(side.owner) = ?1
      """, .integer(owner)
    ) { (member: $0.integer(at: 0), position: $0.integer(at: 1)) }
    for row in waiting {
      try statements.run(
        """
        DELETE FROM pending_memberships WHERE \(side.owner) = ?1 AND \(side.member) = ?2
        """, .integer(owner), .integer(row.member))
      try shift(side.other, of: row.member, from: row.position + 1, by: -1)
    }
  }
}

extension MembershipSide {
  /// The field that an owner's list is.
  var field: EditField { ownerEntity == .grid ? .packages : .grids }

  func membership(owner: Int64, member: Int64) -> Membership {
    ownerEntity == .grid
      ? Membership(grid: owner, package: member) : Membership(grid: member, package: owner)
  }

  func owner(of membership: Membership) -> Int64 {
    ownerEntity == .grid ? membership.grid : membership.package
  }

  func member(of membership: Membership) -> Int64 {
    ownerEntity == .grid ? membership.package : membership.grid
  }
}

extension FieldChecks {
  /// The two ends of a membership that an edit names.
  mutating func ends(
    grid: RecordReference, package: RecordReference
  ) throws(EditError) -> (grid: Int64?, package: Int64?) {
    let grid = try resolve(grid, .grid, at: [.field(EditField.grid.rawValue)])
    let package = try resolve(package, .package, at: [.field(EditField.package.rawValue)])
    return (grid, package)
  }
}
