import GraphQLLanguage
import GraphQLSchema

/// The usages of variables that concern an operation.
struct VariableUsages {
  /// Those in the operation itself.
  let own: ArraySlice<VariableUsage>
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
  private var names: NameTable
  private var found: [[Int]: FragmentUsages] = [:]
  /// By the place of the definition: whether it or a fragment that it spreads uses variables.
  private let usesVariables: [Bool]

  init(_ outline: DocumentOutline) {
    var usesVariables = outline.definitions.map { !$0.usages.isEmpty }
    if !outline.usages.isEmpty {
      var users: [[Int]] = outline.definitions.map { _ in [] }
      for index in outline.definitions.indices {
        for spread in outline.spreads(in: index) {
          if let target = spread.target { users[target].append(index) }
        }
      }
      var open = usesVariables.indices.filter { usesVariables[$0] }
      while let index = open.popLast() {
        for user in users[index] where !usesVariables[user] {
          usesVariables[user] = true
          open.append(user)
        }
      }
    }
    self.usesVariables = usesVariables
    names = NameTable(outline.document, capacity: 0)
  }

  /// The usages in an operation, and in the fragments that it spreads, directly or not.
  mutating func usages(ofOperationAt index: Int, in outline: DocumentOutline) -> VariableUsages {
    guard usesVariables[index] else { return VariableUsages(own: [], inFragments: .none) }
    let own = outline.usages(in: index)
    let fragments = outline.spreads(in: index).compactMap { spread in
      spread.target.flatMap { usesVariables[$0] ? $0 : nil }
    }
    guard !fragments.isEmpty else {
      return VariableUsages(own: own, inFragments: .none)
    }
    let usages =
      found[fragments]
      ?? FragmentUsages(
        outline.fragments(spreadFrom: [index]).flatMap { outline.usages(in: $0) }, &names)
    found[fragments] = usages
    return VariableUsages(own: own, inFragments: usages)
  }
}

/// The usages in some fragments.
struct FragmentUsages {
  let all: [VariableUsage]
  /// The first of each kind.
  let distinct: [VariableUsage]

  static let none = Self()

  private init() {
    all = []
    distinct = []
  }

  init(_ all: [VariableUsage], _ names: inout NameTable) {
    self.all = all
    var known: Set<Kind> = []
    var distinct: [VariableUsage] = []
    for usage in all where known.insert(Kind(usage, names.insert(usage.name))).inserted {
      distinct.append(usage)
    }
    self.distinct = distinct
  }

  /// All of a usage but its place.
  private struct Kind: Hashable {
    let name: Int
    let type: FieldType?
    let hasDefault: Bool
    let oneOfParent: TypeID?

    init(_ usage: VariableUsage, _ name: Int) {
      self.name = name
      type = usage.type
      hasDefault = usage.hasDefault
      oneOfParent = usage.oneOfParent
    }
  }
}
