/// A parsed document: every node of it in typed arenas, addressed by 32-bit indices.
///
/// Nodes hold byte offsets into `source`, never copies of its text. A document is immutable once
/// parsed. Spec §2.3 Document.
public struct Document: Sendable {
  /// The text the nodes point into.
  public let source: Source
  /// The definitions, in source order.
  public internal(set) var definitions: [Definition] = []

  var selections: [Selection] = []
  var fields: [Field] = []
  var fragmentSpreads: [FragmentSpread] = []
  var inlineFragments: [InlineFragment] = []
  var arguments: [Argument] = []
  var directives: [Directive] = []
  var values: [Value] = []
  var objectFields: [ObjectField] = []
  var typeReferences: [TypeReference] = []
  var variableDefinitions: [VariableDefinition] = []
  var fieldDefinitions: [FieldDefinition] = []
  var inputValueDefinitions: [InputValueDefinition] = []
  var enumValueDefinitions: [EnumValueDefinition] = []
  var rootOperationTypes: [RootOperationTypeDefinition] = []
  var names: [Name] = []

  init(source: Source) {
    self.source = source
  }
}

/// A run of consecutive nodes in the arena of `Element`; read it with `document[range]`.
public struct NodeRange<Element>: Sendable, Hashable {
  let start: Int32
  private let length: Int32

  init(start: Int, count: Int) {
    self.start = Int32(start)
    self.length = Int32(count)
  }

  /// How many nodes the run has.
  public var count: Int { Int(length) }

  /// Whether the run has no nodes.
  public var isEmpty: Bool { count == 0 }
  static var empty: Self { Self(start: 0, count: 0) }
}

/// The place of one node in the arena of `Element`; read it with `document[index]`.
public struct NodeIndex<Element>: Sendable, Hashable {
  let value: Int32

  init(_ value: Int) {
    self.value = Int32(value)
  }
}

/// Bytes of the source: `[start, end)`.
public struct SourceRange: Sendable, Hashable {
  /// The first byte's offset.
  public let start: Int32
  /// The offset after the last byte.
  public let end: Int32

  init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// Of offsets into a source, which are never longer than `Int32.max`.
  init(_ start: Int, _ end: Int) {
    self.init(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end))
  }
}

/// Spec §2.1.8 Names.
public struct Name: Sendable, Hashable {
  /// Where the name stands in the source.
  public let range: SourceRange
}

/// A top-level part of a document. Spec §2.3 Document.
public enum Definition: Sendable {
  case operation(OperationDefinition)
  case fragment(FragmentDefinition)
  case schema(SchemaDefinition)
  case type(TypeDefinition)
  case directive(DirectiveDefinition)
}

/// Spec §2.4 Operations.
public enum OperationType: String, Sendable, CaseIterable {
  case query, mutation, subscription
}

/// Spec §2.4 Operations. A query in shorthand form has no name, variables or directives.
public struct OperationDefinition: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// What it says about itself, for people.
  public let description: NodeIndex<Value>?
  /// Which of the three it is.
  public let operationType: OperationType
  /// What it is called.
  public let name: Name?
  /// The variables it declares.
  public let variableDefinitions: NodeRange<VariableDefinition>
  /// What annotates it, in source order.
  public let directives: NodeRange<Directive>
  /// What it selects.
  public let selectionSet: SelectionSet
}

/// Spec §2.9 Fragments.
public struct FragmentDefinition: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// What it says about itself, for people.
  public let description: NodeIndex<Value>?
  /// What it is called.
  public let name: Name
  /// The variables it declares.
  public let variableDefinitions: NodeRange<VariableDefinition>
  /// The type that it applies to.
  public let typeCondition: Name
  /// What annotates it, in source order.
  public let directives: NodeRange<Directive>
  /// What it selects.
  public let selectionSet: SelectionSet
}

/// Spec §2.5 Selection Sets. `range` includes the braces.
public struct SelectionSet: Sendable, Hashable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// The selections, in source order.
  public let selections: NodeRange<Selection>
}

/// Spec §2.5 Selection Sets.
public enum Selection: Sendable {
  case field(NodeIndex<Field>)
  case fragmentSpread(NodeIndex<FragmentSpread>)
  case inlineFragment(NodeIndex<InlineFragment>)
}

/// Spec §2.6 Fields.
public struct Field: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// What the response calls it, if not by its name.
  public let alias: Name?
  /// What it is called.
  public let name: Name
  /// The arguments, in source order.
  public let arguments: NodeRange<Argument>
  /// What annotates it, in source order.
  public let directives: NodeRange<Directive>
  /// What it selects.
  public let selectionSet: SelectionSet?

  /// The alias, or without one the field's name. Spec §2.8 Field Alias.
  public var responseName: Name { alias ?? name }
}

/// Spec §2.9 Fragments.
public struct FragmentSpread: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// What it is called.
  public let name: Name
  /// Only with the experimental fragment arguments.
  public let arguments: NodeRange<Argument>
  /// What annotates it, in source order.
  public let directives: NodeRange<Directive>
}

/// Spec §2.9.2 Inline Fragments.
public struct InlineFragment: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// The type that it applies to.
  public let typeCondition: Name?
  /// What annotates it, in source order.
  public let directives: NodeRange<Directive>
  /// What it selects.
  public let selectionSet: SelectionSet
}

/// Spec §2.7 Arguments.
public struct Argument: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// What it is called.
  public let name: Name
  /// The value.
  public let value: NodeIndex<Value>
}

/// Spec §2.13 Directives.
public struct Directive: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// What it is called.
  public let name: Name
  /// The arguments, in source order.
  public let arguments: NodeRange<Argument>
}

/// Spec §2.10 Input Values.
public struct Value: Sendable {
  /// What a value literal is; text stays in the source.
  public enum Kind: Sendable {
    case variable(Name)
    case int, float
    case string(isBlock: Bool)
    case boolean(Bool)
    case null
    case `enum`
    case list(NodeRange<Value>)
    case object(NodeRange<ObjectField>)
  }

  /// Where it stands in the source.
  public let range: SourceRange
  /// Which form it has.
  public let kind: Kind
}

/// Spec §2.10.8 Input Object Values.
public struct ObjectField: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// What it is called.
  public let name: Name
  /// The value.
  public let value: NodeIndex<Value>
}

/// Spec §2.11 Variables.
public struct VariableDefinition: Sendable {
  /// Where it stands in the source.
  public let range: SourceRange
  /// What it says about itself, for people.
  public let description: NodeIndex<Value>?
  /// Where the dollar sign and the name stand.
  public let variableRange: SourceRange
  /// What it is called.
  public let name: Name
  /// The type.
  public let type: NodeIndex<TypeReference>
  /// What stands in for a missing value.
  public let defaultValue: NodeIndex<Value>?
  /// What annotates it, in source order.
  public let directives: NodeRange<Directive>
}

/// Spec §2.12 Type References.
public struct TypeReference: Sendable {
  /// The three forms of a type reference.
  public enum Kind: Sendable {
    case named(Name)
    case list(NodeIndex<TypeReference>)
    case nonNull(NodeIndex<TypeReference>)
  }

  /// Where it stands in the source.
  public let range: SourceRange
  /// Which form it has.
  public let kind: Kind
}

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
