/// Reading nodes out of the arenas.
extension Document {
  /// The nodes of a run, in source order.
  public subscript(range: NodeRange<Selection>) -> ArraySlice<Selection> {
    arenas.selections[range.indices]
  }
  /// The nodes of a run, in source order.
  public subscript(range: NodeRange<Argument>) -> ArraySlice<Argument> {
    arenas.arguments[range.indices]
  }
  /// The nodes of a run, in source order.
  public subscript(range: NodeRange<Directive>) -> ArraySlice<Directive> {
    arenas.directives[range.indices]
  }
  /// The nodes of a run, in source order.
  public subscript(range: NodeRange<Value>) -> ArraySlice<Value> { arenas.values[range.indices] }
  /// The nodes of a run, in source order.
  public subscript(range: NodeRange<ObjectField>) -> ArraySlice<ObjectField> {
    arenas.objectFields[range.indices]
  }
  /// The nodes of a run, in source order.
  public subscript(range: NodeRange<VariableDefinition>) -> ArraySlice<VariableDefinition> {
    arenas.variableDefinitions[range.indices]
  }
  /// The nodes of a run, in source order.
  public subscript(range: NodeRange<FieldDefinition>) -> ArraySlice<FieldDefinition> {
    arenas.fieldDefinitions[range.indices]
  }
  /// The nodes of a run, in source order.
  public subscript(range: NodeRange<InputValueDefinition>) -> ArraySlice<InputValueDefinition> {
    arenas.inputValueDefinitions[range.indices]
  }
  /// The nodes of a run, in source order.
  public subscript(range: NodeRange<EnumValueDefinition>) -> ArraySlice<EnumValueDefinition> {
    arenas.enumValueDefinitions[range.indices]
  }
  /// The nodes of a run, in source order.
  public subscript(range: NodeRange<RootOperationTypeDefinition>) -> ArraySlice<
    RootOperationTypeDefinition
  > { arenas.rootOperationTypes[range.indices] }
  /// The nodes of a run, in source order.
  public subscript(range: NodeRange<Name>) -> ArraySlice<Name> { arenas.names[range.indices] }

  /// The node at an index.
  public subscript(index: NodeIndex<Field>) -> Field { arenas.fields[Int(index.value)] }
  /// The node at an index.
  public subscript(index: NodeIndex<FragmentSpread>) -> FragmentSpread {
    arenas.fragmentSpreads[Int(index.value)]
  }
  /// The node at an index.
  public subscript(index: NodeIndex<InlineFragment>) -> InlineFragment {
    arenas.inlineFragments[Int(index.value)]
  }
  /// The node at an index.
  public subscript(index: NodeIndex<Value>) -> Value { arenas.values[Int(index.value)] }
  /// The node at an index.
  public subscript(index: NodeIndex<TypeReference>) -> TypeReference {
    arenas.typeReferences[Int(index.value)]
  }

  /// The text of a name.
  public func text(_ name: Name) -> String { text(name.range) }

  /// The source text of a range, as it is written; a number, for example.
  public func text(_ range: SourceRange) -> String { source.text(range) }

  /// What a string or block string stands for; of any other value, its text.
  ///
  /// Spec §2.10.4 String Value.
  public func string(of value: Value) -> String {
    switch value.kind {
    case .string(isBlock: false): source.stringContent(value.range)
    case .string(isBlock: true): source.blockStringContent(value.range)
    case .variable, .int, .float, .boolean, .null, .enum, .list, .object: text(value.range)
    }
  }

  /// What a string or block string stands for; of any other value, its text.
  public func string(of value: NodeIndex<Value>) -> String { string(of: self[value]) }

  /// What a description says; nil without one. Spec §2.2 Descriptions.
  public func string(of description: NodeIndex<Value>?) -> String? {
    description.map { string(of: $0) }
  }

  /// Whether every definition is an operation or a fragment. Spec §2.3 Document.
  public var isExecutable: Bool {
    definitions.allSatisfy { definition in
      switch definition {
      case .operation, .fragment: true
      case .schema, .type, .directive: false
      }
    }
  }
}

extension NodeRange {
  var indices: Range<Int> { Int(start)..<Int(start) + count }
}
