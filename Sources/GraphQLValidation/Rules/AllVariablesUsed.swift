import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// Each variable is used, if only in a fragment. Spec §5.8.4 All Variables Used.
  mutating func checkAllVariablesUsed(
    in operation: OperationDefinition, _ usages: [VariableUsage]
  ) {
    guard !operation.variableDefinitions.isEmpty else { return }
    var used = NameTable(document, capacity: operation.variableDefinitions.count)
    for usage in usages { _ = used.insert(usage.name) }
    for variable in document[operation.variableDefinitions]
    where used.number(of: variable.name) == nil {
      let name = document.text(variable.name)
      let owner = operation.name.map { " in operation \"\(document.text($0))\"" } ?? ""
      errors.report("Variable \"$\(name)\" is never used\(owner).", at: variable.range.start)
    }
  }
}
