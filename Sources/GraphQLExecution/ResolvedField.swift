import GraphQLLanguage
import GraphQLSchema

/// A field's definition with what resolves it.
struct ResolvedField {
  let definition: OutputField
  let resolver: FieldResolver
}

extension Schema {
  /// A field that a validated document selects on an object type, at the query root also the
  /// meta-fields `__schema` and `__type`. Spec §4.2 Schema Introspection.
  func resolvedField(
    named name: Name, in document: Document, on type: TypeID, resolvers: ResolverTable
  ) -> ResolvedField {
    guard let definition = field(named: name, in: document, on: type) else {
      preconditionFailure("A validated document selects \(self[type].name).\(document.text(name))")
    }
    if let index = memberIndex(named: name, in: document, of: type) {
      return ResolvedField(definition: definition, resolver: resolvers[type, index])
    }
    return ResolvedField(
      definition: definition,
      resolver: name.isText("__type", in: document) ? resolvers.metaType : resolvers.metaSchema)
  }
}
