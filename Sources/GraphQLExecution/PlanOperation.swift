import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import JSON

/// Compiles an operation of a validated document to a plan.
///
/// The plan's size is linear in the collected fields, since equal layers are shared; planning stops
/// at `limits`. Spec §6.1 Executing Requests, GetOperation.
public func planOperation(
  named name: String?, of document: ValidatedDocument, resolvers: ResolverTable,
  limits: PlanLimits = PlanLimits()
) throws(PlanError) -> OperationPlan {
  let operation = try operation(named: name, of: document.document)
  guard let rootType = document.schema.rootType(of: operation.operationType) else {
    throw .noRootType(operation: operation.operationType.rawValue)
  }
  let budget = PlanBudget(limits: limits)
  var planner = Planner(
    document: document, operation: operation, resolvers: resolvers, budget: budget)
  let selections = GuardedSelections(
    selectionSet: operation.selectionSet, guardCondition: .always)
  let root = try planner.layer(
    of: rootType, groups: [[selections]], isSerial: operation.operationType == .mutation, depth: 1)
  return OperationPlan(
    document: document, operation: operation, root: root, nodeCount: budget.spent)
}

/// Spec §6.1 Executing Requests, GetOperation.
private func operation(
  named name: String?, of document: Document
) throws(PlanError) -> OperationDefinition {
  var operations: [OperationDefinition] = []
  for case .operation(let operation) in document.definitions { operations.append(operation) }
  guard let name else {
    guard let first = operations.first else { throw .noOperation }
    guard operations.count == 1 else { throw .operationNameRequired }
    return first
  }
  let named = operations.first { operation in
    operation.name.map { document.text($0) } == name
  }
  guard let named else { throw .unknownOperation(name: name) }
  return named
}

/// Builds the layers of one plan from the root down.
private struct Planner {
  private let document: ValidatedDocument
  private let resolvers: ResolverTable
  private let budget: PlanBudget
  /// The position of each of the operation's variables.
  private let variables: [String: Int]
  private let nullableVariables: Set<Int>
  private var layers: [LayerKey: LayerPlan] = [:]

  private struct LayerKey: Hashable {
    let type: TypeID
    let groups: [[GuardedSelections]]
  }

  init(
    document: ValidatedDocument, operation: OperationDefinition, resolvers: ResolverTable,
    budget: PlanBudget
  ) {
    self.document = document
    self.resolvers = resolvers
    self.budget = budget
    var variables: [String: Int] = [:]
    var nullableVariables: Set<Int> = []
    for (position, variable) in document.document[operation.variableDefinitions].enumerated() {
      variables[document.document.text(variable.name)] = position
      if !document.document.isNonNull(variable.type) { nullableVariables.insert(position) }
    }
    self.variables = variables
    self.nullableVariables = nullableVariables
  }

  /// The layer of a type's objects where each group of selections makes one shape.
  ///
  /// In a serial layer every response name has a slot of its own: a mutation written twice happens
  /// twice. Spec §6.2.2 Mutation.
  mutating func layer(
    of type: TypeID, groups: [[GuardedSelections]], isSerial: Bool = false, depth: Int
  ) throws(PlanError) -> LayerPlan {
    let key = LayerKey(type: type, groups: groups)
    if let layer = layers[key] {
      try budget.enter(depth: depth + layer.height - 1)
      return layer
    }
    try budget.enter(depth: depth)
    var draft = LayerDraft(isSerial: isSerial)
    for group in groups {
      var collector = FieldCollector(
        validated: document, type: type, variables: variables,
        nullableVariables: nullableVariables, budget: budget)
      for selections in group {
        try collector.collectFields(
          in: selections.selectionSet, when: selections.guardCondition, depth: depth)
      }
      draft.beginShape(checking: collector.conditionChecks)
      for field in collector.fields {
        try budget.spend()
        add(field, of: type, to: &draft)
      }
    }
    let layer = try finish(draft, of: type, depth: depth)
    layers[key] = layer
    return layer
  }

  private func add(_ collected: CollectedField, of type: TypeID, to draft: inout LayerDraft) {
    let node = collected.nodes[0].field
    guard !node.name.isText("__typename", in: document.document) else {
      return draft.addTypeName(collected)
    }
    let field = document.schema.resolvedField(
      named: node.name, in: document.document, on: type, resolvers: resolvers)
    let arguments = FieldArguments(
      of: node, in: document.document, as: field.definition.arguments,
      schema: document.schema)
    draft.add(collected, field: field, arguments: arguments)
  }

  private mutating func finish(
    _ draft: LayerDraft, of type: TypeID, depth: Int
  ) throws(PlanError) -> LayerPlan {
    var slots: [Slot] = []
    for slot in draft.slots {
      try budget.spend()
      let fieldType = slot.field.definition.type
      var children: [LayerPlan] = []
      if !slot.selectionGroups.isEmpty {
        for possible in document.schema.possibleTypes(of: fieldType.namedType) {
          children.append(
            try layer(of: possible, groups: slot.relativeSelectionGroups, depth: depth + 1))
        }
      }
      slots.append(
        Slot(
          field: slot.field, arguments: slot.arguments, guards: slot.guards, layers: children,
          scalar: document.schema.builtInScalar(fieldType.namedType)))
    }
    var shapes: [Shape] = []
    for (entries, checks) in zip(draft.shapes, draft.conditionChecks) {
      let size = entries.reduce(0) { $0 + $1.size(in: slots) }
      try budget.checkSize(size)
      shapes.append(Shape(entries: entries, conditionChecks: checks, size: size))
    }
    return LayerPlan(
      type: type, typeName: document.schema[type].name, slots: slots, shapes: shapes)
  }
}

extension ShapeEntry {
  /// The entry and all entries below it.
  fileprivate func size(in slots: [Slot]) -> Int {
    switch value {
    case .typeName: 1
    case .slot(let index, let shape):
      slots[index].layers.reduce(1) { $0 + $1.shapes[shape].size }
    }
  }
}

extension Document {
  fileprivate func isNonNull(_ type: NodeIndex<TypeReference>) -> Bool {
    if case .nonNull = self[type].kind { true } else { false }
  }
}
