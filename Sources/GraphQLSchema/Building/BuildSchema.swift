import GraphQLLanguage

/// Why a document is no schema; at least one reason.
public struct SchemaErrors: Error, Sendable, Equatable {
  /// In the order in which the reference implementation reports them, with locations.
  public let errors: [GraphQLError]
}

/// The schema that a document defines, with what every schema has built in.
///
/// Extensions are merged into what they extend; definitions of operations and fragments are
/// ignored. Throws all errors of the definitions by themselves or, if there are none, all errors
/// of the type system that they make. Spec §3 Type System.
public func buildSchema(
  from document: Document, options: SchemaOptions = SchemaOptions()
) throws(SchemaErrors) -> Schema {
  let builtIns = builtInDefinitions(with: options)
  var definitionRules = DefinitionRules(document, builtIns: builtIns)
  definitionRules.check()
  try definitionRules.errors.throwIfAny(in: document.source)

  var builder = SchemaBuilder(document, builtIns: builtIns)
  var draft = builder.build()
  try builder.errors.throwIfAny(in: document.source)

  var typeSystemRules = TypeSystemRules(draft)
  typeSystemRules.check()
  try typeSystemRules.errors.throwIfAny(in: document.source)

  draft.coerceDefaultValues(inOrder: typeSystemRules.defaultedFields)
  draft.applyDirectives()
  draft.listFields()
  return draft.schema
}

extension ErrorList {
  fileprivate func throwIfAny(in source: Source) throws(SchemaErrors) {
    if !isEmpty { throw SchemaErrors(errors: errors(in: source)) }
  }
}
