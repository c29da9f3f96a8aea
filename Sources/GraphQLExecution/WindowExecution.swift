import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// Some elements of a list, executed with all below them.
struct ExecutedWindow {
  let count: Int
  let hasMore: Bool
  let layers: [ExecutedLayer]
  let corrections: Corrections
  /// The errors whose nulls stay within an element.
  let errors: [GraphQLError]
}

/// Executes the rest of an operation's lists, window by window.
struct WindowExecution {
  private let operation: OperationPlan
  private let context: ExecutionContext
  let sizes: WindowSizes
  /// How many errors there were before the first window.
  private let errorsBefore: Int

  init(_ operation: OperationPlan, context: ExecutionContext, errorsBefore: Int) {
    guard let sizes = context.windows else { preconditionFailure("Nobody asked for windows") }
    self.operation = operation
    self.context = context
    self.sizes = sizes
    self.errorsBefore = errorsBefore
  }

  var variables: VariableValues { context.variables }

  /// Executes `count` elements of a list, or fewer if there are not so many or too much is below them.
  ///
  /// `plan` has the list's field alone, `place` is the list's first element. `errors` is how many errors
  /// other windows had. Throws the error that ends
  /// the response: the list cannot be read further, or a null propagates out of an element.
  func execute(
    _ rest: ListRest, from start: Int, count: Int, of plan: LayerPlan, at place: ListWindows.Place,
    errors knownErrors: Int
  ) throws(GraphQLError) -> ExecutedWindow {
    let window: ListRest.Window
    do {
      if let failure = context.interruption?() { throw failure }
      window = try rest.elements(start, count)
    } catch {
      var execution = Execution(windowOf: 0, in: operation, context: context, division: .smallest)
      execution.failList(with: error as? FieldError ?? context.mask(error), of: plan)
      throw ending(of: execution, from: start, at: place)
    }
    let elements = window.elements
    var execution = Execution(
      windowOf: elements.count, in: operation, context: context, division: .largest)
    execution.executeElements(elements, of: plan)
    if execution.exceedsPortion {
      guard elements.count == 1 else {
        return try execute(
          rest, from: start, count: 1, of: plan, at: place, errors: knownErrors)
      }
      execution = Execution(windowOf: 1, in: operation, context: context, division: .smallest)
      execution.executeElements(elements, of: plan)
    }
    guard execution.ending == nil else { throw ending(of: execution, from: start, at: place) }
    guard execution.layers.contains(where: { $0.hasFailure(for: variables) }) else {
      return ExecutedWindow(
        count: elements.count, hasMore: window.hasMore, layers: execution.layers,
        corrections: Corrections(), errors: [])
    }
    let corrections = propagateNulls(
      through: execution.layers, variables: variables, behavior: .propagate)
    guard !corrections.isNulledList else { throw ending(of: execution, from: start, at: place) }
    let errors = collectErrors(in: execution, limit: maximumErrors - errorsBefore - knownErrors)
    return ExecutedWindow(
      count: elements.count, hasMore: window.hasMore, layers: execution.layers,
      corrections: corrections, errors: errors.map { $0.moved(by: start, to: place) })
  }

  /// The errors of a window; none where one has said already that the rest are left out.
  private func collectErrors(in execution: borrowing Execution, limit: Int) -> [GraphQLError] {
    guard limit >= 0 else { return [] }
    return GraphQLExecution.collectErrors(
      in: execution.layers, document: operation.document, variables: variables,
      behavior: .propagate,
      limit: limit)
  }

  /// The error that ends the response in the middle of a list: the one that makes the list null.
  private func ending(
    of execution: borrowing Execution, from start: Int, at place: ListWindows.Place
  ) -> GraphQLError {
    if let ending = execution.ending {
      return ending.error(in: execution.layers, document: operation.document, variables: variables)
        .moved(by: start, to: place)
    }
    guard let last = collectErrors(in: execution, limit: maximumErrors).last else {
      preconditionFailure("A list is null without an error")
    }
    return last.moved(by: start, to: place)
  }
}

extension Corrections {
  /// Whether the one list of a window has become null, or its parent.
  fileprivate var isNulledList: Bool {
    if isNulled(row: 0, of: 0, shape: 0) { return true }
    let column = columns[EntryPlace(layer: 0, shape: 0, entry: 0)]
    return column?.isNull(0) ?? false
  }
}

extension GraphQLError {
  /// The error of a window as one of the response: its path begins with the field and the index within
  /// the window.
  fileprivate func moved(by start: Int, to place: ListWindows.Place) -> GraphQLError {
    var path = Array(place.path.dropLast())
    var own = (self.path ?? []).dropFirst()
    if case .index(let index)? = own.popFirst() { path.append(.index(start + index)) }
    return GraphQLError(
      message, locations: locations, path: path + own, code: code, details: details)
  }
}
