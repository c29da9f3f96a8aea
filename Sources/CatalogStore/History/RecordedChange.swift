import JSON

/// A change as the history has it, as far as undoing it needs.
struct RecordedChange {
  /// A field, by the name it had.
  struct Field {
    let name: String
    let before: JSONText?
    let after: JSONText?
  }

  let revision: Int64
  let effect: ChangeRecord.Effect
  /// Nil for an import.
  let subject: (entity: Entity, id: Int64)?
  let fields: [Field]
  let removed: String?
}

extension EditRun {
  /// Reads a change; nil if there is none.
  func recordedChange(_ revision: Int64) throws(EditError) -> RecordedChange? {
    try statements.first(
      """
      SELECT effect, subject, subject_id, fields, removed FROM changes WHERE revision = ?1
      """, .integer(revision)
    ) { row in
      let entity = row.text(at: 1).flatMap(Entity.init(table:))
      return RecordedChange(
        revision: revision,
        effect: row.text(at: 0).flatMap(ChangeRecord.Effect.init(rawValue:)) ?? .update,
        subject: entity.map { ($0, row.integer(at: 2)) },
        fields: RecordedChange.fields(ofJSON: row.text(at: 3) ?? "[]"), removed: row.text(at: 4))
    }
  }
}

extension RecordedChange {
  static func fields(ofJSON json: String) -> [Field] {
    do throws(JSONError) {
      guard case .array(let fields) = try parseJSON(json) else { return [] }
      return fields.compactMap { field in
        guard case .string(let name) = field["name"] else { return nil }
        return Field(name: name, before: text(field["before"]), after: text(field["after"]))
      }
    } catch {
      return []
    }
  }

  private static func text(_ value: JSONValue?) -> JSONText? {
    guard case .string(let text) = value else { return nil }
    return JSONText(text)
  }
}

extension Entity {
  /// The entity that a table holds.
  init?(table: String) {
    let entity = Entity.allCases.first { $0.table == table }
    guard let entity else { return nil }
    self = entity
  }
}
