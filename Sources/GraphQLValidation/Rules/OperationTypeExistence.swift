import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// The schema has a root for the operation. Spec §5.2.1.1 Operation Type Existence.
  mutating func checkOperationTypeExistence(_ operation: OperationDefinition) {
    guard schema.rootType(of: operation.operationType) == nil else { return }
    errors.report(
      "The \(operation.operationType.rawValue) operation is not supported by the schema.",
      at: operation.range.start)
  }
}
