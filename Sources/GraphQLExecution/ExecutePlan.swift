import GraphQLSchema
import GraphQLValidation

/// What a request brings to its execution besides the plan.
///
/// A class, so that those who execute, write and go on with a list share one reference.
public final class ExecutionContext {
  /// The coerced variable values.
  public let variables: VariableValues
  /// The object that the root fields belong to.
  public let rootSource: AnyObject
  /// What resolvers share during the request; see `FieldCall.environment(as:)`.
  public let environment: AnyObject
  /// What surrounds the root fields of a mutation; nil for nothing.
  public let mutationScope: MutationScope?
  /// Turns an error that is not a `FieldError` into what the client may see.
  public let mask: (any Error) -> FieldError
  /// What an error does to the rest of the response.
  public let errorBehavior: ErrorBehavior
  /// Asked before each layer below the root; an error that it gives is that of the layer's first field.
  public let interruption: (() -> FieldError?)?
  /// How long lists of a query are executed, window by window while they are written; nil executes all
  /// before anything is written.
  public let windows: WindowSizes?

  /// Gathers what belongs to one request.
  public init(
    variables: VariableValues, rootSource: AnyObject, environment: AnyObject,
    errorBehavior: ErrorBehavior = .propagate, mutationScope: MutationScope? = nil,
    interruption: (() -> FieldError?)? = nil, windows: WindowSizes? = nil,
    mask: @escaping (any Error) -> FieldError
  ) {
    self.variables = variables
    self.rootSource = rootSource
    self.environment = environment
    self.errorBehavior = errorBehavior
    self.mutationScope = mutationScope
    self.interruption = interruption
    self.windows = windows
    self.mask = mask
  }
}

/// Runs a plan: every field of every layer by one resolver call, layer by layer.
///
/// The breadth-first form of ExecuteCollectedFields, Spec §6.3.3 Executing Collected Fields. Never
/// throws: what fails is part of the result.
public func executePlan(_ plan: OperationPlan, in context: ExecutionContext) -> ExecutionResult {
  var execution = Execution(plan, context: context)
  execution.executeRoot(plan.root)
  if execution.exceedsPortion {
    execution = Execution(plan, context: context, division: .smallest)
    execution.executeRoot(plan.root)
  }
  return ExecutionResult(plan: plan, context: context, execution)
}

/// A layer with its columns filled: as far as this request includes them.
///
/// A class, so that those who fill and write it share one reference.
final class ExecutedLayer {
  let plan: LayerPlan
  let contents: LayerContents
  /// Whether the response has the layer at one place only, and there one object.
  let occursOnce: Bool
  /// By slot; nil for a slot that this request leaves out.
  fileprivate(set) var results: [SlotResult?]

  init(
    plan: LayerPlan, contents: LayerContents, occursOnce: Bool, results: [SlotResult?]
  ) {
    self.plan = plan
    self.contents = contents
    self.occursOnce = occursOnce
    self.results = results
  }

  /// The layer with another result.
  func replacing(_ slot: Int, by result: SlotResult) -> ExecutedLayer {
    var results = results
    results[slot] = result
    return ExecutedLayer(
      plan: plan, contents: contents, occursOnce: occursOnce, results: results)
  }

  /// Whether a field failed, or the objects have no fields to be executed.
  func hasFailure(for variables: VariableValues) -> Bool {
    results.contains { $0?.hasFailure == true } || hasFailingShape(for: variables)
  }
}

/// A slot's column, and where its objects are.
struct SlotResult {
  let column: Column
  /// Whether the column has a failure, or a null where the type allows none.
  let hasFailure: Bool
  /// The executed layers of the objects: one for `.objects`, one a member for `.abstract`.
  let layers: Range<Int>
}

/// An operation, or a window of one of its lists, while it is executed.
///
/// Not to be copied: copies made by the compiler took a fifth of a small request.
struct Execution: ~Copyable {
  let plan: OperationPlan
  let context: ExecutionContext
  let division: Division
  private(set) var layers: [ExecutedLayer] = []
  /// Whether no more fields of a mutation's root are to be executed.
  private var isHalted = false
  /// Why a query is executed no further.
  private(set) var ending: ExecutionEnding?
  /// What a mutation did stays, and the client must be told of it.
  let isMutation: Bool
  /// Whether a list is there only as far as its first window.
  private(set) var hasRests = false
  /// Whether there is a list whose objects could be executed fewer at a time.
  private(set) var isDivisible: Bool
  /// Whether a field had more than its portion: then the execution is of no use.
  private(set) var exceedsPortion = false

  init(
    _ plan: OperationPlan, context: ExecutionContext, division: Division = .largest
  ) {
    self.init(
      of: plan, context: context, division: division,
      isMutation: plan.operation.operationType == .mutation, isDivisible: false)
  }

  /// Begins an execution without layers.
  init(
    of plan: OperationPlan, context: ExecutionContext, division: Division,
    isMutation: Bool, isDivisible: Bool
  ) {
    self.plan = plan
    self.context = context
    self.division = division
    self.isMutation = isMutation
    self.isDivisible = isDivisible
  }

  /// Executes all fields of the operation.
  mutating func executeRoot(_ plan: LayerPlan) {
    let root = addLayer(
      plan, LayerContents(count: 1, source: context.rootSource), occursOnce: true)
    // A failing root has no fields to execute; elsewhere what is resolved in vain does no harm.
    guard plan.shapes[0].failingCheck(for: context.variables) == nil else { return }
    if isMutation {
      executeSerially(root)
    } else {
      executeLayers(from: root)
    }
  }

  mutating func addLayer(
    _ plan: LayerPlan, _ contents: LayerContents, occursOnce: Bool
  ) -> Int {
    layers.append(
      ExecutedLayer(
        plan: plan, contents: contents, occursOnce: occursOnce,
        results: Array(repeating: nil, count: plan.slots.count)))
    return layers.count - 1
  }

  /// Executes a layer and all that grow out of it, breadth first.
  mutating func executeLayers(from first: Int) {
    var next = first
    while next < layers.count, ending == nil, !exceedsPortion {
      if next > first, let failure = context.interruption?() { end(with: failure, at: next) }
      for slot in layers[next].plan.slots.indices where ending == nil && !exceedsPortion {
        resolve(slot, of: next)
      }
      next += 1
    }
  }

  /// Executes the root of a mutation: each field with all below it before the next, in the order in
  /// which the variables let the fields be collected. Where an error halts, no field after it is
  /// executed.
  ///
  /// Spec §6.2.2 Mutation.
  mutating func executeSerially(_ root: Int) {
    var fields: [RootField] = []
    for (_, entry) in layers[root].plan.shapes[0].includedEntries(for: context.variables) {
      guard case .slot(let slot, _) = entry.value else { continue }
      fields.append(RootField(slot: slot, responseName: entry.responseName))
    }
    guard let scope = context.mutationScope else {
      for field in fields where !isHalted { execute(field, of: root) }
      return
    }
    switch scope.extent {
    case .field:
      for field in fields where !isHalted { execute([field], of: root, in: scope) }
    case .operation: execute(fields, of: root, in: scope)
    }
  }

  /// A field of a mutation's root.
  private struct RootField {
    let slot: Int
    let responseName: String
  }

  private mutating func execute(_ field: RootField, of root: Int) {
    let next = layers.count
    resolve(field.slot, of: root)
    executeLayers(from: next)
    guard context.errorBehavior == .halt else { return }
    isHalted =
      layers[root].results[field.slot]?.hasFailure == true
      || layers[next...].contains { $0.hasFailure(for: context.variables) }
  }

  /// Executes fields that stand or fall together: those after one that fails are not executed.
  private mutating func execute(
    _ fields: [RootField], of root: Int, in scope: MutationScope
  ) {
    var failing: RootField?
    do {
      try scope.run {
        for field in fields {
          execute(field, of: root)
          if layers[root].results[field.slot]?.hasFailure == true {
            failing = field
            return false
          }
        }
        return true
      }
    } catch {
      let failure = error as? FieldError ?? context.mask(error)
      for field in fields { fail(field, of: root, with: failure) }
      return
    }
    guard let failing else { return }
    let failure = scope.undone(failing.responseName)
    for field in fields where field.slot != failing.slot {
      fail(field, of: root, with: failure)
    }
  }

  /// Takes back what a root field gave.
  private mutating func fail(_ field: RootField, of root: Int, with failure: FieldError) {
    layers[root].results[field.slot] = SlotResult(
      column: .failing(.nulls(count: 1), failures: [0: failure]), hasFailure: true, layers: 0..<0)
  }

  private mutating func resolve(_ index: Int, of layerIndex: Int) {
    let layer = layers[layerIndex]
    let slot = layer.plan.slots[index]
    guard slot.isIncluded(for: context.variables) else { return }
    let count = layer.contents.count
    guard count > 0 else { return }
    let portion = portion(of: slot, in: layer)
    let column: Column
    do {
      let resolved = try resolveFieldValues(slot, of: layer, portion)
      column =
        slot.scalar == .int || slot.scalar == .float
        ? resolved.failingNumbersOutOfRange(of: slot.scalar) : resolved
    } catch is PortionExceeded {
      exceedsPortion = true
      return
    } catch {
      let failure = error as? FieldError ?? context.mask(error)
      if failure.endsExecution, !isMutation {
        ending = ExecutionEnding(failure: failure, layer: layerIndex, slot: index)
        return
      }
      column = .failing(failure, count: count)
    }
    precondition(
      column.count == count,
      "\(layer.plan.typeName).\(slot.fieldName) gave \(column.count) values for \(count) objects"
    )
    if case .window = portion, case .list(let list) = column, list.elements.count > 1 {
      isDivisible = true
    }
    set(column, of: slot, at: index, in: layer)
  }

  mutating func set(_ column: Column, of slot: Slot, at index: Int, in layer: ExecutedLayer) {
    let below = addLayers(of: column, slot, occursOnce: layer.occursOnce)
    layer.results[index] = SlotResult(
      column: column, hasFailure: column.breaksPromise(of: slot.type), layers: below)
  }

  /// Spec §6.4.2 Value Resolution, for the whole layer.
  private func resolveFieldValues(
    _ slot: Slot, of layer: ExecutedLayer, _ portion: Portion
  ) throws -> Column {
    let arguments = try slot.arguments.values(
      in: plan.document.document, schema: plan.document.schema, variables: context.variables)
    let call = FieldCall(
      contents: layer.contents, arguments: arguments,
      lookahead: Lookahead(layers: slot.layers, variables: context.variables),
      environment: context.environment, portion: portion)
    return try slot.resolver.resolve(call)
  }

  /// Ends the execution at the first field of a layer that would be resolved, if there is one.
  private mutating func end(with failure: FieldError, at layer: Int) {
    guard layers[layer].contents.count > 0 else { return }
    let slot = layers[layer].plan.slots.firstIndex { $0.isIncluded(for: context.variables) }
    ending = slot.map { ExecutionEnding(failure: failure, layer: layer, slot: $0) }
  }

  private mutating func addLayers(
    of column: Column, _ slot: Slot, occursOnce: Bool
  ) -> Range<Int> {
    let first = layers.count
    let occursOnce = occursOnce && column.count == 1
    switch column {
    case .leaf, .nulls: break
    case .list(let list):
      if list.rest != nil { hasRests = true }
      return addLayers(of: list.elements, slot, occursOnce: occursOnce)
    case .failing(let column, _): return addLayers(of: column, slot, occursOnce: occursOnce)
    case .objects(let objects):
      _ = addLayer(slot.layers[0], objects.contents, occursOnce: occursOnce)
    case .abstract(let abstract):
      for member in abstract.members {
        guard let plan = slot.layers.first(where: { $0.type == member.type }) else {
          preconditionFailure("\(slot.fieldName) gave an object of an impossible type")
        }
        _ = addLayer(plan, member.contents, occursOnce: occursOnce)
      }
    }
    return first..<layers.count
  }
}

extension Column {
  /// The same failure for every object.
  static func failing(_ failure: FieldError, count: Int) -> Column {
    let failures = Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, failure) })
    return .failing(.nulls(count: count), failures: failures)
  }

  /// Whether an entry failed, or is null where `type` is non-null.
  fileprivate func breaksPromise(of type: FieldType) -> Bool {
    switch (self, type) {
    case (.failing, _): true
    case (_, .nonNull(let inner)): hasNulls || breaksPromise(of: inner)
    case (.list(let list), .list(let element)): list.elements.breaksPromise(of: element)
    case (_, .named), (.leaf, .list), (.nulls, .list): false
    case (.list, _), (.objects, .list), (.abstract, .list):
      preconditionFailure("A column does not have the shape of its field's type")
    }
  }

  private var hasNulls: Bool {
    switch self {
    case .leaf(let column): column.nullCount > 0
    case .list(let list): list.nulls.count > 0
    case .objects(let objects): objects.rows.contains { $0 < 0 }
    case .abstract(let abstract): abstract.rows.contains { $0 < 0 }
    case .nulls(let count): count > 0
    case .failing: true
    }
  }
}
