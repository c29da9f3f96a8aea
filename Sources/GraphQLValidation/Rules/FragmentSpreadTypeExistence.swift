import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// The types of fragments, and also of variables, are in the schema.
  ///
  /// Spec §5.5.1.2 Fragment Spread Type Existence, §5.8.2 Variables Are Input Types.
  mutating func checkTypeExistence(_ name: Name, _ type: TypeID?) {
    guard type == nil else { return }
    let text = document.text(name)
    errors.report(
      "Unknown type \"\(text)\"."
        + didYouMean(suggestionList(text, schema.types.map(\.name))),
      at: name.range.start)
  }
}
