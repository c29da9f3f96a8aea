import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// The operation defines each variable that it uses, also those in its fragments.
  ///
  /// Spec §5.8.3 All Variable Uses Defined.
  mutating func checkAllVariableUsesDefined(
    in operation: OperationDefinition, _ usages: [VariableUsage]
  ) {
    guard !usages.isEmpty else { return }
    var defined = NameTable(document, capacity: operation.variableDefinitions.count)
    for definition in document[operation.variableDefinitions] {
      _ = defined.insert(definition.name)
    }
    let owner = operation.name.map { " by operation \"\(document.text($0))\"" } ?? ""
    for usage in usages where defined.number(of: usage.name) == nil {
      errors.report(
        "Variable \"$\(document.text(usage.name))\" is not defined\(owner).",
        at: [usage.place, operation.range.start])
    }
  }
}
