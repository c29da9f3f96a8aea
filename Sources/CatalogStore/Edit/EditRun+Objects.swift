/// Making, changing and deleting packages, grids, categories and features.
extension EditRun {
  func create(_ entity: Entity, _ edits: FieldEdits) throws(EditError) -> EditedObject {
    let table = EditTable.table(of: entity)
    var checks = FieldChecks(self)
    let isFeature = entity == .feature
    let grid = isFeature ? try checks.grid(of: edits) : nil
    let checked = try checks.check(
      edits, of: table, object: nil, ignoring: isFeature ? [.grid] : [])
    try checks.finish()
    return try create(checked, of: table, in: grid)
  }

  /// Makes an object of values that were checked; a feature in its grid.
  func create(
    _ checked: FieldChecks.Checked, of table: EditTable, in grid: Int64? = nil
  ) throws(EditError) -> EditedObject {
    if let grid { try requireUnlocked(grid) }
    try requireMayLock(checked, of: table, before: nil)
    let id = try nextID(table.entity)
    var fields: [ChangedField] = []
    var columns: [(column: String, value: ColumnValue)] = [
      ("id", .integer(id)), ("created", .text(time)),
      ("created_instant", .integer(context.instant)), ("modified", .text(time)),
      ("modified_instant", .integer(context.instant)),
    ]
    if let grid {
      columns.append(("grid_id", .integer(grid)))
      fields.append(ChangedField(field: .grid, after: JSONText(id: grid)))
    }
    for (index, value) in checked.values {
      let field = table.fields[index]
      columns += field.assignments(of: value, isHere: true)
      if field.initialValue?.isIdentical(to: value) == true { continue }
      fields.append(ChangedField(field: field.field, after: field.json(of: value)))
    }
    try insert(columns, into: table.entity)
    var change = ChangeRecord(effect: .create, entity: table.entity, id: id, fields: fields)
    if let list = table.list, let members = checked.list, !members.isEmpty {
      let replaced = try replaceList(list.side, of: id, by: members)
      change.fields.append(ChangedField(field: list.field, after: JSONText(ids: members)))
      change.touched = replaced.touched
    }
    if let grid { change.touched = [try touch(.grid, [grid], .features)] }
    return EditedObject(
      entity: table.entity, id: id, outcome: .created, revision: try record(change))
  }

  func update(
    _ entity: Entity, _ reference: RecordReference, _ edits: FieldEdits, ifVersion: Int64?
  ) throws(EditError) -> EditedObject {
    let table = EditTable.table(of: entity)
    let id = try requiredID(of: reference, entity)
    let state = try state(of: id, table)
    try require(ifVersion, of: state)
    var checks = FieldChecks(self)
    let checked = try checks.check(edits, of: table, object: id)
    try checks.finish()
    return try update(state, to: checked, of: table)
  }

  /// Changes what is different in values that were checked; a revert brings back what it can of the
  /// rows, JSON, that the change before removed from a list.
  func update(
    _ state: ObjectState, to checked: FieldChecks.Checked, of table: EditTable,
    bringingBack removedBefore: String? = nil
  ) throws(EditError) -> EditedObject {
    var columns: [(column: String, value: ColumnValue)] = []
    var change = ChangeRecord(effect: .update, entity: table.entity, id: state.id, fields: [])
    for (index, value) in checked.values where !state.values[index].isIdentical(to: value) {
      let field = table.fields[index]
      columns += field.assignments(of: value, isHere: try isHere(value, field))
      change.fields.append(
        ChangedField(
          field: field.field, before: field.json(of: state.values[index]),
          after: field.json(of: value)))
    }
    let list = try changedList(of: state.id, to: checked.list, table)
    if change.fields.isEmpty && list == nil {
      return EditedObject(
        entity: table.entity, id: state.id, outcome: .unchanged, revision: nil)
    }
    try requireUnlocked(state.id, table.entity)
    try requireMayLock(checked, of: table, before: state)
    if let list {
      let replaced = try replaceList(
        list.side, of: state.id, by: list.after, bringingBack: removedBefore)
      change.fields.append(
        ChangedField(
          field: list.field, before: JSONText(ids: list.before), after: JSONText(ids: list.after)))
      change.touched = replaced.touched
      change.removed = replaced.removed
    }
    try write(columns, to: state.id, of: table.entity)
    return EditedObject(
      entity: table.entity, id: state.id, outcome: .updated, revision: try record(change))
  }

  func delete(
    _ entity: Entity, _ reference: RecordReference, ifVersion: Int64?
  ) throws(EditError) -> EditedObject {
    let id = try requiredID(of: reference, entity)
    if let ifVersion { try require(ifVersion, of: try state(of: id, .table(of: entity))) }
    return try delete(entity, id)
  }

  /// Deletes an object that is there, with all that belongs to it alone.
  func delete(_ entity: Entity, _ id: Int64) throws(EditError) -> EditedObject {
    if entity == .gridPackage { return try removeMembership(id) }
    try requireUnlocked(id, entity)
    if entity == .category { try requireUnused(id) }
    let table = EditTable.table(of: entity)
    let state = try state(of: id, table)
    var fields = zip(table.fields, state.values).map { field, value in
      ChangedField(field: field.field, before: field.json(of: value))
    }
    if let list = table.list {
      let members = try members(list.side, of: id)
      fields.append(ChangedField(field: list.field, before: JSONText(ids: members)))
    }
    var change = ChangeRecord(effect: .delete, entity: entity, id: id, fields: fields)
    change.removed = try removedRows(of: entity, id)
    if let list = table.list {
      change.touched = try replaceList(list.side, of: id, by: []).touched
      try dropPending(list.side, of: id)
    }
    let parent = try parent(of: id, entity)
    try statements.run("DELETE FROM \(entity.table) WHERE id = ?1", .integer(id))
    if let parent { change.touched = [try touch(.grid, [parent], .features)] }
    return EditedObject(entity: entity, id: id, outcome: .deleted, revision: try record(change))
  }
}

/// What stands in the way.
extension EditRun {
  private func require(_ version: Int64?, of state: ObjectState) throws(EditError) {
    guard let version, version != state.version else { return }
    throw .conflict(.version(expected: version, current: state.version))
  }

  private func requireUnused(_ category: Int64) throws(EditError) {
    let packages = try statements.integer(
      "SELECT count(*) FROM packages WHERE category_id = ?1", .integer(category))
    if let packages, packages > 0 { throw .conflict(.categoryInUse(packages: packages)) }
  }

  /// Refuses to go on if the object is, or is part of, a locked grid that the editor may not change.
  func requireUnlocked(_ id: Int64, _ entity: Entity) throws(EditError) {
    guard context.role < .moderator else { return }
    switch entity {
    case .grid: try requireUnlocked(id)
    case .feature:
      if let grid = try parent(of: id, entity) { try requireUnlocked(grid) }
    case .gridPackage, .element, .package, .category: break
    }
  }

  private func requireMayLock(
    _ checked: FieldChecks.Checked, of table: EditTable, before: ObjectState?
  ) throws(EditError) {
    guard table.entity == .grid, context.role < .moderator,
      let index = table.index(of: .isLocked),
      let value = checked.values.first(where: { $0.index == index })?.value
    else { return }
    let isLocked = before?.values[index] ?? .boolean(false)
    if value != isLocked { throw .locked(grid: before?.id) }
  }

  /// The grid of a feature; nil for other entities.
  func parent(of id: Int64, _ entity: Entity) throws(EditError) -> Int64? {
    guard entity == .feature else { return nil }
    return try statements.integer("SELECT grid_id FROM features WHERE id = ?1", .integer(id))
  }

  private func isHere(_ value: ColumnValue, _ field: EditableField) throws(EditError) -> Bool {
    guard field.kind == .category, case .integer(let id) = value else { return true }
    return try self.id(of: .id(id), .category) != nil
  }

  private func changedList(
    of id: Int64, to list: [Int64]?, _ table: EditTable
  ) throws(EditError) -> (
    field: EditField, side: MembershipSide, before: [Int64], after: [Int64]
  )? {
    guard let list, let definition = table.list else { return nil }
    let before = try members(definition.side, of: id)
    return before == list ? nil : (definition.field, definition.side, before, list)
  }
}

/// Rows.
extension EditRun {
  func insert(
    _ columns: [(column: String, value: ColumnValue)], into entity: Entity
  ) throws(EditError) {
    let names = columns.map(\.column).joined(separator: ", ")
    let parameters = (1...columns.count).map { "?\($0)" }.joined(separator: ", ")
    try statements.run(
      "INSERT INTO \(entity.table) (\(names)) VALUES (\(parameters))", values: columns.map(\.value))
  }

  /// Gives columns of an object new values, and the object its next version.
  func write(
    _ columns: [(column: String, value: ColumnValue)], to id: Int64, of entity: Entity
  ) throws(EditError) {
    let assignments = columns.enumerated().map { "\($1.column) = ?\($0 + 4), " }.joined()
    try statements.run(
      """
      UPDATE \(entity.table) SET \(assignments)version = version + 1, modified = ?2, \
      modified_instant = ?3 WHERE id = ?1
      """, values: [.integer(id), .text(time), .integer(context.instant)] + columns.map(\.value))
  }

  /// Gives objects whose lists changed their next versions.
  func touch(
    _ entity: Entity, _ ids: [Int64], _ field: EditField
  ) throws(EditError) -> ChangeRecord.Touched {
    for id in ids { try write([], to: id, of: entity) }
    return ChangeRecord.Touched(entity: entity, ids: ids, field: field)
  }
}

extension FieldChecks {
  /// The grid that a new feature is to be in.
  fileprivate mutating func grid(of edits: FieldEdits) throws(EditError) -> Int64? {
    let path = [FieldProblem.PathPart.field(EditField.grid.rawValue)]
    guard case .reference(let reference) = edits[.grid] else {
      add(.missing, at: path)
      return nil
    }
    return try resolve(reference, .grid, at: path)
  }
}
