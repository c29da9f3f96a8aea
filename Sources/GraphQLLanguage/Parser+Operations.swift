/// Spec §2.4 Operations to §2.9 Fragments, and §2.11 Variables.
extension Parser {
  /// *OperationDefinition* : *SelectionSet*
  mutating func parseQueryShorthand() throws(SyntaxError) -> OperationDefinition {
    let start = token.start
    let selectionSet = try parseSelectionSet()
    return OperationDefinition(
      range: range(from: start), description: nil, operationType: .query, name: nil,
      variableDefinitions: .empty, directives: .empty, selectionSet: selectionSet)
  }

  /// *OperationDefinition* : *Description*? *OperationType* *Name*? *VariablesDefinition*?
  /// *Directives*? *SelectionSet*
  mutating func parseOperationDefinition(
    _ head: DefinitionHead
  ) throws(SyntaxError) -> OperationDefinition {
    let operationType = try parseOperationType()
    let name = token.kind == .name ? try parseName() : nil
    let variableDefinitions = try parseVariablesDefinition()
    let directives = try parseDirectives(isConst: false)
    let selectionSet = try parseSelectionSet()
    return OperationDefinition(
      range: range(from: head.start), description: head.description, operationType: operationType,
      name: name, variableDefinitions: variableDefinitions, directives: directives,
      selectionSet: selectionSet)
  }

  /// *OperationType* : one of `query` `mutation` `subscription`
  mutating func parseOperationType() throws(SyntaxError) -> OperationType {
    let name = try expect(.name)
    guard let operationType = OperationType(rawValue: text(of: name)) else {
      throw SyntaxError(.unexpected(name), at: name)
    }
    return operationType
  }

  /// *SelectionSet* : { *Selection*+ }
  mutating func parseSelectionSet() throws(SyntaxError) -> SelectionSet {
    try enterNesting()
    let start = token.start
    let base = openSelections.count
    try expect(.leftBrace)
    repeat {
      let selection = try parseSelection()
      openSelections.appendNode(selection)
    } while try !consume(if: .rightBrace)
    leaveNesting()
    let selections = openSelections.closeRun(from: base, in: &arenas.selections)
    return SelectionSet(range: range(from: start), selections: selections)
  }

  /// *Selection* : *Field* | *FragmentSpread* | *InlineFragment*
  private mutating func parseSelection() throws(SyntaxError) -> Selection {
    guard token.kind == .spread else {
      return .field(arenas.fields.appendNode(try parseField()))
    }
    return try parseFragmentSpreadOrInlineFragment()
  }

  /// *Field* : *Alias*? *Name* *Arguments*? *Directives*? *SelectionSet*?
  private mutating func parseField() throws(SyntaxError) -> Field {
    let start = token.start
    var name = try parseName()
    var alias: Name?
    if try consume(if: .colon) {
      alias = name
      name = try parseName()
    }
    let arguments = try parseArguments(isConst: false)
    let directives = try parseDirectives(isConst: false)
    let selectionSet = token.kind == .leftBrace ? try parseSelectionSet() : nil
    return Field(
      range: range(from: start), alias: alias, name: name, arguments: arguments,
      directives: directives, selectionSet: selectionSet)
  }

  /// *Arguments* : ( *Argument*+ )
  mutating func parseArguments(isConst: Bool) throws(SyntaxError) -> NodeRange<Argument> {
    guard try consume(if: .leftParenthesis) else { return .empty }
    let start = arenas.arguments.count
    repeat {
      let argument = try parseArgument(isConst: isConst)
      arenas.arguments.appendNode(argument)
    } while try !consume(if: .rightParenthesis)
    return arenas.arguments.run(from: start)
  }

  /// *Argument* : *Name* : *Value*
  private mutating func parseArgument(isConst: Bool) throws(SyntaxError) -> Argument {
    let start = token.start
    let name = try parseName()
    try expect(.colon)
    let value = try parseIndexedValue(isConst: isConst)
    return Argument(range: range(from: start), name: name, value: value)
  }

  /// *FragmentSpread* : `...` *FragmentName* *Directives*?
  ///
  /// *InlineFragment* : `...` *TypeCondition*? *Directives*? *SelectionSet*
  private mutating func parseFragmentSpreadOrInlineFragment() throws(SyntaxError) -> Selection {
    let start = token.start
    try expect(.spread)
    let hasTypeCondition = try consume(if: .on)
    if !hasTypeCondition, token.kind == .name {
      let name = try parseFragmentName()
      let arguments =
        options.allowsFragmentArguments ? try parseArguments(isConst: false) : .empty
      let directives = try parseDirectives(isConst: false)
      let spread = FragmentSpread(
        range: range(from: start), name: name, arguments: arguments, directives: directives)
      return .fragmentSpread(arenas.fragmentSpreads.appendNode(spread))
    }
    let typeCondition = hasTypeCondition ? try parseName() : nil
    let directives = try parseDirectives(isConst: false)
    let selectionSet = try parseSelectionSet()
    let fragment = InlineFragment(
      range: range(from: start), typeCondition: typeCondition, directives: directives,
      selectionSet: selectionSet)
    return .inlineFragment(arenas.inlineFragments.appendNode(fragment))
  }

  /// *FragmentDefinition* : *Description*? `fragment` *FragmentName* *TypeCondition* *Directives*?
  /// *SelectionSet*
  mutating func parseFragmentDefinition(
    _ head: DefinitionHead
  ) throws(SyntaxError) -> FragmentDefinition {
    try expect(.fragment)
    let name = try parseFragmentName()
    let variableDefinitions =
      options.allowsFragmentArguments ? try parseVariablesDefinition() : .empty
    let typeCondition = try parseTypeCondition()
    let directives = try parseDirectives(isConst: false)
    let selectionSet = try parseSelectionSet()
    return FragmentDefinition(
      range: range(from: head.start), description: head.description, name: name,
      variableDefinitions: variableDefinitions, typeCondition: typeCondition,
      directives: directives, selectionSet: selectionSet)
  }

  /// *FragmentName* : *Name* but not `on`
  private mutating func parseFragmentName() throws(SyntaxError) -> Name {
    if isKeyword(token, .on) { throw unexpected }
    return try parseName()
  }

  /// *TypeCondition* : `on` *NamedType*
  private mutating func parseTypeCondition() throws(SyntaxError) -> Name {
    try expect(.on)
    return try parseName()
  }

  /// *VariablesDefinition* : ( *VariableDefinition*+ )
  private mutating func parseVariablesDefinition() throws(SyntaxError)
    -> NodeRange<VariableDefinition>
  {
    guard try consume(if: .leftParenthesis) else { return .empty }
    let start = arenas.variableDefinitions.count
    repeat {
      let definition = try parseVariableDefinition()
      arenas.variableDefinitions.appendNode(definition)
    } while try !consume(if: .rightParenthesis)
    return arenas.variableDefinitions.run(from: start)
  }

  /// *VariableDefinition* : *Description*? *Variable* : *Type* *DefaultValue*? *Directives*?
  private mutating func parseVariableDefinition() throws(SyntaxError) -> VariableDefinition {
    let start = token.start
    let description = try parseDescription()
    let variableStart = token.start
    let name = try parseVariable()
    let variableRange = range(from: variableStart)
    try expect(.colon)
    let type = try parseTypeReference()
    let defaultValue = try parseDefaultValue()
    let directives = try parseDirectives(isConst: true)
    return VariableDefinition(
      range: range(from: start), description: description, variableRange: variableRange,
      name: name, type: type, defaultValue: defaultValue, directives: directives)
  }

  /// *Variable* : `$` *Name*
  mutating func parseVariable() throws(SyntaxError) -> Name {
    try expect(.dollar)
    return try parseName()
  }

  /// *DefaultValue* : `=` *Value*
  mutating func parseDefaultValue() throws(SyntaxError) -> NodeIndex<Value>? {
    try consume(if: .equals) ? try parseIndexedValue(isConst: true) : nil
  }

  /// *Directives* : *Directive*+
  mutating func parseDirectives(isConst: Bool) throws(SyntaxError) -> NodeRange<Directive> {
    let start = arenas.directives.count
    while token.kind == .at {
      let directive = try parseDirective(isConst: isConst)
      arenas.directives.appendNode(directive)
    }
    return arenas.directives.run(from: start)
  }

  /// *Directive* : `@` *Name* *Arguments*?
  private mutating func parseDirective(isConst: Bool) throws(SyntaxError) -> Directive {
    let start = token.start
    try expect(.at)
    let name = try parseName()
    let arguments = try parseArguments(isConst: isConst)
    return Directive(range: range(from: start), name: name, arguments: arguments)
  }
}
