import GraphQLLanguage
import GraphQLSchema

/// What is known of a field that is selected.
struct SelectedField {
  /// The type it is selected on; nil if that is unknown or has no fields.
  var parent: TypeID?
  /// What its type defines; nil if it does not.
  var definition: FieldID?
  /// The number of its response name.
  var responseName: Int32
  /// The selection set that it is in, inline fragments taken as parts of the one around them.
  var owner: SelectionOwner
}

/// What a selection set belongs to: a definition, or a field.
///
/// Definitions have their places; after these come the places of the fields.
struct SelectionOwner {
  let index: Int32
}

/// A spread of a fragment in a definition.
struct SpreadUsage {
  /// The number of the fragment's name.
  let name: Int32
  /// The definition that is spread; nil if there is none.
  let target: Int?
  /// Where the spread starts.
  let place: Int32
  /// How many selection sets of the definition it stands in.
  let depth: Int32
  /// The selection set that it is in.
  let owner: SelectionOwner
}

/// What a definition refers to.
struct DefinitionOutline {
  /// In the order of the reference implementation: the spreads of a selection set, then those in the
  /// selection sets within it, the last one first.
  var spreads: Range<Int> = 0..<0
  /// How deep selection sets nest, spreads not followed.
  var depth = 0
  /// Of variables of operations, in source order.
  var usages: Range<Int> = 0..<0
  /// Of the variables that the definition, a fragment, declares itself. Draft of fragment arguments.
  var ownUsages: Range<Int> = 0..<0
}

/// What the names in a document's definitions mean, looked up once for all rules: names as numbers,
/// fields as those of the schema, spreads as the definitions that they spread.
struct DocumentOutline {
  let document: Document
  /// The names of fragments, which come first, and the response names of fields.
  private(set) var names: NameTable
  /// How many names fragments have.
  let fragmentNameCount: Int
  /// By the place of the definition; empty for one that is not executable.
  private(set) var definitions: [DefinitionOutline] = []
  private(set) var operationCount = 0

  private(set) var fields: NodeMap<Field, SelectedField>
  /// In the order in which they are met.
  private(set) var fieldIndices: [NodeIndex<Field>] = []
  /// The types that inline fragments are on; nil if unknown.
  private(set) var inlineFragmentTypes: NodeMap<InlineFragment, TypeID?>
  /// The numbers of the names of spreads.
  private(set) var spreadNames: NodeMap<FragmentSpread, Int32>
  private(set) var spreads: [SpreadUsage] = []
  private(set) var usages: [VariableUsage] = []
  /// How deep each definition nests, spreads followed.
  private(set) var nesting: FragmentNesting
  /// The variables that fragments declare.
  let fragmentScopes: FragmentScopes

  /// By the place of the definition: the number of the name of a fragment, -1 for another.
  private var fragmentNames: [Int32]
  /// By the place of the definition: the type that a fragment is on; nil if unknown.
  private var fragmentTypes: [TypeID?]
  /// By the number of the name: the first definition of that name, and the last, which counts.
  private var firstFragments: [Int] = []
  private var lastFragments: [Int] = []

  init(_ document: Document, _ schema: Schema) {
    self.document = document
    names = NameTable(document, capacity: 32)
    fragmentNames = Array(repeating: -1, count: document.definitions.count)
    fragmentTypes = Array(repeating: nil, count: document.definitions.count)
    fields = NodeMap(
      SelectedField(
        parent: nil, definition: nil, responseName: -1, owner: SelectionOwner(index: -1)),
      fieldsOf: document)
    inlineFragmentTypes = NodeMap(nil, inlineFragmentsOf: document)
    spreadNames = NodeMap(-1, spreadsOf: document)
    nesting = FragmentNesting()
    fragmentScopes = FragmentScopes(document)
    for (index, definition) in document.definitions.enumerated() {
      switch definition {
      case .operation: operationCount += 1
      case .fragment(let fragment):
        let name = names.insert(fragment.name)
        if name == firstFragments.count {
          firstFragments.append(index)
          lastFragments.append(index)
        }
        lastFragments[name] = index
        fragmentNames[index] = Int32(name)
        fragmentTypes[index] = schema.typeID(named: fragment.typeCondition, in: document)
      case .schema, .type, .directive: break
      }
    }
    fragmentNameCount = names.count
    fieldIndices.reserveCapacity(fields.count)
    definitions.reserveCapacity(document.definitions.count)
    var collector = VariableUsageCollector(document: document, schema: schema)
    for (index, definition) in document.definitions.enumerated() {
      definitions.append(outline(of: definition, at: index, schema, &collector))
    }
    usages = collector.usages
    nesting = FragmentNesting(self)
  }

  // MARK: Fragments

  /// The definition of a fragment whose name has a number; nil if it is no fragment's.
  func fragment(named name: Int) -> Int? { name < fragmentNameCount ? lastFragments[name] : nil }

  /// The definition that a spread refers to; nil if there is none.
  func target(of spread: NodeIndex<FragmentSpread>) -> Int? {
    fragment(named: Int(spreadNames[spread]))
  }

  /// The fragment that a spread refers to; nil if there is none.
  func fragment(of spread: NodeIndex<FragmentSpread>) -> FragmentDefinition? {
    target(of: spread).flatMap { fragment(at: $0) }
  }

  /// The definition at a place, if it is a fragment.
  func fragment(at index: Int) -> FragmentDefinition? {
    if case .fragment(let fragment) = document.definitions[index] { fragment } else { nil }
  }

  /// The number of the name of the fragment that is defined at a place.
  func fragmentName(at index: Int) -> Int { Int(fragmentNames[index]) }

  /// The type that the fragment which is defined at a place is on; nil if it is unknown.
  func fragmentType(at index: Int) -> TypeID? { fragmentTypes[index] }

  /// The first definition of a fragment's name.
  func firstFragment(named name: Int) -> Int { firstFragments[name] }

  /// The text of a name.
  func text(ofName number: Int) -> String { document.text(names[number]) }

  /// The spreads in a definition.
  func spreads(in definition: Int) -> ArraySlice<SpreadUsage> {
    spreads[definitions[definition].spreads]
  }

  /// The usages of variables in a definition.
  func usages(in definition: Int) -> ArraySlice<VariableUsage> {
    usages[definitions[definition].usages]
  }

  /// The usages of a fragment's own variables.
  func ownUsages(in definition: Int) -> ArraySlice<VariableUsage> {
    usages[definitions[definition].ownUsages]
  }

  /// The places of the fragments that some definitions spread, directly or through each other, in
  /// the order in which they are met. Costs no more than all spreads of the document.
  func fragments(spreadFrom indices: [Int]) -> [Int] {
    var isFound = Array(repeating: false, count: definitions.count)
    var found: [Int] = []
    func add(_ spreads: ArraySlice<SpreadUsage>) {
      for spread in spreads {
        guard let target = spread.target, !isFound[target] else { continue }
        isFound[target] = true
        found.append(target)
      }
    }
    for index in indices { add(spreads(in: index)) }
    var next = 0
    while next < found.count {
      add(spreads(in: found[next]))
      next += 1
    }
    return found
  }

  // MARK: Collecting

  /// A selection set that is yet to be looked at.
  private struct OpenSelectionSet {
    let selections: NodeRange<Selection>
    let parent: TypeID?
    let depth: Int32
    let owner: SelectionOwner
  }

  private mutating func outline(
    of definition: Definition, at index: Int, _ schema: Schema,
    _ collector: inout VariableUsageCollector
  ) -> DefinitionOutline {
    let selectionSet: SelectionSet
    let type: TypeID?
    let (firstSpread, firstUsage) = (spreads.count, collector.usages.count)
    switch definition {
    case .operation(let operation):
      selectionSet = operation.selectionSet
      type = schema.rootType(of: operation.operationType)
      collector.collect(operation.directives)
    case .fragment(let fragment):
      selectionSet = fragment.selectionSet
      type = fragmentTypes[index]
      collector.collect(fragment.directives)
    case .schema, .type, .directive: return DefinitionOutline()
    }
    let owner = SelectionOwner(index: Int32(index))
    let depth = walk(selectionSet, on: type, of: owner, schema, &collector)
    collector.sortUsages(from: firstUsage)
    let firstOwnUsage = collector.moveToEnd(
      fragmentScopes.variables(ofDefinitionAt: index), from: firstUsage)
    return DefinitionOutline(
      spreads: firstSpread..<spreads.count, depth: depth,
      usages: firstUsage..<firstOwnUsage, ownUsages: firstOwnUsage..<collector.usages.count)
  }

  /// Looks at all that a definition selects; how deep that nests.
  private mutating func walk(
    _ selectionSet: SelectionSet, on type: TypeID?, of owner: SelectionOwner, _ schema: Schema,
    _ collector: inout VariableUsageCollector
  ) -> Int {
    var depth: Int32 = 0
    var open = [
      OpenSelectionSet(selections: selectionSet.selections, parent: type, depth: 1, owner: owner)
    ]
    while let next = open.popLast() {
      depth = max(depth, next.depth)
      let parent = next.parent.flatMap { schema.kind(of: $0).isComposite ? $0 : nil }
      for selection in document[next.selections] {
        switch selection {
        case .field(let index):
          let field = document[index]
          let definition = parent.flatMap {
            schema.fieldID(named: field.name, in: document, on: $0)
          }
          fields[index] = SelectedField(
            parent: parent, definition: definition,
            responseName: Int32(names.insert(field.responseName)), owner: next.owner)
          fieldIndices.append(index)
          collector.collect(field.arguments, of: definition)
          collector.collect(field.directives)
          if let selectionSet = field.selectionSet {
            open.append(
              OpenSelectionSet(
                selections: selectionSet.selections,
                parent: definition.map { schema.facts(of: $0).namedType }, depth: next.depth + 1,
                owner: self.owner(of: index)))
          }
        case .inlineFragment(let index):
          let fragment = document[index]
          let type =
            fragment.typeCondition.map { schema.typeID(named: $0, in: document) } ?? next.parent
          inlineFragmentTypes[index] = type
          collector.collect(fragment.directives)
          open.append(
            OpenSelectionSet(
              selections: fragment.selectionSet.selections, parent: type, depth: next.depth + 1,
              owner: next.owner))
        case .fragmentSpread(let index):
          let spread = document[index]
          let name = names.insert(spread.name)
          spreadNames[index] = Int32(name)
          spreads.append(
            SpreadUsage(
              name: Int32(name), target: fragment(named: name), place: spread.range.start,
              depth: next.depth, owner: next.owner))
          if !spread.arguments.isEmpty {
            let variables = fragment(named: name).map {
              fragmentScopes.variables(ofDefinitionAt: $0)
            }
            collector.collect(spread.arguments, of: variables ?? [:])
          }
          collector.collect(spread.directives)
        }
      }
    }
    return Int(depth)
  }

  /// A field as what a selection set belongs to.
  func owner(of field: NodeIndex<Field>) -> SelectionOwner {
    SelectionOwner(index: Int32(document.definitions.count + field.position))
  }
}
