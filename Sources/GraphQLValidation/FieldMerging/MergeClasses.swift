import GraphQLLanguage
import GraphQLSchema

/// Finds out, in nearly linear time, which fields of a document could be unable to merge: for most
/// documents none.
///
/// Selection sets that could ever be merged with each other are put into one class: a fragment's
/// with each that spreads it and, within a class, those of the fields of one response name. Where
/// all fields of a response name in a class ask for the same thing, they do so wherever two of them
/// really meet. The converse does not hold, as a class can be larger than any merge; so what is
/// suspect is looked at again. Spec §5.3.2 Field Selection Merging.
struct MergeClasses {
  private let document: Document
  private let schema: Schema
  private let outline: DocumentOutline

  /// By owner of a selection set: another owner in its class; itself if it stands for the class.
  private var parents: [Int32]
  /// By owner that stands for a class: how many response names there are in the class, and the
  /// first of a chain of the fields that stand for these, -1 without one.
  private var counts: [Int32]
  private var firstFields: [Int32]
  /// By place in `outline.fieldIndices`: the next field of the chain; -1 after the last one.
  private var nextFields: [Int32]
  /// By class and response name: the field that stands for it.
  private var representatives: PairTable
  /// By field that stands for a response name: whether some of that name may be unable to merge.
  private var isSuspect: [Bool]
  /// By owner that stands for a class: whether anything in it or below is suspect.
  private var hasSuspects: [Bool] = []
  /// Selection sets that are yet to be put into one class.
  private var pending: [(SelectionOwner, SelectionOwner)] = []

  /// Whether nothing is known of any field.
  private var areAllSuspect = false
  /// Whether every field can merge.
  private(set) var areSound = true

  init(_ document: Document, _ schema: Schema, _ outline: DocumentOutline) {
    self.document = document
    self.schema = schema
    self.outline = outline
    let ownerCount = document.definitions.count + outline.fields.count
    parents = Array(0..<Int32(ownerCount))
    counts = Array(repeating: 0, count: ownerCount)
    firstFields = Array(repeating: -1, count: ownerCount)
    nextFields = Array(repeating: -1, count: outline.fieldIndices.count)
    isSuspect = Array(repeating: false, count: outline.fieldIndices.count)
    representatives = PairTable(capacity: outline.fieldIndices.count)
    guard outline.fragmentScopes.isEmpty else {
      // What is written alike may differ, and spreads are compared as well as fields.
      areSound = false
      areAllSuspect = true
      return
    }
    for spread in outline.spreads {
      guard let target = spread.target else { continue }
      join(spread.owner, SelectionOwner(index: Int32(target)))
    }
    for (place, index) in outline.fieldIndices.enumerated() {
      add(Int32(place), to: standIn(for: outline.fields[index].owner))
    }
    while let (first, second) = pending.popLast() { join(first, second) }
    if !areSound { spreadSuspicion() }
  }

  /// Whether a field may be unable to merge with another, or something within it.
  func isSuspect(_ field: NodeIndex<Field>) -> Bool {
    if areAllSuspect { return true }
    let selected = outline.fields[field]
    let owner = root(of: selected.owner)
    guard let place = representatives[owner, selected.responseName] else {
      return true
    }
    return isSuspect[Int(place)] || hasSuspects(outline.owner(of: field))
  }

  /// Whether a selection set, with the fragments in it, has suspect fields or contains some.
  func hasSuspects(_ owner: SelectionOwner) -> Bool {
    areAllSuspect || !hasSuspects.isEmpty && hasSuspects[Int(root(of: owner))]
  }

  // MARK: Classes

  private func root(of owner: SelectionOwner) -> Int32 {
    var index = owner.index
    while parents[Int(index)] != index { index = parents[Int(index)] }
    return index
  }

  /// The owner that stands for a class; shortens the way to it.
  private mutating func standIn(for owner: SelectionOwner) -> Int32 {
    var index = owner.index
    while parents[Int(index)] != index {
      let parent = parents[Int(index)]
      parents[Int(index)] = parents[Int(parent)]
      index = parent
    }
    return index
  }

  /// Makes one class of two by moving the fields of the one that has fewer names.
  private mutating func join(_ first: SelectionOwner, _ second: SelectionOwner) {
    var (smaller, larger) = (standIn(for: first), standIn(for: second))
    guard smaller != larger else { return }
    if counts[Int(smaller)] > counts[Int(larger)] { swap(&smaller, &larger) }
    parents[Int(smaller)] = larger
    var place = firstFields[Int(smaller)]
    while place >= 0 {
      let next = nextFields[Int(place)]
      add(place, to: larger)
      place = next
    }
  }

  /// Adds a field to a class, or compares it to the one that stands for its response name there.
  private mutating func add(_ place: Int32, to owner: Int32) {
    let name = outline.fields[outline.fieldIndices[Int(place)]].responseName
    let other = representatives.insert(place, owner, name)
    if let other {
      compare(place, with: other)
    } else {
      nextFields[Int(place)] = firstFields[Int(owner)]
      firstFields[Int(owner)] = place
      counts[Int(owner)] += 1
    }
  }

  private mutating func compare(_ place: Int32, with other: Int32) {
    let (index, otherIndex) = (outline.fieldIndices[Int(place)], outline.fieldIndices[Int(other)])
    let (field, otherField) = (document[index], document[otherIndex])
    if isSuspect[Int(place)] || !canMerge(index, field, otherIndex, otherField) {
      isSuspect[Int(other)] = true
      areSound = false
    }
    // Even if only one has selections, so that all selection sets below come into one class.
    if field.selectionSet != nil || otherField.selectionSet != nil {
      pending.append((outline.owner(of: index), outline.owner(of: otherIndex)))
    }
  }

  private func canMerge(
    _ index: NodeIndex<Field>, _ field: Field, _ otherIndex: NodeIndex<Field>, _ other: Field
  ) -> Bool {
    guard let definition = outline.fields[index].definition,
      let otherDefinition = outline.fields[otherIndex].definition
    else { return false }
    if definition != otherDefinition,
      schema.haveConflictingShapes(schema.type(of: definition), schema.type(of: otherDefinition))
    {
      return false
    }
    if !field.directives.isEmpty || !other.directives.isEmpty,
      document.streamConflict(field, other) != nil
    {
      return false
    }
    return document.isSameField(field, other)
  }

  // MARK: Suspicion

  /// Follows suspicion from each class to those that have it below them.
  private mutating func spreadSuspicion() {
    hasSuspects = Array(repeating: false, count: parents.count)
    var users: [[Int32]] = Array(repeating: [], count: parents.count)
    var open: [Int32] = []
    for owner in parents.indices where parents[owner] == owner {
      var place = firstFields[owner]
      while place >= 0 {
        let index = outline.fieldIndices[Int(place)]
        users[Int(root(of: outline.owner(of: index)))].append(Int32(owner))
        if isSuspect[Int(place)], !hasSuspects[owner] {
          hasSuspects[owner] = true
          open.append(Int32(owner))
        }
        place = nextFields[Int(place)]
      }
    }
    while let owner = open.popLast() {
      for user in users[Int(owner)] where !hasSuspects[Int(user)] {
        hasSuspects[Int(user)] = true
        open.append(user)
      }
    }
  }
}
