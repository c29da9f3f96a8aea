import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// No argument is given twice. Spec §5.4.2 Argument Uniqueness.
  mutating func checkArgumentUniqueness(_ arguments: NodeRange<Argument>) {
    guard arguments.count > 1 else { return }
    for (name, places) in document.repeatedNames(document[arguments].map(\.name)) {
      errors.report("There can be only one argument named \"\(name)\".", at: places)
    }
  }
}
