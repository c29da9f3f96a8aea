/// The cells of grids.
extension EditRun {
  func setElement(
    grid: RecordReference, package: RecordReference, feature: Int64, text: String
  ) throws(EditError) -> EditedObject {
    var checks = FieldChecks(self)
    let table = EditTable.table(of: .element)
    let (gridID, packageID) = try checks.ends(grid: grid, package: package)
    let membership = try checks.cellRow(grid: gridID, package: packageID)
    try checks.requireFeature(feature, of: gridID)
    let checked = try checks.check([.text: .text(text)], of: table, object: 0)
    try checks.finish()
    guard let gridID, let membership else { preconditionFailure("both were found") }
    try requireUnlocked(gridID)
    try requireOriginID(of: membership)
    // Of several elements in one cell the newest is shown.
    let shown = try statements.integer(
      "SELECT max(id) FROM elements WHERE feature_id = ?1 AND grid_package_id = ?2",
      .integer(feature), .integer(membership))
    if let shown {
      return try update(try state(of: shown, table), to: checked, of: table)
    }
    return try createElement(text, membership: membership, feature: feature)
  }

  private func createElement(
    _ text: String, membership: Int64, feature: Int64
  ) throws(EditError) -> EditedObject {
    let id = try nextID(.element)
    try insert(
      [
        ("id", .integer(id)), ("grid_package_id", .integer(membership)),
        ("feature_id", .integer(feature)), ("text", .text(text)), ("created", .text(time)),
        ("created_instant", .integer(context.instant)), ("modified", .text(time)),
        ("modified_instant", .integer(context.instant)),
      ], into: .element)
    let change = ChangeRecord(
      effect: .create, entity: .element, id: id,
      fields: [
        ChangedField(field: .gridPackage, after: JSONText(id: membership)),
        ChangedField(field: .feature, after: JSONText(id: feature)),
        ChangedField(field: .text, after: JSONText(string: text)),
      ])
    return EditedObject(entity: .element, id: id, outcome: .created, revision: try record(change))
  }

  /// Makes a membership that only links named an object of its own: an element names it by its id, so
  /// the export has to have it.
  private func requireOriginID(of membership: Int64) throws(EditError) {
    try statements.run(
      """
      UPDATE grid_packages SET has_origin_id = 1, created = ?2, created_instant = ?3, \
      modified = ?2, modified_instant = ?3 WHERE id = ?1 AND NOT has_origin_id
      """, .integer(membership), .text(time), .integer(context.instant))
  }
}

extension FieldChecks {
  /// The membership whose cells are meant.
  fileprivate mutating func cellRow(
    grid: Int64?, package: Int64?
  ) throws(EditError) -> Int64? {
    guard let grid, let package else { return nil }
    let membership = try run.membership(grid: grid, package: package)
    if membership == nil { add(.notInGrid, at: [.field(EditField.package.rawValue)]) }
    return membership
  }

  fileprivate mutating func requireFeature(_ id: Int64, of grid: Int64?) throws(EditError) {
    let path = [FieldProblem.PathPart.field(EditField.feature.rawValue)]
    guard let feature = try resolve(.id(id), .feature, at: path), let grid else { return }
    if try run.parent(of: feature, .feature) != grid { add(.featureOfAnotherGrid, at: path) }
  }
}
