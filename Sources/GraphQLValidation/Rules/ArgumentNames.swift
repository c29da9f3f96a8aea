import GraphQLLanguage
import GraphQLSchema

/// Arguments are those of the definition. Spec §5.4.1 Argument Names.
extension Validator {
  /// A field is given an argument that it does not have.
  mutating func reportUnknownArgument(
    _ argument: Argument, of field: FieldID, on parent: TypeID
  ) {
    let definition = schema[field]
    let name = document.text(argument.name)
    errors.report(
      "Unknown argument \"\(name)\" on field \"\(schema[parent].name).\(definition.name)\"."
        + didYouMean(suggestionList(name, definition.arguments.map(\.name))),
      at: argument.range.start)
  }

  /// Reports the arguments that a directive does not have.
  mutating func reportUnknownArguments(of node: Directive, _ directive: DirectiveType) {
    for argument in document[node.arguments]
    where !directive.arguments.contains(where: { argument.name.isText($0.name, in: document) }) {
      let name = document.text(argument.name)
      errors.report(
        "Unknown argument \"\(name)\" on directive \"@\(directive.name)\"."
          + didYouMean(suggestionList(name, directive.arguments.map(\.name))),
        at: argument.range.start)
    }
  }
}
