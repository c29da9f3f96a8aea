import GraphQLLanguage

/// A GraphQL schema: its types by index, in source order. Spec §3.3 Schema.
///
/// Immutable once built; only `buildSchema(from:)` makes one, so every reference in it resolves.
public struct Schema: Sendable {
  /// The description of the `schema` definition.
  public let description: String?
  /// Every type: those of the source in source order, then the built-in scalars and the
  /// introspection types.
  public internal(set) var types: [NamedType]
  /// Every directive: those of the source in source order, then the built-in ones.
  public internal(set) var directives: [DirectiveType]
  /// The root of queries; an object type.
  public let queryType: TypeID
  /// The root of mutations, if there are any.
  public let mutationType: TypeID?
  /// The root of subscriptions, if there are any.
  public let subscriptionType: TypeID?
  let index: SchemaIndex
  /// The fields of all types; complete once their default values are known.
  var fieldTable: FieldTable

  /// `__typename`, which every composite type has. Spec §4.1 Type Name Introspection.
  public var typenameField: OutputField { index.metaFields[0] }
  /// `__schema` of the query root. Spec §4.2 Schema Introspection.
  public var schemaField: OutputField { index.metaFields[1] }
  /// `__type` of the query root. Spec §4.2 Schema Introspection.
  public var typeField: OutputField { index.metaFields[2] }

  /// The type with an id.
  public subscript(id: TypeID) -> NamedType { types[id.index] }

  /// The root type of an operation type, if the schema has one.
  public func rootType(of operation: OperationType) -> TypeID? {
    switch operation {
    case .query: queryType
    case .mutation: mutationType
    case .subscription: subscriptionType
    }
  }

  /// The object types that a value of the type can have, in source order: the type itself for an
  /// object type, none for one that is not composite. Spec §5.5.2.3 Fragment Spread Is Possible,
  /// GetPossibleTypes.
  public func possibleTypes(of id: TypeID) -> [TypeID] { index.possibleTypes[id.index] }
}

/// A type's place in `Schema.types`.
public struct TypeID: Sendable, Hashable {
  private let value: Int32

  init(_ index: Int) {
    value = Int32(index)
  }

  /// The index into `Schema.types`.
  public var index: Int { Int(value) }
}

/// A type with a name. Spec §3.4 Types.
public enum NamedType: Sendable {
  case scalar(ScalarType)
  case object(ObjectType)
  case interface(InterfaceType)
  case union(UnionType)
  case `enum`(EnumType)
  case inputObject(InputObjectType)
}

/// Spec §3.5 Scalars.
public struct ScalarType: Sendable {
  /// The name.
  public let name: String
  /// The description, without quotation marks; nil without one.
  public let description: String?
  /// What `@specifiedBy` says. Spec §3.13.4 @specifiedBy.
  public let specifiedByURL: String?
  /// Which of the built-in scalars this is; nil for a custom one.
  public let builtIn: BuiltInScalar?

  /// Whether the specification defines the scalar. Spec §3.5 Scalars.
  public var isBuiltIn: Bool { builtIn != nil }
}

/// The scalars that every service has. Spec §3.5 Scalars.
public enum BuiltInScalar: String, Sendable, CaseIterable {
  case int = "Int"
  case float = "Float"
  case string = "String"
  case boolean = "Boolean"
  case id = "ID"
}

/// Spec §3.6 Objects.
public struct ObjectType: Sendable {
  /// The name.
  public let name: String
  /// The description, without quotation marks; nil without one.
  public let description: String?
  /// The interfaces that the type declares, in source order.
  public let interfaces: [TypeID]
  /// In source order, those of extensions last.
  public internal(set) var fields: [OutputField]
}

/// Spec §3.7 Interfaces.
public struct InterfaceType: Sendable {
  /// The name.
  public let name: String
  /// The description, without quotation marks; nil without one.
  public let description: String?
  /// The interfaces that the type declares, in source order.
  public let interfaces: [TypeID]
  /// In source order, those of extensions last.
  public internal(set) var fields: [OutputField]
}

/// Spec §3.8 Unions.
public struct UnionType: Sendable {
  /// The name.
  public let name: String
  /// The description, without quotation marks; nil without one.
  public let description: String?
  /// Object types, in source order.
  public let memberTypes: [TypeID]
}

/// Spec §3.9 Enums.
public struct EnumType: Sendable {
  /// The name.
  public let name: String
  /// The description, without quotation marks; nil without one.
  public let description: String?
  /// In source order, those of extensions last.
  public let values: [EnumValue]
}

/// Spec §3.9 Enums.
public struct EnumValue: Sendable {
  /// The name.
  public let name: String
  /// The description, without quotation marks; nil without one.
  public let description: String?
  /// Why it is deprecated; nil if it is not. Spec §3.13.3 @deprecated.
  public let deprecationReason: String?
}

/// Spec §3.10 Input Objects.
public struct InputObjectType: Sendable {
  /// The name.
  public let name: String
  /// The description, without quotation marks; nil without one.
  public let description: String?
  /// Whether exactly one field must be given. Spec §3.10.1 OneOf Input Objects.
  public let isOneOf: Bool
  /// In source order, those of extensions last.
  public internal(set) var fields: [InputField]
}

/// A field of an object or interface type. Spec §3.6 Objects.
public struct OutputField: Sendable {
  /// The name.
  public let name: String
  /// The description, without quotation marks; nil without one.
  public let description: String?
  /// In source order.
  public internal(set) var arguments: [InputField]
  /// The type of its values.
  public let type: FieldType
  /// Why it is deprecated; nil if it is not. Spec §3.13.3 @deprecated.
  public let deprecationReason: String?
  /// The directives on the definition, in source order, those of the specification included.
  public internal(set) var appliedDirectives: [AppliedDirective]
}

/// A directive on a definition, with its coerced arguments. Spec §3.13 Directives.
public struct AppliedDirective: Sendable, Hashable {
  /// The name.
  public let name: String
  /// In the order of the directive's definition, with defaults filled in; absent ones are left out.
  public let arguments: [InputEntry]

  /// The value of an argument; nil if it is absent.
  public subscript(argument: String) -> InputValue? {
    arguments.first { $0.name == argument }?.value
  }
}

/// An argument or a field of an input object. Spec §3.6.1 Field Arguments, §3.10 Input Objects.
public struct InputField: Sendable {
  /// The name.
  public let name: String
  /// The description, without quotation marks; nil without one.
  public let description: String?
  /// The type of its values.
  public let type: FieldType
  /// The default, coerced; nil if there is none.
  public internal(set) var defaultValue: InputValue?
  /// The default as GraphQL text, for introspection and printing.
  public let defaultValueText: String?
  /// Why it is deprecated; nil if it is not. Spec §3.13.3 @deprecated.
  public let deprecationReason: String?

  /// Non-null without a default. Spec §5.4.3 Required Arguments.
  public var isRequired: Bool {
    if case .nonNull = type { return defaultValueText == nil }
    return false
  }
}

/// A type with its wrappers. Spec §3.11 List, §3.12 Non-Null.
public indirect enum FieldType: Sendable, Hashable {
  case named(TypeID)
  case list(FieldType)
  case nonNull(FieldType)

  /// The type without its wrappers.
  public var namedType: TypeID {
    switch self {
    case .named(let id): id
    case .list(let element), .nonNull(let element): element.namedType
    }
  }
}

/// Spec §3.13 Directives.
public struct DirectiveType: Sendable {
  /// The name.
  public let name: String
  /// The description, without quotation marks; nil without one.
  public let description: String?
  /// In source order.
  public internal(set) var arguments: [InputField]
  /// Whether one place may have the directive more than once.
  public let isRepeatable: Bool
  /// The names of the directive locations, in source order.
  public let locations: [String]
  /// Why it is deprecated; nil if it is not. Later than the September 2025 edition.
  public let deprecationReason: String?
  /// Whether the schema has it without defining it.
  public let isBuiltIn: Bool
}

/// A coerced input value. Spec §3.5.1 Int and the other "Input Coercion" sections.
///
/// Custom scalars keep the shape in which they came.
public enum InputValue: Sendable, Hashable {
  case null
  case int(Int64)
  case float(Double)
  case string(String)
  case boolean(Bool)
  case `enum`(String)
  case list([InputValue])
  /// Fields in the order of the input type, with defaults filled in; absent ones are left out.
  case object([InputEntry])

  /// The entry of an input object; nil if it is absent or this is not an object.
  public subscript(name: String) -> InputValue? {
    guard case .object(let entries) = self else { return nil }
    return entries.first { $0.name == name }?.value
  }
}

/// One field of a coerced input object.
public struct InputEntry: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The coerced value.
  public let value: InputValue

  /// Makes an entry.
  public init(name: String, value: InputValue) {
    self.name = name
    self.value = value
  }
}

extension NamedType {
  /// The type's name.
  public var name: String {
    switch self {
    case .scalar(let type): type.name
    case .object(let type): type.name
    case .interface(let type): type.name
    case .union(let type): type.name
    case .enum(let type): type.name
    case .inputObject(let type): type.name
    }
  }

  /// The fields of an object or interface type; none for the others.
  public var fields: [OutputField] {
    switch self {
    case .object(let type): type.fields
    case .interface(let type): type.fields
    case .scalar, .union, .enum, .inputObject: []
    }
  }
}
