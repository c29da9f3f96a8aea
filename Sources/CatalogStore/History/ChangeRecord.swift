import JSON

/// What somebody did, as the history names it.
public enum ChangeAction: String, Sendable, Hashable, CaseIterable {
  case create
  case update
  case delete
  case `import`
  case revert
}

/// A field of a change's subject, before and after.
struct ChangedField {
  let field: EditField
  /// Nil for an object that was made.
  var before: JSONText?
  /// Nil for an object that is gone.
  var after: JSONText?
}

/// A change about to be recorded.
struct ChangeRecord {
  /// What happened to the subject, whatever the action is called.
  enum Effect: String {
    case create
    case update
    case delete
  }

  let effect: Effect
  let entity: Entity
  let id: Int64
  var fields: [ChangedField]
  /// Other objects whose lists changed with it; their versions have been moved.
  var touched: [Touched] = []
  /// The rows that are gone, as JSON by table.
  var removed: String?

  /// Objects of one entity, and which of their lists changed.
  struct Touched {
    let entity: Entity
    let ids: [Int64]
    let field: EditField
  }
}

extension EditRun {
  /// Adds a change to the history, as the catalog's next revision.
  func record(_ change: ChangeRecord) throws(EditError) -> Int64 {
    let revision = try advanceRevision()
    let action = isRevert ? ChangeAction.revert.rawValue : change.effect.rawValue
    try statements.run(
      """
      INSERT INTO changes (revision, time, actor, action, effect, subject, subject_id, fields, removed)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """, .integer(revision), .text(time), ColumnValue(context.actor), .text(action),
      .text(change.effect.rawValue), .text(change.entity.table), .integer(change.id),
      .text(json(of: change.fields)), ColumnValue(change.removed))
    try addObject(
      change.entity, change.id, revision, isGone: change.effect == .delete,
      fields: change.fields.map(\.field.rawValue).joined(separator: " "))
    for touched in change.touched {
      for id in touched.ids {
        try addObject(touched.entity, id, revision, fields: touched.field.rawValue)
      }
    }
    return revision
  }

  private func advanceRevision() throws(EditError) -> Int64 {
    try statements.run(
      "UPDATE catalog_revision SET revision = revision + 1, modified = ?1 WHERE id = 1",
      .text(time))
    guard
      let revision = try statements.integer("SELECT revision FROM catalog_revision WHERE id = 1")
    else { preconditionFailure("a catalog has a revision") }
    return revision
  }

  private func addObject(
    _ entity: Entity, _ id: Int64, _ revision: Int64, isGone: Bool = false, fields: String
  ) throws(EditError) {
    let version =
      entity.hasVersion && !isGone
      ? "(SELECT version FROM \(entity.table) WHERE id = ?2)" : "NULL"
    try statements.run(
      """
      INSERT INTO change_objects (entity, id, revision, version, fields)
      VALUES (?1, ?2, ?3, \(version), ?4)
      """, .text(entity.table), .integer(id), .integer(revision), .text(fields))
  }

  private func json(of fields: [ChangedField]) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "[")]
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: "{\"name\":".utf8)
      appendJSONString(field.field.rawValue, to: &bytes)
      for (name, text) in [("before", field.before), ("after", field.after)] {
        guard let text else { continue }
        bytes.append(contentsOf: ",\"\(name)\":".utf8)
        appendJSONString(text.text, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(UInt8(ascii: "]"))
    return String(decoding: bytes, as: UTF8.self)
  }
}
