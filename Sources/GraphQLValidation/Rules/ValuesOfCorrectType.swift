import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// A literal is a value of its place's type.
  ///
  /// Spec §5.6.1 Values of Correct Type, §5.6.2 Input Object Field Names, §5.6.4 Input Object
  /// Required Fields.
  mutating func checkValueIsOfCorrectType(_ value: NodeIndex<Value>, _ type: FieldType) {
    guard !schema.plainlyAccepts(document[value], in: document, as: type) else { return }
    let limit = 1 + errors.remaining
    for problem in schema.problems(of: value, in: document, as: type, limit: limit) {
      errors.report(problem.message, at: (problem.range ?? document[value].range).start)
    }
  }
}
