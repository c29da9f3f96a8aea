import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// No field tells of the schema, where that is not allowed; `__typename` stays.
  ///
  /// No rule of the specification, so it applies only where it is asked for; the reference
  /// implementation has it. It names every field of an introspection type, those below `__schema` too.
  mutating func checkIntrospectionIsAllowed(_ field: Field, _ definition: FieldID?) {
    guard !allowsIntrospection, let definition,
      schema[schema.facts(of: definition).namedType].name.utf8.starts(with: "__".utf8)
    else { return }
    errors.report(
      "GraphQL introspection has been disabled, but the requested query contained the field "
        + "\"\(document.text(field.name))\".",
      at: field.range.start)
  }
}
