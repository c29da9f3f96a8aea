import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// The errors of a response, in the order in which executing field by field, depth first, would meet
/// them: at most one a place, and none after the one that made an enclosing place null.
///
/// Those before it stay, as in the reference implementation, even if their places are gone from the
/// response. There are at most `limit` of them, and then one that says that there are more; with `only`, just the first
/// that comes from that failure. Spec §6.4.4 Handling Execution Errors.
func collectErrors(
  in layers: [ExecutedLayer], document: ValidatedDocument, variables: VariableValues,
  behavior: ErrorBehavior, only failure: FieldError? = nil, limit: Int = maximumErrors
) -> [GraphQLError] {
  var collector = ErrorCollector(
    layers: layers, document: document, variables: variables, behavior: behavior, only: failure,
    limit: failure == nil ? limit + 1 : 1)
  _ = collector.collect(layer: 0, shape: 0, row: 0)
  let errors = collector.locatedErrors()
  guard errors.count > limit else { return errors }
  return errors.dropLast() + [
    GraphQLError(
      "The response has more than \(maximumErrors) errors; the rest are left out.",
      code: .limitExceeded)
  ]
}

/// How many errors a response lists. A field that fails does so at every place of the response, which can be
/// millions.
let maximumErrors = 1_000

/// Walks the response as it would be written, and visits only what can hold an error.
private struct ErrorCollector {
  let layers: [ExecutedLayer]
  let document: ValidatedDocument
  let variables: VariableValues
  let behavior: ErrorBehavior
  /// The failure whose errors are wanted; nil for all.
  private let only: FieldError?
  private let limit: Int
  private var errors: [FoundError] = []
  private var path: [GraphQLError.PathSegment] = []
  private let failingLayers: [Bool]

  /// Whether no more errors are wanted; then nothing more is visited.
  private var isFull: Bool { errors.count >= limit }

  /// An error whose places in the document are still offsets.
  private struct FoundError {
    let message: String
    /// Empty for the root.
    let path: [GraphQLError.PathSegment]
    let code: ErrorCode?
    let details: String?
    let offsets: [Int32]
  }

  /// A slot seen from one entry.
  private struct Place {
    let typeName: String
    let slot: Slot
    let occurrences: [Occurrence]
    let layers: Range<Int>
    let shape: Int
  }

  init(
    layers: [ExecutedLayer], document: ValidatedDocument, variables: VariableValues,
    behavior: ErrorBehavior, only: FieldError?, limit: Int
  ) {
    self.layers = layers
    self.document = document
    self.variables = variables
    self.behavior = behavior
    self.only = only
    self.limit = limit
    var failing = Array(repeating: false, count: layers.count)
    for layer in layers.indices.reversed() {
      failing[layer] = layers[layer].results.contains { result in
        guard let result else { return false }
        return result.hasFailure || result.layers.contains { failing[$0] }
      }
      failing[layer] = failing[layer] || layers[layer].hasFailingShape(for: variables)
    }
    failingLayers = failing
  }

  /// Collects what is below one object; true if the object becomes null by the last error.
  mutating func collect(layer: Int, shape: Int, row: Int) -> Bool {
    guard failingLayers[layer] else { return false }
    let plan = layers[layer].plan
    if let check = plan.shapes[shape].failingCheck(for: variables) {
      let error = check.error(in: document, variables: variables)
      if only == nil {
        errors.append(
          FoundError(
            message: error.message, path: path, code: .badUserInput, details: nil,
            offsets: [error.place]))
      }
      return true
    }
    for (_, entry) in plan.shapes[shape].includedEntries(for: variables) {
      guard case .slot(let index, let childShape) = entry.value,
        let result = layers[layer].results[index],
        result.hasFailure || result.layers.contains(where: { failingLayers[$0] })
      else { continue }
      let slot = plan.slots[index]
      let place = Place(
        typeName: plan.typeName, slot: slot, occurrences: entry.occurrences,
        layers: result.layers, shape: childShape)
      path.append(.name(entry.responseName))
      let propagates = complete(result.column, row, as: slot.type, place)
      path.removeLast()
      if propagates { return true }
    }
    return false
  }

  /// Collects what is wrong at one place; true if its null passes on to the parent.
  private mutating func complete(
    _ column: Column, _ index: Int, as type: FieldType, _ place: Place
  ) -> Bool {
    guard case .nonNull(let inner) = type else {
      _ = becomesNull(column, index, as: type, place)
      return isFull
    }
    let first = errors.count
    guard becomesNull(column, index, as: inner, place) else { return false }
    if errors.count == first {
      report(
        FieldError(
          "Cannot return null for non-nullable field \(place.typeName).\(place.slot.fieldName)."),
        at: place)
    }
    return behavior != .null || isFull
  }

  private mutating func becomesNull(
    _ column: Column, _ index: Int, as type: FieldType, _ place: Place
  ) -> Bool {
    switch (column, type) {
    case (.failing(let column, let failures), _):
      guard let failure = failures[index] else {
        return becomesNull(column, index, as: type, place)
      }
      report(failure, at: place)
      return true
    case (.list(let list), .list(let elementType)):
      return list.nulls[index] || hasPropagatingElement(list, index, elementType, place)
    case (.objects(let objects), _):
      let row = Int(objects.rows[index])
      return row < 0 || collect(layer: place.layers.lowerBound, shape: place.shape, row: row)
    case (.abstract(let abstract), _):
      let row = Int(abstract.rows[index])
      let member = Int(abstract.memberIndices[index])
      let layer = place.layers.lowerBound + member
      return row < 0 || collect(layer: layer, shape: place.shape, row: row)
    case (.leaf, _), (.nulls, _), (.list, _):
      return column.isNull(index)
    }
  }

  private mutating func hasPropagatingElement(
    _ list: ListColumn, _ index: Int, _ elementType: FieldType, _ place: Place
  ) -> Bool {
    for element in list.offsets[index]..<list.offsets[index + 1] {
      path.append(.index(element - list.offsets[index]))
      let propagates = complete(list.elements, element, as: elementType, place)
      path.removeLast()
      if propagates { return true }
    }
    return false
  }

  private mutating func report(_ failure: FieldError, at place: Place) {
    if let only, failure != only { return }
    let nodes = includedNodes(at: place)
    var offsets = nodes.map { document.document[$0].range.start }
    if failure.concernsArgument, let first = nodes.first {
      let errorPlace = place.slot.arguments.errorPlace(
        of: document.document[first], in: document.document, schema: document.schema,
        variables: variables)
      if let errorPlace { offsets = [errorPlace] }
    }
    errors.append(
      FoundError(
        message: failure.message, path: path, code: failure.code, details: failure.detailsText,
        offsets: offsets))
  }

  /// The errors with lines and columns, for which the text is read once, however many there are.
  func locatedErrors() -> [GraphQLError] {
    let locations = document.document.source.locations(at: errors.flatMap(\.offsets))
    var next = 0
    return errors.map { error in
      defer { next += error.offsets.count }
      return GraphQLError(
        error.message,
        locations: Array(locations[next..<next + error.offsets.count]),
        path: error.path.isEmpty ? nil : error.path, code: error.code, details: error.details)
    }
  }

  /// Each node once: a fragment spread under two guards that both hold was collected under each.
  private func includedNodes(at place: Place) -> [NodeIndex<Field>] {
    var nodes: [NodeIndex<Field>] = []
    for occurrence in place.occurrences
    where occurrence.guardCondition.holds(for: variables) && !nodes.contains(occurrence.node) {
      nodes.append(occurrence.node)
    }
    return nodes
  }
}
