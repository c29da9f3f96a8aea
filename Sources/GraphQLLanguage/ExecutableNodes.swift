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
