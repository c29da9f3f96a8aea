import GraphQLLanguage
import GraphQLSchema

/// Two fields that cannot merge.
struct MergeConflict {
  let responseName: String
  /// Why, as the end of a sentence.
  let reason: String
  /// Where the first field stands, and those within it that are to blame.
  let firstFields: [Int32]
  /// The same for the second field.
  let secondFields: [Int32]
}

/// Finds each pair of fields that cannot merge, in the order of the reference implementation.
///
/// Compares fields pair by pair: those within a selection set, each of them with those of every
/// fragment that is spread beside it, and those of the fragments with each other. No pair of
/// selection sets is compared twice; a budget bounds the rest.
struct MergeConflicts {
  /// Comparisons in one document, as many as the reference implementation makes.
  private static let maximumWork = 500_000

  let document: Document
  let schema: Schema
  let outline: DocumentOutline
  private var work = 0
  /// Levels of the recursion; no more than a document nests whose fragments do not contain
  /// themselves, as the others are refused for that.
  private var depth = 0
  private var collections: [CollectionID: FieldCollection] = [:]
  private var comparedPairs: [ComparedPair: Bool] = [:]

  init(_ document: Document, _ schema: Schema, _ outline: DocumentOutline) {
    self.document = document
    self.schema = schema
    self.outline = outline
  }

  /// Whether the budget is spent, so that conflicts may be missing.
  var isExhausted: Bool { work > Self.maximumWork }

  /// The conflicts within a selection set, once for each pair.
  mutating func conflicts(in selectionSet: SelectionSet, on parent: TypeID?) -> [MergeConflict] {
    var conflicts: [MergeConflict] = []
    let fields = collection(of: selectionSet, on: parent)
    for group in fields.groups where group.fields.count > 1 {
      for (index, first) in group.fields.enumerated() {
        for second in group.fields[(index + 1)...] {
          if isExhausted { return conflicts }
          conflicts += conflict(group.name, first, second, areExclusive: false)
        }
      }
    }
    for (index, fragment) in fields.fragments.enumerated() {
      if isExhausted { return conflicts }
      compare(fields, with: fragment, areExclusive: false, &conflicts)
      for other in fields.fragments[(index + 1)...] {
        compare(fragment, with: other, areExclusive: false, &conflicts)
      }
    }
    return conflicts
  }

  // MARK: Collecting

  /// A field with what its place says about it.
  private struct FieldEntry {
    let field: Field
    let parent: TypeID?
    let type: FieldType?
  }

  /// Where a selection set starts, and the type that it is taken to be on.
  private struct CollectionID: Hashable {
    let start: Int32
    let parent: TypeID?
  }

  /// The fields of a selection set and of inline fragments in it, and what fragments it spreads.
  private struct FieldCollection {
    let id: CollectionID
    var groups: [(name: String, fields: [FieldEntry])] = []
    var indices: [String: Int] = [:]
    /// The number of each name once.
    var fragments: [Int] = []
  }

  private mutating func collection(
    of selectionSet: SelectionSet, on parent: TypeID?
  ) -> FieldCollection {
    let id = CollectionID(start: selectionSet.range.start, parent: parent)
    if let collection = collections[id] { return collection }
    var collection = FieldCollection(id: id)
    var fragments: Set<Int> = []
    collect(selectionSet, on: parent, &collection, &fragments)
    collections[id] = collection
    return collection
  }

  private func collect(
    _ selectionSet: SelectionSet, on parent: TypeID?, _ collection: inout FieldCollection,
    _ fragments: inout Set<Int>
  ) {
    for selection in document[selectionSet.selections] {
      switch selection {
      case .field(let index):
        let field = document[index]
        let name = document.text(field.responseName)
        // Meta-fields count as unknown here.
        let type = parent.flatMap { parent in
          schema.memberIndex(named: field.name, in: document, of: parent)
            .flatMap { index in
              let fields = schema[parent].fields
              return fields.indices.contains(index) ? fields[index].type : nil
            }
        }
        let entry = FieldEntry(field: field, parent: parent, type: type)
        if let index = collection.indices[name] {
          collection.groups[index].fields.append(entry)
        } else {
          collection.indices[name] = collection.groups.count
          collection.groups.append((name, [entry]))
        }
      case .fragmentSpread(let index):
        let name = Int(outline.spreadNames[index])
        if fragments.insert(name).inserted { collection.fragments.append(name) }
      case .inlineFragment(let index):
        let fragment = document[index]
        let type = fragment.typeCondition == nil ? parent : outline.inlineFragmentTypes[index]
        collect(fragment.selectionSet, on: type, &collection, &fragments)
      }
    }
  }

  private mutating func collection(ofFragment name: Int) -> FieldCollection? {
    guard let index = outline.fragment(named: name), let fragment = outline.fragment(at: index)
    else { return nil }
    let type = schema.typeID(named: fragment.typeCondition, in: document)
    return collection(of: fragment.selectionSet, on: type)
  }

  // MARK: Comparing collections

  /// Two fragments, or a selection set and a fragment.
  private enum ComparedPair: Hashable {
    case fieldsAndFragment(CollectionID, Int)
    case fragments(Int, Int)
  }

  /// Whether a pair is yet to be compared. What has been compared as not exclusive need not be
  /// compared as exclusive, which asks for less.
  private mutating func isNew(_ pair: ComparedPair, areExclusive: Bool) -> Bool {
    if let wereExclusive = comparedPairs[pair], areExclusive || !wereExclusive { return false }
    comparedPairs[pair] = areExclusive
    return true
  }

  private mutating func compare(
    _ fields: FieldCollection, with fragment: Int, areExclusive: Bool,
    _ conflicts: inout [MergeConflict]
  ) {
    var open = [fragment]
    while let fragment = open.popLast(), !isExhausted {
      work += 1
      guard !fields.groups.isEmpty,
        isNew(.fieldsAndFragment(fields.id, fragment), areExclusive: areExclusive),
        let others = collection(ofFragment: fragment), others.id != fields.id
      else { continue }
      compare(fields, with: others, areExclusive: areExclusive, &conflicts)
      open += others.fragments.reversed()
    }
  }

  private mutating func compare(
    _ first: Int, with second: Int, areExclusive: Bool, _ conflicts: inout [MergeConflict]
  ) {
    var open = [(first, second)]
    while let (first, second) = open.popLast(), !isExhausted {
      work += 2
      guard first != second,
        isNew(
          first < second ? .fragments(first, second) : .fragments(second, first),
          areExclusive: areExclusive),
        let fields = collection(ofFragment: first), let others = collection(ofFragment: second)
      else { continue }
      compare(fields, with: others, areExclusive: areExclusive, &conflicts)
      let next = others.fragments.map { (first, $0) } + fields.fragments.map { ($0, second) }
      open += next.reversed()
    }
  }

  private mutating func compare(
    _ fields: FieldCollection, with others: FieldCollection, areExclusive: Bool,
    _ conflicts: inout [MergeConflict]
  ) {
    for group in fields.groups {
      work += 1
      guard let index = others.indices[group.name] else { continue }
      for first in group.fields {
        for second in others.groups[index].fields {
          if isExhausted { return }
          conflicts += conflict(group.name, first, second, areExclusive: areExclusive)
        }
      }
    }
  }

  // MARK: Comparing fields

  /// The conflict between two fields, if there is one, with those of their selection sets in it.
  private mutating func conflict(
    _ responseName: String, _ first: FieldEntry, _ second: FieldEntry, areExclusive: Bool
  ) -> [MergeConflict] {
    work += 2
    let areExclusive = areExclusive || areExclusiveObjects(first.parent, second.parent)
    let places = (first.field.range.start, second.field.range.start)
    func conflict(_ reason: String) -> [MergeConflict] {
      [
        MergeConflict(
          responseName: responseName, reason: reason, firstFields: [places.0],
          secondFields: [places.1])
      ]
    }
    if !areExclusive {
      guard first.field.name.hasSameText(as: second.field.name, in: document) else {
        return conflict(
          "\"\(document.text(first.field.name).abbreviated)\" and "
            + "\"\(document.text(second.field.name).abbreviated)\" are different fields")
      }
      work += first.field.arguments.count
      guard document.haveSameArguments(first.field, second.field),
        !outline.fragmentScopes.differ(
          first.field.arguments, second.field.arguments, in: document)
      else {
        return conflict("they have differing arguments")
      }
    }
    if let reason = document.streamConflict(first.field, second.field) { return conflict(reason) }
    if let type = first.type, let other = second.type, schema.haveConflictingShapes(type, other) {
      return conflict(
        "they return conflicting types \"\(schema.text(of: type))\" and "
          + "\"\(schema.text(of: other))\"")
    }
    guard let set = first.field.selectionSet, let otherSet = second.field.selectionSet,
      depth < FragmentNesting.maximumDepth
    else { return [] }
    depth += 1
    defer { depth -= 1 }
    let inner = conflicts(
      between: collection(of: set, on: first.type?.namedType),
      and: collection(of: otherSet, on: second.type?.namedType), areExclusive: areExclusive)
    return inner.isEmpty
      ? [] : [MergeConflict(responseName, places.0, places.1, within: inner)]
  }

  /// Two different object types have no object in common, so their fields never meet.
  private func areExclusiveObjects(_ first: TypeID?, _ second: TypeID?) -> Bool {
    guard let first, let second, first != second, case .object = schema[first],
      case .object = schema[second]
    else { return false }
    return true
  }

  private mutating func conflicts(
    between fields: FieldCollection, and others: FieldCollection, areExclusive: Bool
  ) -> [MergeConflict] {
    var conflicts: [MergeConflict] = []
    compare(fields, with: others, areExclusive: areExclusive, &conflicts)
    for fragment in others.fragments {
      compare(fields, with: fragment, areExclusive: areExclusive, &conflicts)
    }
    for fragment in fields.fragments {
      compare(others, with: fragment, areExclusive: areExclusive, &conflicts)
    }
    for fragment in fields.fragments {
      for other in others.fragments {
        if isExhausted { return conflicts }
        compare(fragment, with: other, areExclusive: areExclusive, &conflicts)
      }
    }
    return conflicts
  }
}

extension MergeConflict {
  /// How many fields an error points at on each side.
  private static let maximumFields = 20

  /// The conflict of two fields whose selection sets have conflicts.
  init(_ responseName: String, _ first: Int32, _ second: Int32, within inner: [MergeConflict]) {
    var reason = ""
    for conflict in inner {
      if !reason.isEmpty { reason += " and " }
      reason +=
        "subfields \"\(conflict.responseName.abbreviated)\" conflict because \(conflict.reason)"
      if reason.utf16.count > String.maximumDetailLength { break }
    }
    self.init(
      responseName: responseName, reason: reason.abbreviated,
      firstFields: Self.fields(first, inner.map(\.firstFields)),
      secondFields: Self.fields(second, inner.map(\.secondFields)))
  }

  /// A field and those within it; if they are too many, the deeper ones.
  private static func fields(_ field: Int32, _ inner: [[Int32]]) -> [Int32] {
    var fields = [field]
    for list in inner where fields.count < maximumFields {
      fields += list.suffix(maximumFields - fields.count)
    }
    return fields
  }
}

extension String {
  /// How many UTF-16 code units of names and reasons a message shows.
  fileprivate static let maximumDetailLength = 1000

  /// The text, or the beginning of one that is too long for a message.
  var abbreviated: String {
    guard utf16.count > Self.maximumDetailLength else { return self }
    return String(decoding: utf16.prefix(Self.maximumDetailLength), as: UTF16.self) + "..."
  }
}
