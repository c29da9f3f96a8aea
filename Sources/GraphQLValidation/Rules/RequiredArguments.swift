import GraphQLLanguage
import GraphQLSchema

/// Arguments that must be given are given. Spec §5.4.3 Required Arguments.
extension Validator {
  mutating func checkRequiredArguments(
    of field: Field, _ id: FieldID, on parent: TypeID
  ) {
    guard schema.facts(of: id).hasRequiredArguments else { return }
    let definition = schema[id]
    for argument in definition.arguments where argument.isRequired {
      guard !isGiven(argument, in: field.arguments) else { continue }
      let isMeta = schema[definition.type.namedType].isIntrospectionType
      let owner = isMeta ? "<meta>" : schema[parent].name
      reportMissing(argument, of: "\(owner).\(definition.name)", at: field.range)
    }
  }

  mutating func checkRequiredArguments(of node: Directive, _ directive: DirectiveType) {
    for argument in directive.arguments where argument.isRequired {
      guard !isGiven(argument, in: node.arguments) else { continue }
      reportMissing(argument, of: "@\(directive.name)", at: node.range)
    }
  }

  private func isGiven(_ argument: InputField, in arguments: NodeRange<Argument>) -> Bool {
    document[arguments].contains { $0.name.isText(argument.name, in: document) }
  }

  private mutating func reportMissing(
    _ argument: InputField, of owner: String, at range: SourceRange
  ) {
    errors.report(
      "Argument \"\(owner)(\(argument.name):)\" of type \"\(schema.text(of: argument.type))\" is "
        + "required, but it was not provided.",
      at: range.start)
  }
}
