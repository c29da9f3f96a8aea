import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// A selection set that applies when its guard holds.
struct GuardedSelections: Hashable {
  let selectionSet: SelectionSet
  let guardCondition: Guard
}

/// The field nodes of one response name, in document order.
struct CollectedField {
  let responseName: String
  var nodes: [Node]

  struct Node {
    let index: NodeIndex<Field>
    let field: Field
    let guardCondition: Guard
    let position: Int
  }
}

/// Groups the fields that apply to one object type by response name, in document order.
///
/// Spec §6.3.2 Field Collection, for all values of the variables at once: a field or fragment whose
/// inclusion depends on a variable is collected with a guard.
struct FieldCollector {
  private let document: Document
  private let validated: ValidatedDocument
  private let type: TypeID
  private let variables: [String: Int]
  private let nullableVariables: Set<Int>
  private let budget: PlanBudget
  private var indices: [String: Int] = [:]
  private var visited: Set<VisitedFragment> = []
  private var position = 0
  private(set) var fields: [CollectedField] = []
  /// In the order in which collection comes to them.
  private(set) var conditionChecks: [ConditionCheck] = []

  private struct VisitedFragment: Hashable {
    let name: String
    let guardCondition: Guard
  }

  init(
    validated: ValidatedDocument, type: TypeID, variables: [String: Int],
    nullableVariables: Set<Int>, budget: PlanBudget
  ) {
    self.document = validated.document
    self.validated = validated
    self.type = type
    self.variables = variables
    self.nullableVariables = nullableVariables
    self.budget = budget
  }

  mutating func collectFields(
    in selectionSet: SelectionSet, when outer: Guard, depth: Int
  ) throws(PlanError) {
    try budget.enter(depth: depth)
    for selection in document[selectionSet.selections] {
      try budget.spend()
      switch selection {
      case .field(let index):
        let field = document[index]
        if let inclusion = inclusion(of: field.directives, within: outer) {
          collect(index, field, when: inclusion)
        }
      case .inlineFragment(let index):
        let fragment = document[index]
        guard let inclusion = inclusion(of: fragment.directives, within: outer),
          fragmentTypeApplies(fragment.typeCondition)
        else { continue }
        try collectFields(in: fragment.selectionSet, when: inclusion, depth: depth + 1)
      case .fragmentSpread(let index):
        try collectFragment(document[index], when: outer, depth: depth)
      }
    }
  }

  private mutating func collectFragment(
    _ spread: FragmentSpread, when outer: Guard, depth: Int
  ) throws(PlanError) {
    let name = document.text(spread.name)
    guard let inclusion = inclusion(of: spread.directives, within: outer),
      !visited.contains(VisitedFragment(name: name, guardCondition: .always)),
      visited.insert(VisitedFragment(name: name, guardCondition: inclusion)).inserted,
      let fragment = validated.fragment(named: name),
      fragmentTypeApplies(fragment.typeCondition)
    else { return }
    guard fragment.variableDefinitions.isEmpty else { throw .fragmentVariables(fragment: name) }
    try collectFields(in: fragment.selectionSet, when: inclusion, depth: depth + 1)
  }

  private mutating func collect(
    _ index: NodeIndex<Field>, _ field: Field, when inclusion: Guard
  ) {
    let responseName = document.text(field.responseName)
    let node = CollectedField.Node(
      index: index, field: field, guardCondition: inclusion, position: position)
    position += 1
    if let known = indices[responseName] {
      fields[known].nodes.append(node)
    } else {
      indices[responseName] = fields.count
      fields.append(CollectedField(responseName: responseName, nodes: [node]))
    }
  }

  /// Spec §6.3.2 Field Collection, DoesFragmentTypeApply.
  private func fragmentTypeApplies(_ condition: Name?) -> Bool {
    guard let condition else { return true }
    guard let id = validated.schema.typeID(named: condition, in: document) else { return false }
    return validated.schema.isPossibleType(type, of: id)
  }

  /// The guard of a node with these directives; nil if it is never included. `@skip` comes first.
  private mutating func inclusion(
    of directives: NodeRange<Directive>, within outer: Guard
  ) -> Guard? {
    guard !directives.isEmpty else { return outer }
    var inclusion = outer
    for (name, wanted) in [("skip", false), ("include", true)] {
      guard
        let directive = document[directives].first(where: { $0.name.isText(name, in: document) }),
        let argument = document[directive.arguments].first
      else { continue }
      switch document[argument.value].kind {
      case .boolean(let value):
        if value != wanted { return nil }
      case .variable(let name):
        guard let variable = variables[document.text(name)] else {
          preconditionFailure("A validated document uses a variable that it does not define")
        }
        if nullableVariables.contains(variable) {
          conditionChecks.append(
            ConditionCheck(guardCondition: inclusion, variable: variable, directive: directive))
        }
        let condition = Guard.Condition(variable: variable, value: wanted)
        guard let narrowed = inclusion.adding(condition) else { return nil }
        inclusion = narrowed
      case .int, .float, .string, .null, .enum, .list, .object:
        preconditionFailure("A validated document gives @skip or @include no Boolean")
      }
    }
    return inclusion
  }
}
