import JSON

/// Checks what edits say against the rules, and gathers all that is wrong.
struct FieldChecks {
  let run: EditRun
  private(set) var problems: [FieldProblem] = []

  init(_ run: EditRun) {
    self.run = run
  }

  /// What was checked and may be written, if there are no problems.
  struct Checked {
    /// By place in the table's fields.
    var values: [(index: Int, value: ColumnValue)] = []
    /// The ids of the list, if it was given.
    var list: [Int64]?
  }

  /// Refuses the edit if anything was wrong.
  func finish() throws(EditError) {
    if !problems.isEmpty { throw .invalid(problems) }
  }

  /// Notes a problem.
  mutating func add(_ rule: BrokenRule, at path: [FieldProblem.PathPart]) {
    problems.append(FieldProblem(path: path, rule: rule))
  }

  /// Checks the fields of one object; `object` is its id, nil for one to be made.
  mutating func check(
    _ edits: FieldEdits, of table: EditTable, object: Int64?,
    at path: [FieldProblem.PathPart] = [], ignoring known: Set<EditField> = []
  ) throws(EditError) -> Checked {
    var checked = Checked()
    for (index, field) in table.fields.enumerated() where !known.contains(field.field) {
      let path = path + [.field(field.field.rawValue)]
      let edit = edits[field.field]
      let value: ColumnValue?
      if let edit, !(edit == .null && object == nil && field.kind == .slug) {
        value = try check(edit, of: field, entity: table.entity, object: object, at: path)
      } else if object != nil {
        continue
      } else if field.kind == .slug {
        value = try slug(madeFrom: edits[.title], entity: table.entity, at: path)
      } else {
        value = field.initialValue
        if value == nil { add(.missing, at: path) }
      }
      if let value { checked.values.append((index, value)) }
    }
    if let list = table.list, let edit = edits[list.field], !known.contains(list.field) {
      checked.list = try check(list: edit, of: list, at: path + [.field(list.field.rawValue)])
    }
    refuseOthers(edits, of: table, at: path, besides: known)
    return checked
  }

  private mutating func refuseOthers(
    _ edits: FieldEdits, of table: EditTable, at path: [FieldProblem.PathPart],
    besides known: Set<EditField>
  ) {
    for field in EditField.allCases where edits[field] != nil && !known.contains(field) {
      if table.index(of: field) == nil && table.list?.field != field {
        add(.unexpected, at: path + [.field(field.rawValue)])
      }
    }
  }

  /// The object that a reference names; a problem if there is none.
  mutating func resolve(
    _ reference: RecordReference, _ entity: Entity, at path: [FieldProblem.PathPart]
  ) throws(EditError) -> Int64? {
    let id = try run.id(of: reference, entity)
    if id == nil { add(.noSuchObject(entity, reference), at: path) }
    return id
  }

  private mutating func check(
    list edit: EditValue, of list: (field: EditField, side: MembershipSide),
    at path: [FieldProblem.PathPart]
  ) throws(EditError) -> [Int64]? {
    switch edit {
    case .null: return []
    case .references(let references):
      var ids: [Int64] = []
      var seen: Set<Int64> = []
      for (index, reference) in references.enumerated() {
        let path = path + [.index(index)]
        guard let id = try resolve(reference, list.side.memberEntity, at: path) else { continue }
        if seen.insert(id).inserted { ids.append(id) } else { add(.repeated(reference), at: path) }
      }
      return ids
    case .text, .integer, .boolean, .integers, .texts, .reference:
      add(.unexpected, at: path)
      return nil
    }
  }
}

extension FieldChecks {
  private mutating func check(
    _ edit: EditValue, of field: EditableField, entity: Entity, object: Int64?,
    at path: [FieldProblem.PathPart]
  ) throws(EditError) -> ColumnValue? {
    if edit == .null {
      if field.clearedValue == nil { add(.null, at: path) }
      return field.clearedValue
    }
    switch (field.kind, edit) {
    case (.title, .text(let text)):
      if isBlank(text) {
        add(.empty, at: path)
        return nil
      }
      return check(text, limit: Self.titleCharacterLimit, at: path)
    case (.slug, .text(let text)):
      return try check(slug: text, entity: entity, object: object, at: path)
    case (.text(let limit), .text(let text)), (.nullableText(let limit), .text(let text)):
      return check(text, limit: limit, at: path)
    case (.repoURL, .text(let text)):
      return try check(repoURL: text, object: object, at: path)
    case (.pypiURL, .text(let text)), (.nullableURL, .text(let text)):
      return check(url: text, at: path)
    case (.count, .integer(let number)):
      if isCount(number) { return .integer(number) }
      add(.notACount, at: path)
      return nil
    case (.boolean, .boolean(let value)): return .boolean(value)
    case (.time, .text(let text)):
      if microseconds(ofTime: text) != nil { return .text(text) }
      add(.notATime, at: path)
      return nil
    case (.counts(let limit), .integers(let numbers)):
      return check(counts: numbers, limit: limit, at: path)
    case (.participants(let limit), .texts(let texts)):
      return check(participants: texts, limit: limit, at: path)
    case (.category, .reference(let reference)):
      return try resolve(reference, .category, at: path).map(ColumnValue.integer)
    case (.title, _), (.slug, _), (.text, _), (.nullableText, _), (.repoURL, _), (.pypiURL, _),
      (.nullableURL, _), (.count, _), (.boolean, _), (.time, _), (.counts, _), (.participants, _),
      (.category, _):
      add(.unexpected, at: path)
      return nil
    }
  }

  /// The longest title, in characters.
  private static let titleCharacterLimit = 100

  private func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  private func isCount(_ number: Int64) -> Bool { 0...Int64(Int32.max) ~= number }

  private mutating func check(
    _ text: String, limit: Int, at path: [FieldProblem.PathPart]
  ) -> ColumnValue? {
    let characters = text.unicodeScalars.count
    if text.utf8.contains(0) {
      add(.nulCharacter, at: path)
    } else if characters > limit {
      add(.tooLong(limit: limit, characters: characters), at: path)
    } else {
      return .text(text)
    }
    return nil
  }

  private mutating func check(url: String, at path: [FieldProblem.PathPart]) -> ColumnValue? {
    if url.isEmpty || WebAddress.isValid(url) {
      return check(url, limit: WebAddress.characterLimit, at: path)
    }
    add(.notAURL, at: path)
    return nil
  }

  private mutating func check(
    repoURL url: String, object: Int64?, at path: [FieldProblem.PathPart]
  ) throws(EditError) -> ColumnValue? {
    guard let value = check(url: url, at: path) else { return nil }
    guard !url.isEmpty, let holder = try run.holder(ofRepoURL: url, besides: object) else {
      return value
    }
    add(.repoURLTaken(by: holder), at: path)
    return nil
  }

  private mutating func check(
    slug text: String, entity: Entity, object: Int64?, at path: [FieldProblem.PathPart]
  ) throws(EditError) -> ColumnValue? {
    if text.isEmpty {
      add(.empty, at: path)
      return nil
    }
    guard let slug = Slug.normalized(text) else {
      add(.slugCharacters, at: path)
      return nil
    }
    guard let value = check(slug, limit: Slug.characterLimit, at: path) else { return nil }
    guard let holder = try run.holder(ofSlug: slug, entity, besides: object) else { return value }
    add(.slugTaken(by: holder), at: path)
    return nil
  }

  private mutating func slug(
    madeFrom title: EditValue?, entity: Entity, at path: [FieldProblem.PathPart]
  ) throws(EditError) -> ColumnValue? {
    // A title that is missing or blank is a problem of its own.
    guard case .text(let title) = title, !isBlank(title) else { return nil }
    guard let slug = Slug.made(from: title) else {
      add(.noSlugInTitle, at: path)
      return nil
    }
    // A title that is too long is a problem of its own.
    guard slug.utf8.count <= Slug.characterLimit else { return nil }
    return try check(slug: slug, entity: entity, object: nil, at: path)
  }

  private mutating func check(
    counts: [Int64], limit: Int, at path: [FieldProblem.PathPart]
  ) -> ColumnValue? {
    var json = [UInt8(ascii: "[")]
    for (index, number) in counts.enumerated() {
      if !isCount(number) { add(.notACount, at: path + [.index(index)]) }
      if index > 0 { json.append(UInt8(ascii: ",")) }
      appendJSONNumber(number, to: &json)
    }
    json.append(UInt8(ascii: "]"))
    if counts.count > limit { add(.tooMany(limit: limit, items: counts.count), at: path) }
    return .text(String(decoding: json, as: UTF8.self))
  }

  private mutating func check(
    participants: [String], limit: Int, at path: [FieldProblem.PathPart]
  ) -> ColumnValue? {
    var json = [UInt8(ascii: "[")]
    for (index, name) in participants.enumerated() {
      if !isParticipant(name) { add(.notAParticipant, at: path + [.index(index)]) }
      _ = check(name, limit: Self.participantCharacterLimit, at: path + [.index(index)])
      if index > 0 { json.append(UInt8(ascii: ",")) }
      appendJSONString(name, to: &json)
    }
    json.append(UInt8(ascii: "]"))
    if participants.count > limit {
      add(.tooMany(limit: limit, items: participants.count), at: path)
    }
    return .text(String(decoding: json, as: UTF8.self))
  }

  /// The longest name of a participant, in characters.
  private static let participantCharacterLimit = 200

  private func isParticipant(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, let last = name.unicodeScalars.last else {
      return false
    }
    return !first.properties.isWhitespace && !last.properties.isWhitespace
      && !name.utf8.contains(UInt8(ascii: ","))
  }
}
