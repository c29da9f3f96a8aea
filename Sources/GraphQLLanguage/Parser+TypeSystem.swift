/// Spec §3 Type System: what a definition and its extension start with, and what they share.
extension Parser {
  /// *TypeSystemDefinition* : *SchemaDefinition* | *TypeDefinition* | *DirectiveDefinition*
  ///
  /// *TypeDefinition* : *ScalarTypeDefinition* | *ObjectTypeDefinition* |
  /// *InterfaceTypeDefinition* | *UnionTypeDefinition* | *EnumTypeDefinition* |
  /// *InputObjectTypeDefinition*; extensions alike
  mutating func parseTypeSystemDefinition(
    _ keyword: Keyword, _ head: DefinitionHead
  ) throws(SyntaxError) -> Definition {
    try expect(keyword)
    switch keyword {
    case .schema: return .schema(try parseSchemaDefinition(head))
    case .scalar: return .type(try parseScalarTypeDefinition(head))
    case .type: return .type(try parseFieldedTypeDefinition(.object, head))
    case .interface: return .type(try parseFieldedTypeDefinition(.interface, head))
    case .union: return .type(try parseUnionTypeDefinition(head))
    case .enum: return .type(try parseEnumTypeDefinition(head))
    case .input: return .type(try parseInputObjectTypeDefinition(head))
    case .directive: return .directive(try parseDirectiveDefinition(head))
    case .query, .mutation, .subscription, .fragment, .on, .extend, .implements, .repeatable,
      .true, .false, .null:
      throw unexpected
    }
  }

  /// *SchemaDefinition* : *Description*? `schema` *Directives*? { *RootOperationTypeDefinition*+ }
  ///
  /// *SchemaExtension* : `extend` `schema`, then *Directives*, the braces or both
  private mutating func parseSchemaDefinition(
    _ head: DefinitionHead
  ) throws(SyntaxError) -> SchemaDefinition {
    let directives = try parseDirectives(isConst: true)
    let start = arenas.rootOperationTypes.count
    let isBare = head.isExtension && token.kind != .leftBrace
    if isBare, directives.isEmpty { throw unexpected }
    if !isBare {
      try expect(.leftBrace)
      repeat {
        let definition = try parseRootOperationTypeDefinition()
        arenas.rootOperationTypes.appendNode(definition)
      } while try !consume(if: .rightBrace)
    }
    return SchemaDefinition(
      range: range(from: head.start), description: head.description,
      isExtension: head.isExtension, directives: directives,
      operationTypes: arenas.rootOperationTypes.run(from: start))
  }

  /// *RootOperationTypeDefinition* : *OperationType* : *NamedType*
  private mutating func parseRootOperationTypeDefinition() throws(SyntaxError)
    -> RootOperationTypeDefinition
  {
    let start = token.start
    let operationType = try parseOperationType()
    try expect(.colon)
    let type = try parseName()
    return RootOperationTypeDefinition(
      range: range(from: start), operationType: operationType, type: type)
  }

  /// *DirectiveDefinition* : *Description*? `directive` `@` *Name* *ArgumentsDefinition*?
  /// `repeatable`? `on` *DirectiveLocations*
  ///
  /// Later than the edition, *Directives* come before `repeatable`, and an extension has only them.
  private mutating func parseDirectiveDefinition(
    _ head: DefinitionHead
  ) throws(SyntaxError) -> DirectiveDefinition {
    try expect(.at)
    let name = try parseName()
    let arguments = head.isExtension ? .empty : try parseArgumentsDefinition()
    let directives =
      options.allowsDirectivesOnDirectiveDefinitions
      ? try parseDirectives(isConst: true) : .empty
    var isRepeatable = false
    var locations = NodeRange<Name>.empty
    if head.isExtension {
      if directives.isEmpty { throw unexpected }
    } else {
      isRepeatable = try consume(if: .repeatable)
      try expect(.on)
      locations = try parseDirectiveLocations()
    }
    return DirectiveDefinition(
      range: range(from: head.start), description: head.description,
      isExtension: head.isExtension, name: name, arguments: arguments, directives: directives,
      isRepeatable: isRepeatable, locations: locations)
  }

  /// *DirectiveLocations* : `|`? *DirectiveLocation*, more of them after `|`
  private mutating func parseDirectiveLocations() throws(SyntaxError) -> NodeRange<Name> {
    let start = arenas.names.count
    _ = try consume(if: .pipe)
    repeat {
      let location = try parseDirectiveLocation()
      arenas.names.appendNode(location)
    } while try consume(if: .pipe)
    return arenas.names.run(from: start)
  }

  /// *DirectiveLocation* : *ExecutableDirectiveLocation* | *TypeSystemDirectiveLocation*
  private mutating func parseDirectiveLocation() throws(SyntaxError) -> Name {
    let name = try expect(.name)
    let location = DirectiveLocation(rawValue: text(of: name))
    let isKnown =
      location != nil
      && (location != .directiveDefinition || options.allowsDirectivesOnDirectiveDefinitions)
    guard isKnown else { throw SyntaxError(.unexpected(name), at: name) }
    return Name(range: name.range)
  }

  /// *ArgumentsDefinition* : ( *InputValueDefinition*+ )
  mutating func parseArgumentsDefinition() throws(SyntaxError) -> NodeRange<InputValueDefinition> {
    try parseInputValueDefinitions(between: .leftParenthesis, and: .rightParenthesis)
  }

  /// *InputFieldsDefinition* : { *InputValueDefinition*+ }
  mutating func parseInputFieldsDefinition() throws(SyntaxError) -> NodeRange<InputValueDefinition>
  {
    try parseInputValueDefinitions(between: .leftBrace, and: .rightBrace)
  }

  private mutating func parseInputValueDefinitions(
    between open: Token.Kind, and close: Token.Kind
  ) throws(SyntaxError) -> NodeRange<InputValueDefinition> {
    guard try consume(if: open) else { return .empty }
    let start = arenas.inputValueDefinitions.count
    repeat {
      let definition = try parseInputValueDefinition()
      arenas.inputValueDefinitions.appendNode(definition)
    } while try !consume(if: close)
    return arenas.inputValueDefinitions.run(from: start)
  }

  /// *InputValueDefinition* : *Description*? *Name* : *Type* *DefaultValue*? *Directives*?
  private mutating func parseInputValueDefinition() throws(SyntaxError) -> InputValueDefinition {
    let start = token.start
    let description = try parseDescription()
    let name = try parseName()
    try expect(.colon)
    let type = try parseTypeReference()
    let defaultValue = try parseDefaultValue()
    let directives = try parseDirectives(isConst: true)
    return InputValueDefinition(
      range: range(from: start), description: description, name: name, type: type,
      defaultValue: defaultValue, directives: directives)
  }
}
