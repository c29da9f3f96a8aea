import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// A variable's type is one whose values can come in. Spec §5.8.2 Variables Are Input Types.
  mutating func checkVariableIsInputType(_ variable: VariableDefinition) {
    guard let type = schema.fieldType(of: variable.type, in: document),
      !schema.isInputType(type)
    else { return }
    errors.report(
      "Variable \"$\(document.text(variable.name))\" cannot be non-input type "
        + "\"\(document.printed(variable.type))\".",
      at: document[variable.type].range.start)
  }
}
