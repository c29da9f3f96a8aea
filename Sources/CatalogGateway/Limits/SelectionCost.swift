import GraphQLLanguage

/// What selections cost, with every fragment in the place of its spreads.
struct SelectionCost: Equatable {
  /// How deep fields stand within each other; 1 for fields without selections.
  private(set) var depth = 0
  /// Fields of the selections themselves.
  private(set) var fields = 0
  /// Aliases of the selections and of all below.
  private(set) var aliases = 0
  /// Directives of the selections and of all below.
  private(set) var directives = 0
  /// The most directives at one place.
  private(set) var directivesAtOnePlace = 0

  /// Fragments that spread each other multiply; beyond this nobody counts.
  private static let enough = 1 << 40

  /// Adds a field, whose selections cost `below`.
  mutating func add(_ field: Field, below: SelectionCost) {
    add(directives: field.directives)
    depth = max(depth, below.depth + 1)
    fields = sum(fields, 1)
    aliases = sum(aliases, below.aliases + (field.alias == nil ? 0 : 1))
    add(directivesOf: below)
  }

  /// Adds the selections of a fragment.
  mutating func add(fragment: SelectionCost) {
    depth = max(depth, fragment.depth)
    fields = sum(fields, fragment.fields)
    aliases = sum(aliases, fragment.aliases)
    add(directivesOf: fragment)
  }

  /// Adds the directives of one place.
  mutating func add(directives nodes: NodeRange<Directive>) {
    directives = sum(directives, nodes.count)
    directivesAtOnePlace = max(directivesAtOnePlace, nodes.count)
  }

  private mutating func add(directivesOf cost: SelectionCost) {
    directives = sum(directives, cost.directives)
    directivesAtOnePlace = max(directivesAtOnePlace, cost.directivesAtOnePlace)
  }

  private func sum(_ first: Int, _ second: Int) -> Int { min(first + second, Self.enough) }
}

/// Measures the selections of a document; each fragment once.
///
/// Needs no schema. Costs time linear in the document.
struct SelectionMeter {
  private enum Measure {
    case begun
    case finished(SelectionCost)
  }

  let document: Document
  private let fragments: [String: FragmentDefinition]
  private var measures: [String: Measure] = [:]
  private var nesting = 0

  /// How deep selection sets are followed through fragments. Validation refuses a document that nests
  /// deeper, so it does not matter what is counted of it.
  private static let maximumNesting = 200

  init(_ document: Document) {
    self.document = document
    var fragments: [String: FragmentDefinition] = [:]
    for case .fragment(let fragment) in document.definitions {
      fragments[document.text(fragment.name)] = fragment
    }
    self.fragments = fragments
  }

  /// The fragment that a spread names.
  func fragment(of spread: FragmentSpread) -> FragmentDefinition? {
    fragments.isEmpty ? nil : fragments[document.text(spread.name)]
  }

  /// The cost of an operation.
  mutating func cost(of operation: OperationDefinition) -> SelectionCost {
    var cost = cost(of: operation.selectionSet)
    cost.add(directives: operation.directives)
    for variable in document[operation.variableDefinitions] {
      cost.add(directives: variable.directives)
    }
    return cost
  }

  /// The cost of what a spread stands for; nothing if there is no such fragment, or within itself.
  mutating func cost(of spread: FragmentSpread) -> SelectionCost {
    guard let fragment = fragment(of: spread) else { return SelectionCost() }
    let name = document.text(spread.name)
    switch measures[name] {
    case .begun: return SelectionCost()
    case .finished(let cost): return cost
    case nil:
      measures[name] = .begun
      var cost = cost(of: fragment.selectionSet)
      cost.add(directives: fragment.directives)
      measures[name] = .finished(cost)
      return cost
    }
  }

  private mutating func cost(of selectionSet: SelectionSet) -> SelectionCost {
    var cost = SelectionCost()
    guard nesting < Self.maximumNesting else { return cost }
    nesting += 1
    for selection in document[selectionSet.selections] {
      switch selection {
      case .field(let index):
        let field = document[index]
        let below = field.selectionSet.map { self.cost(of: $0) }
        cost.add(field, below: below ?? SelectionCost())
      case .inlineFragment(let index):
        let fragment = document[index]
        cost.add(directives: fragment.directives)
        cost.add(fragment: self.cost(of: fragment.selectionSet))
      case .fragmentSpread(let index):
        let spread = document[index]
        cost.add(directives: spread.directives)
        cost.add(fragment: self.cost(of: spread))
      }
    }
    nesting -= 1
    return cost
  }
}
