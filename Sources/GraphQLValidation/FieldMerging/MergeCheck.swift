import GraphQLLanguage
import GraphQLSchema

/// Finds out whether any fields of a document cannot merge, without saying which.
///
/// Looks only at fields that `MergeClasses` suspects.
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
  private let classes: MergeClasses
  private var work = 0
  private var hasConflict = false
  private var depth = 0
  /// By definition: whether it is a fragment that some operation reaches.
  private var isVisited: [Bool]
  /// Merges that need no second look, by where their selection sets start.
  private var merged: Set<[Int32]> = []
  private var shaped: Set<[Int32]> = []
  /// Spreads of one fragment that meet with different arguments, each two once.
  private(set) var spreadConflicts: [SpreadConflict] = []
  private var conflictingSpreads: Set<[Int32]> = []

  init(_ document: Document, _ schema: Schema, _ outline: DocumentOutline) {
    self.document = document
    self.schema = schema
    self.outline = outline
    classes = MergeClasses(document, schema, outline)
    isVisited = Array(repeating: false, count: document.definitions.count)
  }

  /// Checks each operation, and each fragment that none of them reaches.
  mutating func check() -> Result {
    if classes.areSound { return .canMerge }
    for (index, definition) in document.definitions.enumerated() {
      guard case .operation(let operation) = definition else { continue }
      let root = schema.rootType(of: operation.operationType)
      checkMerge([part(operation.selectionSet, ofDefinitionAt: index, on: root)])
    }
    for index in document.definitions.indices where !isVisited[index] {
      if let part = part(ofFragmentAt: index) { checkMerge([part]) }
    }
    if hasConflict { return .conflict }
    return work > Self.maximumWork ? .tooMuchWork : .canMerge
  }

  private var isDone: Bool { hasConflict || work > Self.maximumWork }

  /// A selection set that is merged with others, with the type it is on.
  private struct Part {
    let selectionSet: SelectionSet
    let parent: TypeID?
    let owner: SelectionOwner
  }

  private func part(
    _ selectionSet: SelectionSet, ofDefinitionAt index: Int, on type: TypeID?
  ) -> Part {
    Part(selectionSet: selectionSet, parent: type, owner: SelectionOwner(index: Int32(index)))
  }

  private func part(ofFragmentAt index: Int) -> Part? {
    outline.fragment(at: index).map { fragment in
      part(
        fragment.selectionSet, ofDefinitionAt: index, on: outline.fragmentType(at: index))
    }
  }

  /// A field in a merge.
  private struct Entry {
    let index: NodeIndex<Field>
    let field: Field
    let parent: TypeID?
    let type: FieldType?
  }

  /// FieldsInSetCanMerge.
  private mutating func checkMerge(_ parts: [Part]) {
    let parts = canonicalParts(parts)
    guard !isDone, !parts.isEmpty, merged.insert(parts.map(\.selectionSet.range.start)).inserted,
      enterLevel()
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
    guard !isDone, !parts.isEmpty, shaped.insert(parts.map(\.selectionSet.range.start)).inserted,
      enterLevel()
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
    var known: Set<Int32> = []
    return parts.filter { classes.hasSuspects($0.owner) }.map { fragmentPart(of: $0) }
      .filter { known.insert($0.selectionSet.range.start).inserted }
  }

  private mutating func fragmentPart(of part: Part) -> Part {
    var part = part
    var followed: Set<Int> = []
    while part.selectionSet.selections.count == 1,
      case .fragmentSpread(let index)? = document[part.selectionSet.selections].first
    {
      guard document[index].arguments.isEmpty, let target = outline.target(of: index),
        followed.insert(target).inserted, let fragmentPart = self.part(ofFragmentAt: target)
      else { break }
      isVisited[target] = true
      part = fragmentPart
    }
    return part
  }

  private mutating func collectGroups(_ parts: [Part]) -> [[Entry]] {
    var groups: [[Entry]] = []
    var indices: [Int32: Int] = [:]
    var visited: Set<Int> = []
    var spreads: [Int: FragmentSpread] = [:]
    var open = Array(parts.reversed())
    while let part = open.popLast() {
      work += part.selectionSet.selections.count
      guard !isDone else { return [] }
      for selection in document[part.selectionSet.selections] {
        switch selection {
        case .field(let index):
          guard classes.isSuspect(index) else { continue }
          let entry = entry(of: index, on: part.parent)
          let name = outline.fields[index].responseName
          if let index = indices[name] {
            groups[index].append(entry)
          } else {
            indices[name] = groups.count
            groups.append([entry])
          }
        case .inlineFragment(let index):
          open.append(
            Part(
              selectionSet: document[index].selectionSet,
              parent: outline.inlineFragmentTypes[index], owner: part.owner))
        case .fragmentSpread(let index):
          guard let target = outline.target(of: index) else { continue }
          if !outline.fragmentScopes.isEmpty {
            checkArguments(of: document[index], target, &spreads)
          }
          guard visited.insert(target).inserted, let part = self.part(ofFragmentAt: target)
          else { continue }
          isVisited[target] = true
          open.append(part)
        }
      }
    }
    return groups
  }

  /// Spreads of one fragment that meet have the same arguments. Draft of fragment arguments.
  private mutating func checkArguments(
    of spread: FragmentSpread, _ target: Int, _ spreads: inout [Int: FragmentSpread]
  ) {
    guard let first = spreads[target] else {
      spreads[target] = spread
      return
    }
    guard
      !document.haveSameArguments(first.arguments, spread.arguments)
        || outline.fragmentScopes.differ(first.arguments, spread.arguments, in: document),
      conflictingSpreads.insert([first.range.start, spread.range.start]).inserted
    else { return }
    spreadConflicts.append(SpreadConflict(first: first, second: spread))
  }

  private func entry(of index: NodeIndex<Field>, on parent: TypeID?) -> Entry {
    Entry(
      index: index, field: document[index], parent: parent,
      type: outline.fields[index].definition.map { schema.type(of: $0) })
  }

  private func subparts(of entries: [Entry]) -> [Part] {
    entries.compactMap { entry in
      entry.field.selectionSet.map {
        Part(
          selectionSet: $0, parent: entry.type?.namedType, owner: outline.owner(of: entry.index))
      }
    }
  }

  private func isObject(_ type: TypeID?) -> Bool {
    type.map { schema.kind(of: $0) } == .object
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
      if !document.isSameField(entries[0].field, entry.field)
        || outline.fragmentScopes.differ(
          entries[0].field.arguments, entry.field.arguments, in: document)
      {
        hasConflict = true
      }
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
