/// Reading nodes out of the arenas.
extension Document {
  /// The nodes of a run, in source order.
  public subscript(range: NodeRange<Selection>) -> ArraySlice<Selection> {
    selections[range.indices]
  }
  public subscript(range: NodeRange<Argument>) -> ArraySlice<Argument> { arguments[range.indices] }
  public subscript(range: NodeRange<Directive>) -> ArraySlice<Directive> {
    directives[range.indices]
  }
  public subscript(range: NodeRange<Value>) -> ArraySlice<Value> { values[range.indices] }
  public subscript(range: NodeRange<ObjectField>) -> ArraySlice<ObjectField> {
    objectFields[range.indices]
  }
  public subscript(range: NodeRange<VariableDefinition>) -> ArraySlice<VariableDefinition> {
    variableDefinitions[range.indices]
  }
  public subscript(range: NodeRange<FieldDefinition>) -> ArraySlice<FieldDefinition> {
    fieldDefinitions[range.indices]
  }
  public subscript(range: NodeRange<InputValueDefinition>) -> ArraySlice<InputValueDefinition> {
    inputValueDefinitions[range.indices]
  }
  public subscript(range: NodeRange<EnumValueDefinition>) -> ArraySlice<EnumValueDefinition> {
    enumValueDefinitions[range.indices]
  }
  public subscript(range: NodeRange<RootOperationTypeDefinition>) -> ArraySlice<
    RootOperationTypeDefinition
  > { rootOperationTypes[range.indices] }
  public subscript(range: NodeRange<Name>) -> ArraySlice<Name> { names[range.indices] }

  /// The node at an index.
  public subscript(index: NodeIndex<Field>) -> Field { fields[Int(index.value)] }
  public subscript(index: NodeIndex<FragmentSpread>) -> FragmentSpread {
    fragmentSpreads[Int(index.value)]
  }
  public subscript(index: NodeIndex<InlineFragment>) -> InlineFragment {
    inlineFragments[Int(index.value)]
  }
  public subscript(index: NodeIndex<Value>) -> Value { values[Int(index.value)] }
  public subscript(index: NodeIndex<TypeReference>) -> TypeReference {
    typeReferences[Int(index.value)]
  }

  /// The text of a name.
  public func text(_ name: Name) -> String { text(name.range) }

  /// The source text of a range, as it is written.
  public func text(_ range: SourceRange) -> String { source.text(range) }
}

extension NodeRange {
  var indices: Range<Int> { Int(start)..<Int(start) + count }
}
