import GraphQLLanguage

/// How types relate to each other.
extension Schema {
  /// A type as a document writes it: `[Package!]!`.
  public func text(of type: FieldType) -> String {
    switch type {
    case .named(let id): self[id].name
    case .list(let element): "[\(text(of: element))]"
    case .nonNull(let nullable): "\(text(of: nullable))!"
    }
  }

  /// Whether values of the type can come in. Spec §3.4.2 Input and Output Types, IsInputType.
  public func isInputType(_ type: FieldType) -> Bool { self[type.namedType].isInputType }

  /// Whether values of the type can go out. Spec §3.4.2 Input and Output Types, IsOutputType.
  public func isOutputType(_ type: FieldType) -> Bool { self[type.namedType].isOutputType }

  /// Whether every value of a type is one of another, which may be the same.
  ///
  /// Spec §3.6 Objects, IsValidImplementationFieldType; §5.8.5 All Variable Usages Are Allowed,
  /// AreTypesCompatible.
  public func isSubtype(_ type: FieldType, of supertype: FieldType) -> Bool {
    switch (type, supertype) {
    case (.nonNull(let type), .nonNull(let supertype)): isSubtype(type, of: supertype)
    case (.nonNull(let type), _): isSubtype(type, of: supertype)
    case (_, .nonNull): false
    case (.list(let type), .list(let supertype)): isSubtype(type, of: supertype)
    case (.list, _), (_, .list): false
    case (.named(let type), .named(let supertype)): isSubtype(type, of: supertype)
    }
  }

  /// Whether a type is another, or a member or an implementation of it.
  public func isSubtype(_ type: TypeID, of supertype: TypeID) -> Bool {
    if type == supertype { return true }
    switch self[supertype] {
    case .union: return isPossibleType(type, of: supertype)
    case .interface: return self[type].interfaces.contains(supertype)
    case .scalar, .object, .enum, .inputObject: return false
    }
  }

  /// Whether the object types that values of the types can have include a common one.
  ///
  /// Spec §5.5.2.3 Fragment Spread Is Possible.
  public func typesOverlap(_ first: TypeID, _ second: TypeID) -> Bool {
    first == second
      || index.possibleTypeSets[first.index].overlaps(index.possibleTypeSets[second.index])
  }

  /// Whether a value of a composite type can be one of an object type.
  public func isPossibleType(_ object: TypeID, of type: TypeID) -> Bool {
    index.possibleTypeSets[type.index].contains(object)
  }
}

extension NamedType {
  /// Which kind of type it is.
  var kind: TypeDefinition.Kind {
    switch self {
    case .scalar: .scalar
    case .object: .object
    case .interface: .interface
    case .union: .union
    case .enum: .enum
    case .inputObject: .inputObject
    }
  }

  /// Whether values of the type can come in. Spec §3.4.2 Input and Output Types.
  public var isInputType: Bool {
    switch self {
    case .scalar, .enum, .inputObject: true
    case .object, .interface, .union: false
    }
  }

  /// Whether values of the type can go out. Spec §3.4.2 Input and Output Types.
  public var isOutputType: Bool {
    switch self {
    case .scalar, .object, .interface, .union, .enum: true
    case .inputObject: false
    }
  }

  /// Whether a field of the type has no selections. Spec §5.3.3 Leaf Field Selections.
  public var isLeaf: Bool { kind.isLeaf }

  /// Whether a field of the type has selections. Spec §5.3.3 Leaf Field Selections.
  public var isComposite: Bool { kind.isComposite }

  /// Whether a value of the type is always one of another type.
  public var isAbstract: Bool {
    switch self {
    case .interface, .union: true
    case .scalar, .object, .enum, .inputObject: false
    }
  }

  /// Whether the type is one of those that describe the schema. Spec §4.2 Schema Introspection.
  public var isIntrospectionType: Bool { name.hasPrefix("__") }

  /// Whether the type is one of the scalars of the specification. Spec §3.5 Scalars.
  public var isBuiltInScalar: Bool {
    if case .scalar(let scalar) = self { scalar.isBuiltIn } else { false }
  }

  /// The type's description.
  public var description: String? {
    switch self {
    case .scalar(let type): type.description
    case .object(let type): type.description
    case .interface(let type): type.description
    case .union(let type): type.description
    case .enum(let type): type.description
    case .inputObject(let type): type.description
    }
  }

  /// The interfaces that an object or interface type declares; none for the others.
  public var interfaces: [TypeID] {
    switch self {
    case .object(let type): type.interfaces
    case .interface(let type): type.interfaces
    case .scalar, .union, .enum, .inputObject: []
    }
  }

  /// The fields of an input object type; none for the others.
  public var inputFields: [InputField] {
    switch self {
    case .inputObject(let type): type.fields
    case .scalar, .object, .interface, .union, .enum: []
    }
  }

  /// The names of the fields, input fields or enum values, in source order.
  var memberNames: [String] {
    switch self {
    case .object(let type): type.fields.map(\.name)
    case .interface(let type): type.fields.map(\.name)
    case .inputObject(let type): type.fields.map(\.name)
    case .enum(let type): type.values.map(\.name)
    case .scalar, .union: []
    }
  }
}

extension FieldType {
  /// Whether null is no value of the type.
  public var isNonNull: Bool {
    if case .nonNull = self { true } else { false }
  }

  /// The type without a non-null wrapper around it.
  public var nullable: FieldType {
    if case .nonNull(let nullable) = self { nullable } else { self }
  }
}

extension TypeDefinition.Kind {
  /// Whether a field of the type has no selections. Spec §5.3.3 Leaf Field Selections.
  public var isLeaf: Bool {
    switch self {
    case .scalar, .enum: true
    case .object, .interface, .union, .inputObject: false
    }
  }

  /// Whether a field of the type has selections. Spec §5.3.3 Leaf Field Selections.
  public var isComposite: Bool {
    switch self {
    case .object, .interface, .union: true
    case .scalar, .enum, .inputObject: false
    }
  }
}
