import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// Why and where an execution ended before its time.
struct ExecutionEnding {
  let failure: FieldError
  /// The layer with the field that was not resolved.
  let layer: Int
  let slot: Int

  /// The one error of the response, at the field's first place in it.
  func error(
    in layers: [ExecutedLayer], document: ValidatedDocument, variables: VariableValues
  ) -> GraphQLError {
    var layers = layers
    let count = layers[layer].contents.count
    layers[layer] = layers[layer].replacing(
      slot,
      by: SlotResult(
        column: .failing(.nulls(count: count), failures: [0: failure]), hasFailure: true,
        layers: 0..<0))
    let errors = collectErrors(
      in: layers, document: document, variables: variables, behavior: .propagate,
      only: failure)
    // An object that nothing leads to any more has no place.
    return errors.first ?? GraphQLError(failure.message, code: failure.code)
  }
}
