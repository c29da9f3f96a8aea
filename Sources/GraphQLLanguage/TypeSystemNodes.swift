/// Spec §3.3 Schema; also `extend schema`.
public struct SchemaDefinition: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// What it says about itself, for people.
  public let description: NodeIndex<Value>?
  /// Whether it extends a definition instead of making one.
  public let isExtension: Bool
  /// What annotates it, in source order.
  public let directives: NodeRange<Directive>
  /// The root types that are named.
  public let operationTypes: NodeRange<RootOperationTypeDefinition>
}

/// Spec §3.3.1 Root Operation Types.
public struct RootOperationTypeDefinition: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// Which of the three it is.
  public let operationType: OperationType
  /// The type.
  public let type: Name
}

/// Spec §3.4 Types; also every `extend` form of one.
///
/// A list that the kind does not have is empty.
public struct TypeDefinition: Sendable {
  /// The six kinds that a document can define.
  public enum Kind: Sendable {
    case scalar, object, interface, union, `enum`, inputObject
  }

  /// Where it stands in the source.
  public let range: SourceRange
  /// Which form it has.
  public let kind: Kind
  /// What it says about itself, for people.
  public let description: NodeIndex<Value>?
  /// Whether it extends a definition instead of making one.
  public let isExtension: Bool
  /// What it is called.
  public let name: Name
  /// What annotates it, in source order.
  public let directives: NodeRange<Directive>
  /// Of objects and interfaces.
  public let interfaces: NodeRange<Name>
  /// Of objects and interfaces.
  public let fields: NodeRange<FieldDefinition>
  /// Of unions.
  public let memberTypes: NodeRange<Name>
  /// Of enums.
  public let values: NodeRange<EnumValueDefinition>
  /// Of input objects.
  public let inputFields: NodeRange<InputValueDefinition>
}

/// Spec §3.6 Objects.
public struct FieldDefinition: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// What it says about itself, for people.
  public let description: NodeIndex<Value>?
  /// What it is called.
  public let name: Name
  /// The arguments, in source order.
  public let arguments: NodeRange<InputValueDefinition>
  /// The type.
  public let type: NodeIndex<TypeReference>
  /// What annotates it, in source order.
  public let directives: NodeRange<Directive>
}

/// Spec §3.6.1 Field Arguments, §3.10 Input Objects.
public struct InputValueDefinition: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// What it says about itself, for people.
  public let description: NodeIndex<Value>?
  /// What it is called.
  public let name: Name
  /// The type.
  public let type: NodeIndex<TypeReference>
  /// What stands in for a missing value.
  public let defaultValue: NodeIndex<Value>?
  /// What annotates it, in source order.
  public let directives: NodeRange<Directive>
}

/// Spec §3.9 Enums.
public struct EnumValueDefinition: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// What it says about itself, for people.
  public let description: NodeIndex<Value>?
  /// What it is called.
  public let name: Name
  /// What annotates it, in source order.
  public let directives: NodeRange<Directive>
}

/// Spec §3.13 Directives; also the experimental `extend directive`.
public struct DirectiveDefinition: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// What it says about itself, for people.
  public let description: NodeIndex<Value>?
  /// Whether it extends a definition instead of making one.
  public let isExtension: Bool
  /// What it is called.
  public let name: Name
  /// The arguments, in source order.
  public let arguments: NodeRange<InputValueDefinition>
  /// Only with the experimental directives on directive definitions.
  public let directives: NodeRange<Directive>
  /// Whether it may stand more than once in one place.
  public let isRepeatable: Bool
  /// Where it may stand.
  public let locations: NodeRange<Name>
}
