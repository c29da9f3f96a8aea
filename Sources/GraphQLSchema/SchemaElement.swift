import GraphQLLanguage

/// What a schema coordinate can name. Spec §2.14 Schema Coordinates.
public enum SchemaElement: Sendable {
  case type(NamedType)
  case field(OutputField)
  case inputField(InputField)
  case enumValue(EnumValue)
  case argument(InputField)
  case directive(DirectiveType)
}

/// Why a schema coordinate has no meaning for a schema: what should contain the element is not
/// there, or has no such elements.
public enum SchemaCoordinateError: Error, Sendable, Equatable {
  case unknownType(String)
  case unknownField(String, type: String)
  case unknownDirective(String)
  /// A type that has neither fields nor values.
  case noMembers(type: String)
  /// A type whose fields, if it has some, have no arguments.
  case noArguments(type: String)
}

extension SchemaCoordinateError: CustomStringConvertible {
  /// The error as a sentence.
  public var description: String {
    switch self {
    case .unknownType(let type):
      "Expected \"\(type)\" to be defined as a type in the schema."
    case .unknownField(let field, let type):
      "Expected \"\(field)\" to exist as a field of type \"\(type)\" in the schema."
    case .unknownDirective(let directive):
      "Expected \"\(directive)\" to be defined as a directive in the schema."
    case .noMembers(let type):
      "Expected \"\(type)\" to be an Enum, Input Object, Object or Interface type."
    case .noArguments(let type):
      "Expected \"\(type)\" to be an object type or interface type."
    }
  }
}

extension Schema {
  /// The element that a coordinate names; nil if what should contain it does not. Meta-fields have
  /// no coordinates. Spec §2.14 Schema Coordinates.
  public func element(
    at coordinate: SchemaCoordinate
  ) throws(SchemaCoordinateError) -> SchemaElement? {
    switch coordinate {
    case .type(let name): typeID(named: name).map { .type(self[$0]) }
    case .member(let type, let name): try member(named: name, of: type)
    case .argument(let type, let field, let name):
      try argumentField(named: field, of: type).arguments.first { $0.name == name }
        .map(SchemaElement.argument)
    case .directive(let name): directive(named: name).map(SchemaElement.directive)
    case .directiveArgument(let name, let argument):
      try existingDirective(named: name).arguments.first { $0.name == argument }
        .map(SchemaElement.argument)
    }
  }

  private func member(
    named name: String, of type: String
  ) throws(SchemaCoordinateError) -> SchemaElement? {
    let id = try existingType(named: type)
    let index = memberIndex(named: name, of: id)
    switch self[id] {
    case .object(let object): return index.map { .field(object.fields[$0]) }
    case .interface(let interface): return index.map { .field(interface.fields[$0]) }
    case .inputObject(let input): return index.map { .inputField(input.fields[$0]) }
    case .enum(let type): return index.map { .enumValue(type.values[$0]) }
    case .scalar, .union: throw .noMembers(type: type)
    }
  }

  private func argumentField(
    named name: String, of type: String
  ) throws(SchemaCoordinateError) -> OutputField {
    let id = try existingType(named: type)
    let fields: [OutputField]
    switch self[id] {
    case .object(let object): fields = object.fields
    case .interface(let interface): fields = interface.fields
    case .scalar, .union, .enum, .inputObject: throw .noArguments(type: type)
    }
    guard let index = memberIndex(named: name, of: id) else {
      throw .unknownField(name, type: type)
    }
    return fields[index]
  }

  private func existingType(named name: String) throws(SchemaCoordinateError) -> TypeID {
    guard let id = typeID(named: name) else { throw .unknownType(name) }
    return id
  }

  private func existingDirective(
    named name: String
  ) throws(SchemaCoordinateError) -> DirectiveType {
    guard let directive = directive(named: name) else { throw .unknownDirective(name) }
    return directive
  }

  private func directive(named name: String) -> DirectiveType? {
    index.directiveNames.position(of: name).map { directives[$0] }
  }
}
