import GraphQLSchema
import GraphQLValidation

extension Execution {
  /// Begins the execution of a window of a query's list: of so many elements.
  init(
    windowOf elements: Int, in plan: OperationPlan, context: ExecutionContext, division: Division
  ) {
    self.init(
      of: plan, context: context, division: division, isMutation: false,
      isDivisible: elements > 1)
  }

  /// Executes the elements of a list: its slot is the only one of `plan`.
  mutating func executeElements(_ elements: Column, of plan: LayerPlan) {
    let root = addLayer(
      plan, LayerContents(count: 1, source: context.rootSource), occursOnce: true)
    let list = ListColumn(offsets: [0, elements.count], elements: elements)
    set(.list(list), of: plan.slots[0], at: 0, in: layers[root])
    executeLayers(from: root + 1)
  }

  /// Notes that a list could not be read.
  mutating func failList(with failure: FieldError, of plan: LayerPlan) {
    let root = addLayer(
      plan, LayerContents(count: 1, source: context.rootSource), occursOnce: true)
    set(.failing(failure, count: 1), of: plan.slots[0], at: 0, in: layers[root])
  }

  /// How much of a field is to be resolved at once.
  func portion(of slot: Slot, in layer: ExecutedLayer) -> Portion {
    guard let windows = context.windows, slot.resolver.givesWindows, !isMutation else {
      return .all
    }
    if layer.occursOnce, context.errorBehavior == .propagate,
      slot.allowsWindows(in: plan.document, variables: context.variables)
    {
      return .window(elements: division == .largest ? windows.elements : 1)
    }
    return isDivisible && division == .largest ? .atMost(elements: windows.nestedElements) : .all
  }
}
