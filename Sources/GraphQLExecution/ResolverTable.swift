import GraphQLSchema

/// Every field's resolver, by type and field; complete by construction.
///
/// Immutable once made, so that all threads share one.
public struct ResolverTable: Sendable {
  /// By type index, then by field index; empty for types without fields.
  private let resolvers: [[FieldResolver]]
  let metaSchema: FieldResolver
  let metaType: FieldResolver

  /// Makes the table from bindings, and adds those of the introspection types.
  ///
  /// Throws a `BindingError` that names every field without a resolver and every resolver without
  /// a field.
  public init(schema: Schema, bindings: [FieldCoordinate: FieldResolver]) throws(BindingError) {
    let introspection = IntrospectionResolvers(schema: schema)
    metaSchema = introspection.metaSchema
    metaType = introspection.metaType
    var unused = Set(bindings.keys)
    let bindings = bindings.merging(introspection.bindings) { own, _ in own }
    var missing: [FieldCoordinate] = []
    resolvers = schema.types.map { type in
      guard case .object(let object) = type else { return [] }
      return object.fields.compactMap { field in
        let coordinate = FieldCoordinate(object.name, field.name)
        unused.remove(coordinate)
        if bindings[coordinate] == nil { missing.append(coordinate) }
        return bindings[coordinate]
      }
    }
    guard missing.isEmpty, unused.isEmpty else {
      throw BindingError(fieldsWithoutResolver: missing, resolversWithoutField: unused.sorted())
    }
  }

  subscript(type: TypeID, field: Int) -> FieldResolver { resolvers[type.index][field] }
}

/// A type and one of its fields, as a schema coordinate writes it. Spec §2.14 Schema Coordinates.
public struct FieldCoordinate: Sendable, Hashable, Comparable {
  /// The object type's name.
  public let type: String
  /// The field's name.
  public let field: String

  /// Makes a coordinate of two names.
  public init(_ type: String, _ field: String) {
    self.type = type
    self.field = field
  }

  /// Alphabetical order, by type first.
  public static func < (left: Self, right: Self) -> Bool {
    (left.type, left.field) < (right.type, right.field)
  }
}

/// A schema and its resolvers that do not fit each other.
public struct BindingError: Error, Sendable, Equatable {
  /// Fields of object types that nothing resolves.
  public let fieldsWithoutResolver: [FieldCoordinate]
  /// Resolvers for fields that the schema does not have.
  public let resolversWithoutField: [FieldCoordinate]
}

extension BindingError: CustomStringConvertible {
  /// Every coordinate that does not fit, in one sentence.
  public var description: String {
    let missing = fieldsWithoutResolver.map { "\($0.type).\($0.field) has no resolver" }
    let unused = resolversWithoutField.map { "\($0.type).\($0.field) is resolved, but not a field" }
    return (missing + unused).joined(separator: "; ")
  }
}
