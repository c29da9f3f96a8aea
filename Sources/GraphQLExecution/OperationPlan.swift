import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import JSON

/// An operation compiled once: what to resolve, layer by layer, and how to write it.
///
/// It does not depend on variables: `@skip` and `@include` are guards, arguments are templates, both
/// evaluated at run time. Only `planOperation` makes one.
public final class OperationPlan: Sendable {
  /// The validated document that the operation stands in.
  public let document: ValidatedDocument
  /// The operation that was compiled.
  public let operation: OperationDefinition
  /// Whether every answer is the same: it tells of the schema alone, and there are no variables.
  ///
  /// Two underscores begin the names of introspection and no others. Spec §2.1.8 Names.
  public let isConstant: Bool
  let root: LayerPlan
  /// How many layers, slots and entries the plan has; bounded by `PlanLimits.nodes`.
  public let nodeCount: Int

  init(
    document: ValidatedDocument, operation: OperationDefinition, root: LayerPlan, nodeCount: Int
  ) {
    self.document = document
    self.operation = operation
    self.root = root
    self.nodeCount = nodeCount
    isConstant =
      operation.operationType == .query && operation.variableDefinitions.isEmpty
      && root.slots.allSatisfy { $0.fieldName.hasPrefix("__") }
  }
}

/// What planning may cost, checked while the plan is built.
public struct PlanLimits: Sendable {
  /// Layers, slots, entries and fragment spreads visited; and the entries of the response's objects
  /// with every fragment and shared layer written out, which is what execution may go through.
  public var nodes = 100_000
  /// Nested selection sets, those of fragments included, however they are shared. Bounds the
  /// planner's, the writer's and the null propagation's recursion, so it must stay below the
  /// stack's depth.
  public var depth = 500

  /// The limits as they are by default.
  public init() {}
}

/// What is resolved for the objects of one type at one place, and the shapes to write them in.
///
/// Equal layers of a plan are one object, wherever they stand.
final class LayerPlan: Sendable {
  let type: TypeID
  let typeName: String
  let slots: [Slot]
  /// One for each different set of selections that aliases make of this layer.
  let shapes: [Shape]
  /// What the slots read of the layer's source, if no slot is guarded.
  let requirements: UInt64
  let hasGuards: Bool
  /// Whether collecting the fields of one of the shapes can fail.
  let hasConditionChecks: Bool
  /// How many layers there are from this one down.
  let height: Int
  /// Whether a slot from here down asks for a role.
  let hasRestrictedFields: Bool
  /// What can make an object of the layer null once it is there.
  let faults: FaultReach

  init(type: TypeID, typeName: String, slots: [Slot], shapes: [Shape]) {
    self.type = type
    self.typeName = typeName
    self.slots = slots
    self.shapes = shapes
    requirements = slots.reduce(0) { $0 | $1.resolver.requires }
    hasGuards = slots.contains { !$0.isAlwaysIncluded }
    hasConditionChecks = shapes.contains { !$0.conditionChecks.isEmpty }
    height = 1 + (slots.lazy.flatMap(\.layers).map(\.height).max() ?? 0)
    faults = slots.map(\.faultsOfParent).max() ?? .none
    hasRestrictedFields = slots.contains { slot in
      slot.requiredRole != nil || slot.layers.contains(where: \.hasRestrictedFields)
    }
  }
}

/// One resolver call of a layer: a field with its arguments, however many aliases it has.
///
/// A class, as the plan's other parts are, so that execution passes one reference on.
final class Slot: Sendable {
  let fieldName: String
  let type: FieldType
  /// Who may use the field; nil: anyone.
  let requiredRole: String?
  let resolver: FieldResolver
  let arguments: FieldArguments
  /// The layers of the objects, one for each runtime type; empty for a leaf.
  let layers: [LayerPlan]
  /// The built-in scalar that the values are, or that those of lists are; nil for any other type.
  let scalar: BuiltInScalar?
  let isAlwaysIncluded: Bool
  /// What can make an object null of which this is a field.
  let faultsOfParent: FaultReach
  /// The slot is resolved if one of these holds.
  private let guards: [Guard]

  init(
    field: ResolvedField, arguments: FieldArguments, guards: [Guard], layers: [LayerPlan],
    scalar: BuiltInScalar?
  ) {
    fieldName = field.definition.name
    type = field.definition.type
    requiredRole = field.definition.requiredRole
    resolver = field.resolver
    self.arguments = arguments
    self.guards = guards
    self.layers = layers
    self.scalar = scalar
    isAlwaysIncluded = guards.contains { $0.isAlways }
    faultsOfParent = FaultReach(through: type, of: resolver, over: layers)
  }

  func isIncluded(for variables: VariableValues) -> Bool {
    isAlwaysIncluded || guards.contains { $0.holds(for: variables) }
  }
}

/// How the objects of a layer are written for one selection set: the entries in response order.
final class Shape: Sendable {
  let entries: [ShapeEntry]
  /// The entries with their indices, if all variables give the same ones in the same order.
  let staticEntries: [(index: Int, entry: ShapeEntry)]?
  /// What collecting the entries looks at that can fail; in order.
  let conditionChecks: [ConditionCheck]
  /// How many entries there are from here down, if nothing is shared.
  let size: Int

  init(entries: [ShapeEntry], conditionChecks: [ConditionCheck], size: Int) {
    self.entries = entries
    self.conditionChecks = conditionChecks
    self.size = size
    let isStatic = entries.allSatisfy { $0.occurrences[0].guardCondition.isAlways }
    staticEntries = isStatic ? entries.enumerated().map { ($0, $1) } : nil
  }
}

/// One response name of a selection set.
final class ShapeEntry: Sendable {
  let responseName: String
  /// `{"responseName":`, escaped: how an object begins that has the entry first.
  let firstPrefix: [UInt8]
  /// `,"responseName":`, escaped.
  let prefix: [UInt8]
  let value: EntryValue
  /// Where the response name occurs, in document order. Spec §6.3.2 Field Collection.
  let occurrences: [Occurrence]

  init(responseName: String, value: EntryValue, occurrences: [Occurrence]) {
    self.responseName = responseName
    self.value = value
    self.occurrences = occurrences
    var name: [UInt8] = []
    appendJSONString(responseName, to: &name)
    firstPrefix = [UInt8(ascii: "{")] + name + [UInt8(ascii: ":")]
    prefix = [UInt8(ascii: ",")] + name + [UInt8(ascii: ":")]
  }
}

/// What an entry writes.
enum EntryValue: Sendable {
  /// A slot's value; for composite types with the index of the shape in each of the slot's layers.
  case slot(Int, shape: Int)
  /// `__typename`.
  case typeName
}

/// One field node that contributes to an entry.
struct Occurrence: Sendable {
  let guardCondition: Guard
  /// The order of the node among all that the selection set collects.
  let position: Int
  let node: NodeIndex<Field>
}
