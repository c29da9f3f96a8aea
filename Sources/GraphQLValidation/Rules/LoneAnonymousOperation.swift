import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// An operation without a name is the only one. Spec §5.2.3.1 Lone Anonymous Operation.
  mutating func checkLoneAnonymousOperation(_ operation: OperationDefinition) {
    guard operation.name == nil, outline.operationCount > 1 else { return }
    errors.report(
      "This anonymous operation must be the only defined operation.", at: operation.range.start)
  }
}
