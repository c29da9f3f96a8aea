import GraphQLLanguage
import GraphQLSchema

/// A layer while it is planned: fields become slots, response names entries.
struct LayerDraft {
  private let isSerial: Bool
  private(set) var slots: [SlotDraft] = []
  private(set) var shapes: [[ShapeEntry]] = []
  /// By shape.
  private(set) var conditionChecks: [[ConditionCheck]] = []
  private var slotIndices: [SlotKey: Int] = [:]

  private struct SlotKey: Hashable {
    let fieldName: String
    let arguments: FieldArguments
    /// Tells the slots of a serial layer apart.
    let ordinal: Int
  }

  init(isSerial: Bool) {
    self.isSerial = isSerial
  }

  mutating func beginShape(checking conditionChecks: [ConditionCheck]) {
    shapes.append([])
    self.conditionChecks.append(conditionChecks)
  }

  mutating func addTypeName(_ collected: CollectedField) {
    append(collected, value: .typeName)
  }

  /// Adds a field: to the slot that already resolves it with these arguments, or to one of its own.
  mutating func add(
    _ collected: CollectedField, field: ResolvedField, arguments: FieldArguments
  ) {
    let key = SlotKey(
      fieldName: field.definition.name, arguments: arguments, ordinal: isSerial ? slots.count : 0)
    let index = slotIndices[key] ?? slots.count
    if index == slots.count {
      slotIndices[key] = index
      slots.append(SlotDraft(field: field, arguments: arguments))
    }
    let group = slots[index].add(collected.nodes)
    append(collected, value: .slot(index, shape: group))
  }

  private mutating func append(_ collected: CollectedField, value: EntryValue) {
    shapes[shapes.count - 1].append(
      ShapeEntry(
        responseName: collected.responseName, value: value,
        occurrences: collected.nodes.map {
          Occurrence(
            guardCondition: $0.guardCondition, position: $0.position, node: $0.index)
        }))
  }
}

/// A slot while its layer is planned.
struct SlotDraft {
  let field: ResolvedField
  let arguments: FieldArguments
  /// Each once, in the order in which they are met.
  private(set) var guards: [Guard] = []
  private var knownGuards: Set<Guard> = []
  /// The different sets of selections below the slot: one shape each in its layers.
  private(set) var selectionGroups: [[GuardedSelections]] = []
  private var groupIndices: [[GuardedSelections]: Int] = [:]

  init(field: ResolvedField, arguments: FieldArguments) {
    self.field = field
    self.arguments = arguments
  }

  /// Adds the nodes of one response name; returns the index of its selections' group, 0 for a leaf.
  mutating func add(_ nodes: [CollectedField.Node]) -> Int {
    for node in nodes where knownGuards.insert(node.guardCondition).inserted {
      guards.append(node.guardCondition)
    }
    let group = nodes.compactMap { node in
      node.field.selectionSet.map {
        GuardedSelections(selectionSet: $0, guardCondition: node.guardCondition)
      }
    }
    guard !group.isEmpty else { return 0 }
    if let known = groupIndices[group] { return known }
    groupIndices[group] = selectionGroups.count
    selectionGroups.append(group)
    return selectionGroups.count - 1
  }

  /// The groups as the slot's layers see them: what the whole slot depends on is settled by then.
  var relativeSelectionGroups: [[GuardedSelections]] {
    guard guards.count == 1 else { return selectionGroups }
    return selectionGroups.map { group in
      group.map { GuardedSelections(selectionSet: $0.selectionSet, guardCondition: .always) }
    }
  }
}
