import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// No two operations have the same name. Spec §5.2.2.1 Operation Name Uniqueness.
  mutating func checkOperationNameUniqueness(_ operation: OperationDefinition) {
    guard outline.operationCount > 1, let name = operation.name else { return }
    let text = document.text(name)
    if let first = operationNames[text] {
      errors.report(
        "There can be only one operation named \"\(text)\".",
        at: [first.range.start, name.range.start])
    } else {
      operationNames[text] = name
    }
  }
}
