/// Undoing changes.
///
/// A change can be undone while nothing newer touched what it did to its subject: for an update the
/// same fields, for an object that was made any field, its lists and its parts. Newer changes are
/// known from the history; what an import did is known from the values or the version being others
/// than those that the history left.
extension EditRun {
  func revert(_ revision: Int64) throws(EditError) -> EditedObject {
    guard let change = try recordedChange(revision) else { throw .noSuchRevision(revision) }
    guard let subject = change.subject else {
      throw .invalid([
        FieldProblem(path: [.field(EditField.revision.rawValue)], rule: .notRevertable)
      ])
    }
    var run = self
    run.isRevert = true
    switch change.effect {
    case .create: return try run.revertCreate(of: subject.entity, subject.id, change)
    case .update: return try run.revertUpdate(of: subject.entity, subject.id, change)
    case .delete: return try run.revertDelete(of: subject.entity, subject.id, change)
    }
  }

  private func revertCreate(
    of entity: Entity, _ id: Int64, _ change: RecordedChange
  ) throws(EditError) -> EditedObject {
    try requireUntouched(entity, id, since: change, fields: nil)
    guard try self.id(of: .id(id), entity) != nil else { throw try outdated(change) }
    if entity.hasVersion {
      let version = try statements.integer(
        """
        SELECT version FROM change_objects WHERE entity = ?1 AND id = ?2 AND revision = ?3
        """, .text(entity.table), .integer(id), .integer(change.revision))
      let current = try state(of: id, .table(of: entity)).version
      if version != current { throw try outdated(change) }
    }
    try requireUntouchedParts(of: entity, id, since: change)
    return try delete(entity, id)
  }

  private func revertUpdate(
    of entity: Entity, _ id: Int64, _ change: RecordedChange
  ) throws(EditError) -> EditedObject {
    try requireUntouched(entity, id, since: change, fields: change.fields.map(\.name))
    guard try self.id(of: .id(id), entity) != nil else { throw try outdated(change) }
    let table = EditTable.table(of: entity)
    let state = try state(of: id, table)
    var checked = FieldChecks.Checked()
    for recorded in change.fields {
      guard let before = recorded.before, let after = recorded.after,
        let field = EditField(rawValue: recorded.name)
      else { continue }
      if let index = table.index(of: field) {
        guard table.fields[index].json(of: state.values[index]) == after,
          let value = table.fields[index].value(of: before)
        else { throw try outdated(change) }
        checked.values.append((index, value))
      } else if let list = table.list, list.field == field {
        let current = try members(list.side, of: id)
        guard JSONText(ids: current) == after, let ids = before.ids else {
          throw try outdated(change)
        }
        checked.list = ids
      }
    }
    try requireFree(checked, of: table, besides: id)
    return try update(state, to: checked, of: table, bringingBack: change.removed)
  }

  private func revertDelete(
    of entity: Entity, _ id: Int64, _ change: RecordedChange
  ) throws(EditError) -> EditedObject {
    guard let removed = change.removed, try self.id(of: .id(id), entity) == nil else {
      throw try outdated(change)
    }
    try requireUntouched(entity, id, since: change, fields: nil)
    if entity == .gridPackage { return try revertRemoval(of: id, change, removed) }
    let table = EditTable.table(of: entity)
    var checked = FieldChecks.Checked()
    var record = ChangeRecord(effect: .create, entity: entity, id: id, fields: [])
    for recorded in change.fields {
      guard let before = recorded.before, let field = EditField(rawValue: recorded.name) else {
        continue
      }
      record.fields.append(ChangedField(field: field, after: before))
      if let index = table.index(of: field), let value = table.fields[index].value(of: before) {
        checked.values.append((index, value))
      }
    }
    try requireFree(checked, of: table, besides: id)
    try requireParents(of: entity, in: removed, change)
    try restoreRow(of: entity, in: removed)
    if entity == .grid { try restoreChildren("features", in: removed) }
    if entity == .feature { try restoreChildren("elements", in: removed) }
    if let list = table.list {
      let restored = try restoreMemberships(in: removed) { _ in true }
      let members = restored.map(list.side.member(of:))
      if !members.isEmpty {
        record.touched = [try touch(list.side.memberEntity, members, list.side.other.field)]
      }
      let place = record.fields.firstIndex { $0.field == list.field }
      let current = try self.members(list.side, of: id)
      if let place { record.fields[place].after = JSONText(ids: current) }
    }
    if let grid = try parent(of: id, entity) {
      try requireUnlocked(grid)
      record.touched = [try touch(.grid, [grid], .features)]
    }
    return EditedObject(
      entity: entity, id: id, outcome: .created, revision: try self.record(record))
  }

  private func revertRemoval(
    of id: Int64, _ change: RecordedChange, _ removed: String
  ) throws(EditError) -> EditedObject {
    let restored = try restoreMemberships(in: removed) { $0.id == id }
    guard let membership = restored.first else { throw try outdated(change) }
    return try recordMembership(
      .create, id, grid: membership.grid, package: membership.package)
  }
}

/// What stands in the way.
extension EditRun {
  /// Refuses to go on if a newer change touched the object: one of the fields, or any if nil.
  private func requireUntouched(
    _ entity: Entity, _ id: Int64, since change: RecordedChange, fields: [String]?
  ) throws(EditError) {
    let newer = try statements.rows(
      """
      SELECT revision, fields, version IS NULL FROM change_objects
      WHERE entity = ?1 AND id = ?2 AND revision > ?3 ORDER BY revision DESC
      """, .text(entity.table), .integer(id), .integer(change.revision)
    ) { row in
      (
        revision: row.integer(at: 0), fields: row.text(at: 1) ?? "",
        isWhole: row.integer(at: 2) != 0
      )
    }
    let first = newer.first { row in
      guard let fields, !row.isWhole else { return true }
      return row.fields.split(separator: " ").contains { fields.contains(String($0)) }
    }
    if let first { throw .conflict(.newerChange(revision: first.revision)) }
  }

  /// Refuses to go on if cells of an object that was made have been written since.
  private func requireUntouchedParts(
    of entity: Entity, _ id: Int64, since change: RecordedChange
  ) throws(EditError) {
    let condition: String
    switch entity {
    case .category, .element: return
    case .feature: condition = "feature_id = ?1"
    case .gridPackage: condition = "grid_package_id = ?1"
    case .grid, .package:
      condition = """
        grid_package_id IN (SELECT id FROM grid_packages WHERE \(entity == .grid ? "grid" : "package")_id = ?1)
        """
    }
    let newest = try statements.integer(
      """
      SELECT max(o.revision) FROM elements e CROSS JOIN change_objects o
        ON o.entity = 'elements' AND o.id = e.id AND o.revision > ?2
      WHERE e.\(condition)
      """, .integer(id), .integer(change.revision))
    if let newest { throw .conflict(.newerChange(revision: newest)) }
  }

  /// The conflict with what the history does not name by object: the newest import since, or
  /// whatever was last.
  private func outdated(_ change: RecordedChange) throws(EditError) -> EditError {
    let newest = try statements.integer(
      """
      SELECT coalesce((SELECT max(revision) FROM changes WHERE action = 'import' AND revision > ?1),
        (SELECT revision FROM catalog_revision WHERE id = 1))
      """, .integer(change.revision))
    return .conflict(.newerChange(revision: newest ?? change.revision))
  }

  /// Refuses to give a slug or a repository back that another object has by now.
  private func requireFree(
    _ checked: FieldChecks.Checked, of table: EditTable, besides id: Int64
  ) throws(EditError) {
    var checks = FieldChecks(self)
    for (index, value) in checked.values {
      guard case .text(let text) = value, !text.isEmpty else { continue }
      let field = table.fields[index]
      let path = [FieldProblem.PathPart.field(EditField.revision.rawValue)]
      if field.kind == .slug, let holder = try holder(ofSlug: text, table.entity, besides: id) {
        checks.add(.slugTaken(by: holder), at: path)
      }
      if field.kind == .repoURL, let holder = try holder(ofRepoURL: text, besides: id) {
        checks.add(.repoURLTaken(by: holder), at: path)
      }
    }
    try checks.finish()
  }

  /// Refuses to bring back a feature or an element whose parents are gone.
  private func requireParents(
    of entity: Entity, in removed: String, _ change: RecordedChange
  ) throws(EditError) {
    let parents: [(table: String, column: String)] =
      switch entity {
      case .feature: [("grids", "grid_id")]
      case .element: [("grid_packages", "grid_package_id"), ("features", "feature_id")]
      case .package, .grid, .category, .gridPackage: []
      }
    for parent in parents {
      let id = try statements.integer(
        """
        SELECT p.id FROM json_each(?1, '$.\(entity.table)') row
        CROSS JOIN \(parent.table) p ON p.id = row.value->>'\(parent.column)'
        """, .text(removed))
      if id == nil { throw try outdated(change) }
    }
  }
}
