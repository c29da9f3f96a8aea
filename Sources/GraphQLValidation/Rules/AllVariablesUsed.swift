import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// Each variable is used, if only in a fragment. Spec §5.8.4 All Variables Used.
  mutating func checkAllVariablesUsed(
    in operation: OperationDefinition, _ usages: VariableUsages
  ) {
    guard !operation.variableDefinitions.isEmpty else { return }
    let used = Set(usages.distinct.map(\.name))
    let owner = operation.name.map { " in operation \"\(document.text($0))\"" } ?? ""
    for variable in document[operation.variableDefinitions] {
      let name = document.text(variable.name)
      guard !used.contains(name) else { continue }
      errors.report("Variable \"$\(name)\" is never used\(owner).", at: variable.range.start)
    }
  }
}
