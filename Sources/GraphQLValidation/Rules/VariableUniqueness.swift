import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// No variable is defined twice. Spec §5.8.1 Variable Uniqueness.
  mutating func checkVariableUniqueness(_ variables: NodeRange<VariableDefinition>) {
    guard variables.count > 1 else { return }
    let names = document[variables].map(\.name)
    for (name, places) in document.repeatedNames(names) {
      errors.report("There can be only one variable named \"$\(name)\".", at: places)
    }
  }
}
