import GraphQLSchema

/// The usages of variables that concern an operation.
struct VariableUsages {
  /// Those in the operation itself.
  let own: [VariableUsage]
  /// Those in the fragments that it spreads, directly or not.
  let inFragments: FragmentUsages

  /// One of each kind: if a rule finds nothing wrong with these, nothing is wrong with any.
  var distinct: [VariableUsage] { own + inFragments.distinct }

  /// Those in the operation, then those in the fragments that it spreads.
  var all: [VariableUsage] { own + inFragments.all }

  var isEmpty: Bool { own.isEmpty && inFragments.all.isEmpty }
}

/// Finds the usages that concern each operation.
///
/// Operations that spread the same fragments share what is found in these, so that a document of
/// many operations over many fragments costs no more than it is long.
struct VariableUsageSearch {
  private var found: [[String]: FragmentUsages] = [:]
  /// By the place of the definition: whether it or a fragment that it spreads uses variables.
  private let usesVariables: [Bool]

  init(_ outline: DocumentOutline) {
    var users: [[Int]] = outline.definitions.map { _ in [] }
    for (index, definition) in outline.definitions.enumerated() {
      for spread in definition.spreads {
        if let target = outline.fragmentIndices[spread.name] { users[target].append(index) }
      }
    }
    var usesVariables = outline.definitions.map { !$0.usages.isEmpty }
    var open = usesVariables.indices.filter { usesVariables[$0] }
    while let index = open.popLast() {
      for user in users[index] where !usesVariables[user] {
        usesVariables[user] = true
        open.append(user)
      }
    }
    self.usesVariables = usesVariables
  }

  /// The usages in an operation, and in the fragments that it spreads, directly or not.
  mutating func usages(ofOperationAt index: Int, in outline: DocumentOutline) -> VariableUsages {
    let definition = outline.definitions[index]
    guard usesVariables[index] else { return VariableUsages(own: [], inFragments: .none) }
    var fragments: [String] = []
    for spread in definition.spreads {
      guard let target = outline.fragmentIndices[spread.name], usesVariables[target] else {
        continue
      }
      fragments.append(spread.name)
    }
    guard !fragments.isEmpty else {
      return VariableUsages(own: definition.usages, inFragments: .none)
    }
    let usages =
      found[fragments]
      ?? FragmentUsages(
        outline.fragments(spreadFrom: [index]).flatMap { outline.definitions[$0].usages })
    found[fragments] = usages
    return VariableUsages(own: definition.usages, inFragments: usages)
  }
}

/// The usages in some fragments.
struct FragmentUsages {
  let all: [VariableUsage]
  /// The first of each kind.
  let distinct: [VariableUsage]

  static let none = Self([])

  init(_ all: [VariableUsage]) {
    self.all = all
    var known: Set<Kind> = []
    distinct = all.filter { known.insert(Kind($0)).inserted }
  }

  /// All of a usage but its place.
  private struct Kind: Hashable {
    let name: String
    let type: FieldType?
    let hasDefault: Bool
    let oneOfParent: TypeID?

    init(_ usage: VariableUsage) {
      name = usage.name
      type = usage.type
      hasDefault = usage.hasDefault
      oneOfParent = usage.oneOfParent
    }
  }
}
