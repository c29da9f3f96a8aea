import GraphQLLanguage
import GraphQLSchema

/// Why a document must not be executed; at least one reason.
public struct ValidationFailure: Error, Sendable, Equatable {
  /// In the order in which the reference implementation reports them, with locations and code.
  public let errors: [GraphQLError]
}

/// A document that follows every rule of the specification for a schema.
///
/// Only `validate(_:against:limitsIntrospectionDepth:allowsIntrospection:)`, in this file, can make
/// one.
/// Spec §5 Validation.
public struct ValidatedDocument: Sendable {
  /// The document.
  public let document: Document
  /// The schema that it is valid for.
  public let schema: Schema
  private let outline: DocumentOutline

  fileprivate init(schema: Schema, outline: DocumentOutline) {
    document = outline.document
    self.schema = schema
    self.outline = outline
  }

  /// The fragment with a name.
  public func fragment(named name: String) -> FragmentDefinition? {
    outline.names.number(of: name).flatMap { outline.fragment(named: $0) }
      .flatMap { outline.fragment(at: $0) }
  }
}

/// Checks all rules, whose cost is linear in the document but for a bounded part.
///
/// `limitsIntrospectionDepth` is whether to refuse lists of types that nest deep within each other
/// as well: no rule of the specification, but what a server needs against answers that grow
/// exponentially. `allowsIntrospection` is whether `__schema` and `__type` may be selected. Throws all
/// errors, up to a hundred; then one that says so. Spec §5 Validation.
public func validate(
  _ document: Document, against schema: Schema, limitsIntrospectionDepth: Bool = false,
  allowsIntrospection: Bool = true
) throws(ValidationFailure) -> ValidatedDocument {
  var validator = Validator(document, schema)
  validator.introspectionDepth.isLimited = limitsIntrospectionDepth
  validator.allowsIntrospection = allowsIntrospection
  validator.checkDocument()
  guard validator.errors.isEmpty else {
    throw ValidationFailure(
      errors: validator.errors.errors(in: document.source, code: .graphqlValidationFailed))
  }
  return ValidatedDocument(schema: schema, outline: validator.outline)
}
