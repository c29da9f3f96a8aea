/// What finds the parts of a schema, made once of its types and directives.
///
/// A class of constants, so that a copy of a schema is a few references; validating `{ a }` spent
/// two thirds of its time on more.
final class SchemaIndex: Sendable {
  let typeNames: NameIndex
  /// For each type, the names of its fields, input fields or enum values.
  let memberNames: NameIndex
  let directiveNames: NameIndex
  /// For each type, the object types that its values can have.
  let possibleTypes: [[TypeID]]
  let possibleTypeSets: [TypeSet]
  /// `__typename`, `__schema` and `__type`. Spec §4.1 Type Name Introspection, §4.2 Schema
  /// Introspection.
  let metaFields: [OutputField]

  init(
    types: [NamedType], directives: [DirectiveType], possibleTypes: [[TypeID]],
    metaFields: [OutputField]
  ) {
    typeNames = NameIndex(types.map(\.name))
    memberNames = NameIndex(lists: types.map(\.memberNames))
    directiveNames = NameIndex(directives.map(\.name))
    self.possibleTypes = possibleTypes
    possibleTypeSets = possibleTypes.map { TypeSet($0) }
    self.metaFields = metaFields
  }
}
