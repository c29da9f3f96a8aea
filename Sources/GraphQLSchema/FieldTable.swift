import GraphQLLanguage

/// A field of an object or interface type, or a meta-field.
public struct FieldID: Sendable, Hashable {
  /// The place among the fields of all types.
  fileprivate let index: Int32
}

/// What is asked of a field most often, without a copy of its definition.
public struct FieldFacts: Sendable {
  /// The type of its values, without wrappers.
  public let namedType: TypeID
  /// Whether that is a leaf type. Spec §5.3.3 Leaf Field Selections.
  public let isLeaf: Bool
  /// Whether there is an argument that must be given. Spec §5.4.3 Required Arguments.
  public let hasRequiredArguments: Bool
}

/// The fields of all types in one list, and the arguments of each by name.
///
/// A `NamedType` owns several arrays and texts; taking a field out of one costs a reference count
/// for each of them, twenty times what a look-up here costs.
final class FieldTable: Sendable {
  /// Of each type, where its fields start; -1 if it can have none.
  private let starts: [Int32]
  fileprivate let facts: [FieldFacts]
  fileprivate let definitions: [OutputField]
  fileprivate let argumentNames: NameIndex
  /// By type: which kind of type it is, and which of the built-in scalars.
  fileprivate let kinds: [TypeDefinition.Kind]
  fileprivate let scalars: [BuiltInScalar?]

  init(types: [NamedType], metaFields: [OutputField]) {
    let kinds = types.map(\.kind)
    self.kinds = kinds
    scalars = types.map { if case .scalar(let type) = $0 { type.builtIn } else { nil } }
    var starts: [Int32] = []
    var definitions = metaFields
    for type in types {
      switch type {
      case .object, .interface:
        starts.append(Int32(definitions.count))
        definitions += type.fields
      case .scalar, .union, .enum, .inputObject: starts.append(-1)
      }
    }
    self.starts = starts
    self.definitions = definitions
    facts = definitions.map { field in
      let namedType = field.type.namedType
      return FieldFacts(
        namedType: namedType, isLeaf: kinds[namedType.index].isLeaf,
        hasRequiredArguments: field.arguments.contains(where: \.isRequired))
    }
    argumentNames = NameIndex(lists: definitions.map { $0.arguments.map(\.name) })
  }

  /// The meta-fields come first, in this order.
  fileprivate enum MetaField: Int32 {
    case typename, schema, type
  }

  fileprivate func id(of field: MetaField) -> FieldID { FieldID(index: field.rawValue) }

  fileprivate func hasFields(_ type: TypeID) -> Bool { starts[type.index] >= 0 }

  fileprivate func id(of type: TypeID, member: Int) -> FieldID {
    FieldID(index: starts[type.index] + Int32(member))
  }
}

extension Schema {
  /// The field with the name that stands in a document, on a type; meta-fields included.
  ///
  /// Spec §5.3.1 Field Selections.
  public func fieldID(named name: Name, in document: Document, on type: TypeID) -> FieldID? {
    if document.source.bytes[Int(name.range.start)] == UInt8(ascii: "_"),
      let field = metaField(named: document.text(name), on: type)
    {
      return fieldTable.id(of: field)
    }
    guard fieldTable.hasFields(type) else { return nil }
    return memberIndex(named: name, in: document, of: type).map {
      fieldTable.id(of: type, member: $0)
    }
  }

  private func metaField(named name: String, on type: TypeID) -> FieldTable.MetaField? {
    switch name {
    case "__typename": kind(of: type).isComposite ? .typename : nil
    case "__schema": type == queryType ? .schema : nil
    case "__type": type == queryType ? .type : nil
    default: nil
    }
  }

  /// What is asked of a field most often.
  public func facts(of field: FieldID) -> FieldFacts { fieldTable.facts[Int(field.index)] }

  /// A field's definition.
  public subscript(field: FieldID) -> OutputField { fieldTable.definitions[Int(field.index)] }

  /// The type of a field's values.
  public func type(of field: FieldID) -> FieldType { fieldTable.definitions[Int(field.index)].type }

  /// The place, among a field's arguments, of the one with the name that stands in a document.
  public func argumentIndex(named name: Name, in document: Document, of field: FieldID) -> Int? {
    fieldTable.argumentNames.position(
      of: name.range, in: document.source, list: Int(field.index))
  }

  /// The type of one of a field's arguments.
  public func argumentType(at index: Int, of field: FieldID) -> FieldType {
    fieldTable.definitions[Int(field.index)].arguments[index].type
  }

  /// Which kind of type a type is.
  public func kind(of type: TypeID) -> TypeDefinition.Kind { fieldTable.kinds[type.index] }

  /// Which built-in scalar a type is; nil if it is none. Spec §3.5 Scalars.
  public func builtInScalar(_ type: TypeID) -> BuiltInScalar? { fieldTable.scalars[type.index] }
}
