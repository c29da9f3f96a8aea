import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// The operation defines each variable that it uses, also those in its fragments.
  ///
  /// Spec §5.8.3 All Variable Uses Defined.
  mutating func checkAllVariableUsesDefined(
    in operation: OperationDefinition, _ usages: VariableUsages
  ) {
    guard !usages.isEmpty else { return }
    let defined = Set(document[operation.variableDefinitions].map { document.text($0.name) })
    guard !usages.distinct.allSatisfy({ defined.contains($0.name) }) else { return }
    let owner = operation.name.map { " by operation \"\(document.text($0))\"" } ?? ""
    for usage in usages.all where !defined.contains(usage.name) {
      errors.report(
        "Variable \"$\(usage.name)\" is not defined\(owner).",
        at: [usage.place, operation.range.start])
    }
  }
}
