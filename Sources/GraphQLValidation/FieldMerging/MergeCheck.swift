import GraphQLLanguage
import GraphQLSchema

/// Finds out whether any fields of a document cannot merge, without saying which.
///
/// Fields are collected through fragments and grouped by response name; the fields of a group are
/// compared to the first of it, as being equal is transitive. Then their selection sets are merged
/// and checked as one. Equal merges are checked once. Spec §5.3.2 Field Selection Merging.
struct MergeCheck {
  enum Result {
    case canMerge, conflict, tooMuchWork
  }

  /// Fields to collect and compare in one document; a realistic one has some thousands.
  private static let maximumWork = 2_000_000

  let document: Document
  let schema: Schema
  let outline: DocumentOutline
  private var work = 0
  private var hasConflict = false
  private var depth = 0
  private var visitedFragments: Set<String> = []
  /// Merges that need no second look, by where their selection sets start.
  private var merged: Set<[Int32]> = []
  private var shaped: Set<[Int32]> = []

  init(_ document: Document, _ schema: Schema, _ outline: DocumentOutline) {
    self.document = document
    self.schema = schema
    self.outline = outline
  }

  /// Checks each operation, and each fragment that none of them reaches.
  mutating func check() -> Result {
    for case .operation(let operation) in document.definitions {
      let root = schema.rootType(of: operation.operationType)
      checkMerge([Part(selectionSet: operation.selectionSet, parent: root)])
    }
    for (index, definition) in document.definitions.enumerated() {
      guard case .fragment(let fragment) = definition else { continue }
      let name = document.text(fragment.name)
      guard !visitedFragments.contains(name) || outline.fragmentIndices[name] != index else {
        continue
      }
      let type = schema.typeID(named: fragment.typeCondition, in: document)
      checkMerge([Part(selectionSet: fragment.selectionSet, parent: type)])
    }
    if hasConflict { return .conflict }
    return work > Self.maximumWork ? .tooMuchWork : .canMerge
  }

  private var isDone: Bool { hasConflict || work > Self.maximumWork }

  /// A selection set that is merged with others, with the type it is on.
  private struct Part {
    let selectionSet: SelectionSet
    let parent: TypeID?
  }

  /// A field in a merge.
  private struct Entry {
    let field: Field
    let parent: TypeID?
    let type: FieldType?
  }

  /// FieldsInSetCanMerge.
  private mutating func checkMerge(_ parts: [Part]) {
    let parts = canonicalParts(parts)
    guard !isDone, merged.insert(parts.map(\.selectionSet.range.start)).inserted, enterLevel()
    else { return }
    defer { depth -= 1 }
    for entries in collectGroups(parts) where !isDone {
      guard entries.count > 1 else {
        checkMerge(subparts(of: entries))
        continue
      }
      let common = entries.filter { !isObject($0.parent) }
      let byObject = entriesByObject(entries)
      if byObject.count <= 1 || !common.isEmpty {
        checkSameFields(entries)
      } else {
        for entries in byObject { checkSameFields(entries) }
      }
      guard byObject.count > 1 else {
        checkSameShape(of: entries)
        checkMerge(subparts(of: entries))
        continue
      }
      checkSameShape(of: entries)
      checkShape(subparts(of: entries))
      for entries in byObject { checkMerge(subparts(of: entries + common)) }
    }
  }

  /// SameResponseShape of what the selection sets give.
  private mutating func checkShape(_ parts: [Part]) {
    let parts = canonicalParts(parts)
    guard !isDone, shaped.insert(parts.map(\.selectionSet.range.start)).inserted, enterLevel()
    else { return }
    defer { depth -= 1 }
    for entries in collectGroups(parts) where !isDone {
      checkSameShape(of: entries)
      checkShape(subparts(of: entries))
    }
  }

  /// Goes one level deeper, unless that is deeper than any document nests whose fragments do not
  /// contain themselves; the others are refused for that.
  private mutating func enterLevel() -> Bool {
    guard depth < FragmentNesting.maximumDepth else { return false }
    depth += 1
    return true
  }

  // MARK: Collecting

  /// The same merge with each selection set once, and with a fragment's own in place of one that has
  /// nothing but its spread: so merges of one fragment at many places are known to be equal.
  private mutating func canonicalParts(_ parts: [Part]) -> [Part] {
    guard parts.count > 1 else { return parts.map { fragmentPart(of: $0) } }
    var known: Set<Int32> = []
    return parts.map { fragmentPart(of: $0) }
      .filter { known.insert($0.selectionSet.range.start).inserted }
  }

  private mutating func fragmentPart(of part: Part) -> Part {
    var part = part
    var followed: Set<String> = []
    while part.selectionSet.selections.count == 1,
      case .fragmentSpread(let index)? = document[part.selectionSet.selections].first
    {
      let name = document.text(document[index].name)
      guard followed.insert(name).inserted, let fragment = outline.fragments[name] else { break }
      visitedFragments.insert(name)
      part = Part(
        selectionSet: fragment.selectionSet,
        parent: schema.typeID(named: fragment.typeCondition, in: document))
    }
    return part
  }

  private mutating func collectGroups(_ parts: [Part]) -> [[Entry]] {
    var groups: [[Entry]] = []
    var indices: [String: Int] = [:]
    var visited: Set<String> = []
    var open = Array(parts.reversed())
    while let part = open.popLast() {
      work += part.selectionSet.selections.count
      guard !isDone else { return [] }
      for selection in document[part.selectionSet.selections] {
        switch selection {
        case .field(let index):
          let entry = entry(of: document[index], on: part.parent)
          let name = document.text(entry.field.responseName)
          if let index = indices[name] {
            groups[index].append(entry)
          } else {
            indices[name] = groups.count
            groups.append([entry])
          }
        case .inlineFragment(let index):
          let fragment = document[index]
          let type =
            fragment.typeCondition.map { schema.typeID(named: $0, in: document) } ?? part.parent
          open.append(Part(selectionSet: fragment.selectionSet, parent: type))
        case .fragmentSpread(let index):
          let name = document.text(document[index].name)
          guard visited.insert(name).inserted, let fragment = outline.fragments[name] else {
            continue
          }
          visitedFragments.insert(name)
          let type = schema.typeID(named: fragment.typeCondition, in: document)
          open.append(Part(selectionSet: fragment.selectionSet, parent: type))
        }
      }
    }
    return groups
  }

  private func entry(of field: Field, on parent: TypeID?) -> Entry {
    let definition = parent.flatMap { schema.field(named: field.name, in: document, on: $0) }
    return Entry(field: field, parent: parent, type: definition?.type)
  }

  private func subparts(of entries: [Entry]) -> [Part] {
    entries.compactMap { entry in
      entry.field.selectionSet.map { Part(selectionSet: $0, parent: entry.type?.namedType) }
    }
  }

  private func isObject(_ type: TypeID?) -> Bool {
    guard let type, case .object = schema[type] else { return false }
    return true
  }

  /// The entries on object types, by the type.
  private func entriesByObject(_ entries: [Entry]) -> [[Entry]] {
    var groups: [[Entry]] = []
    var indices: [TypeID: Int] = [:]
    for entry in entries {
      guard let parent = entry.parent, isObject(parent) else { continue }
      if let index = indices[parent] {
        groups[index].append(entry)
      } else {
        indices[parent] = groups.count
        groups.append([entry])
      }
    }
    return groups
  }

  // MARK: Comparing

  private mutating func checkSameFields(_ entries: [Entry]) {
    for entry in entries.dropFirst() {
      work += 1
      if !document.isSameField(entries[0].field, entry.field) { hasConflict = true }
    }
  }

  private mutating func checkSameShape(of entries: [Entry]) {
    if entries.count > 1, entries.contains(where: { document.stream(of: $0.field) != nil }) {
      hasConflict = true
    }
    let types = entries.compactMap(\.type)
    for type in types.dropFirst() where schema.haveConflictingShapes(types[0], type) {
      hasConflict = true
    }
  }
}
