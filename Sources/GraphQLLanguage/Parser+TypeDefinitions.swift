/// Spec §3.4 Types: the definition and the extension of each kind, after its keyword.
///
/// An extension must extend something: with nothing after its name, what comes next is unexpected.
extension Parser {
  /// *ScalarTypeDefinition* : *Description*? `scalar` *Name* *Directives*?
  ///
  /// *ScalarTypeExtension* : `extend` `scalar` *Name* *Directives*
  mutating func parseScalarTypeDefinition(
    _ head: DefinitionHead
  ) throws(SyntaxError) -> TypeDefinition {
    let name = try parseName()
    let directives = try parseDirectives(isConst: true)
    if head.isExtension, directives.isEmpty { throw unexpected }
    return typeDefinition(.scalar, head, name: name, directives: directives)
  }

  /// *ObjectTypeDefinition* : *Description*? `type` *Name* *ImplementsInterfaces*? *Directives*?
  /// *FieldsDefinition*?
  ///
  /// *InterfaceTypeDefinition* : the same after `interface`
  ///
  /// *ObjectTypeExtension*, *InterfaceTypeExtension* : `extend`, then the same with at least one
  mutating func parseFieldedTypeDefinition(
    _ kind: TypeDefinition.Kind, _ head: DefinitionHead
  ) throws(SyntaxError) -> TypeDefinition {
    let name = try parseName()
    let interfaces = try parseImplementsInterfaces()
    let directives = try parseDirectives(isConst: true)
    let fields = try parseFieldsDefinition()
    if head.isExtension, interfaces.isEmpty, directives.isEmpty, fields.isEmpty {
      throw unexpected
    }
    return typeDefinition(
      kind, head, name: name, directives: directives, interfaces: interfaces, fields: fields)
  }

  /// *UnionTypeDefinition* : *Description*? `union` *Name* *Directives*? *UnionMemberTypes*?
  ///
  /// *UnionTypeExtension* : `extend` `union` *Name*, then at least one of the two
  mutating func parseUnionTypeDefinition(
    _ head: DefinitionHead
  ) throws(SyntaxError) -> TypeDefinition {
    let name = try parseName()
    let directives = try parseDirectives(isConst: true)
    let memberTypes = try parseUnionMemberTypes()
    if head.isExtension, directives.isEmpty, memberTypes.isEmpty { throw unexpected }
    return typeDefinition(
      .union, head, name: name, directives: directives, memberTypes: memberTypes)
  }

  /// *EnumTypeDefinition* : *Description*? `enum` *Name* *Directives*? *EnumValuesDefinition*?
  ///
  /// *EnumTypeExtension* : `extend` `enum` *Name*, then at least one of the two
  mutating func parseEnumTypeDefinition(
    _ head: DefinitionHead
  ) throws(SyntaxError) -> TypeDefinition {
    let name = try parseName()
    let directives = try parseDirectives(isConst: true)
    let values = try parseEnumValuesDefinition()
    if head.isExtension, directives.isEmpty, values.isEmpty { throw unexpected }
    return typeDefinition(.enum, head, name: name, directives: directives, values: values)
  }

  /// *InputObjectTypeDefinition* : *Description*? `input` *Name* *Directives*?
  /// *InputFieldsDefinition*?
  ///
  /// *InputObjectTypeExtension* : `extend` `input` *Name*, then at least one of the two
  mutating func parseInputObjectTypeDefinition(
    _ head: DefinitionHead
  ) throws(SyntaxError) -> TypeDefinition {
    let name = try parseName()
    let directives = try parseDirectives(isConst: true)
    let inputFields = try parseInputFieldsDefinition()
    if head.isExtension, directives.isEmpty, inputFields.isEmpty { throw unexpected }
    return typeDefinition(
      .inputObject, head, name: name, directives: directives, inputFields: inputFields)
  }

  private func typeDefinition(
    _ kind: TypeDefinition.Kind, _ head: DefinitionHead, name: Name,
    directives: NodeRange<Directive>, interfaces: NodeRange<Name> = .empty,
    fields: NodeRange<FieldDefinition> = .empty, memberTypes: NodeRange<Name> = .empty,
    values: NodeRange<EnumValueDefinition> = .empty,
    inputFields: NodeRange<InputValueDefinition> = .empty
  ) -> TypeDefinition {
    TypeDefinition(
      range: range(from: head.start), kind: kind, description: head.description,
      isExtension: head.isExtension, name: name, directives: directives, interfaces: interfaces,
      fields: fields, memberTypes: memberTypes, values: values, inputFields: inputFields)
  }

  /// *ImplementsInterfaces* : `implements` `&`? *NamedType*, more of them after `&`
  private mutating func parseImplementsInterfaces() throws(SyntaxError) -> NodeRange<Name> {
    guard try consume(if: .implements) else { return .empty }
    return try parseNamedTypes(delimitedBy: .ampersand)
  }

  /// *UnionMemberTypes* : `=` `|`? *NamedType*, more of them after `|`
  private mutating func parseUnionMemberTypes() throws(SyntaxError) -> NodeRange<Name> {
    guard try consume(if: .equals) else { return .empty }
    return try parseNamedTypes(delimitedBy: .pipe)
  }

  private mutating func parseNamedTypes(
    delimitedBy delimiter: Token.Kind
  ) throws(SyntaxError) -> NodeRange<Name> {
    let start = arenas.names.count
    _ = try consume(if: delimiter)
    repeat {
      let name = try parseName()
      arenas.names.appendNode(name)
    } while try consume(if: delimiter)
    return arenas.names.run(from: start)
  }

  /// *FieldsDefinition* : { *FieldDefinition*+ }
  private mutating func parseFieldsDefinition() throws(SyntaxError) -> NodeRange<FieldDefinition> {
    guard try consume(if: .leftBrace) else { return .empty }
    let start = arenas.fieldDefinitions.count
    repeat {
      let definition = try parseFieldDefinition()
      arenas.fieldDefinitions.appendNode(definition)
    } while try !consume(if: .rightBrace)
    return arenas.fieldDefinitions.run(from: start)
  }

  /// *FieldDefinition* : *Description*? *Name* *ArgumentsDefinition*? : *Type* *Directives*?
  private mutating func parseFieldDefinition() throws(SyntaxError) -> FieldDefinition {
    let start = token.start
    let description = try parseDescription()
    let name = try parseName()
    let arguments = try parseArgumentsDefinition()
    try expect(.colon)
    let type = try parseTypeReference()
    let directives = try parseDirectives(isConst: true)
    return FieldDefinition(
      range: range(from: start), description: description, name: name, arguments: arguments,
      type: type, directives: directives)
  }

  /// *EnumValuesDefinition* : { *EnumValueDefinition*+ }
  private mutating func parseEnumValuesDefinition() throws(SyntaxError)
    -> NodeRange<EnumValueDefinition>
  {
    guard try consume(if: .leftBrace) else { return .empty }
    let start = arenas.enumValueDefinitions.count
    repeat {
      let definition = try parseEnumValueDefinition()
      arenas.enumValueDefinitions.appendNode(definition)
    } while try !consume(if: .rightBrace)
    return arenas.enumValueDefinitions.run(from: start)
  }

  /// *EnumValueDefinition* : *Description*? *EnumValue* *Directives*?
  private mutating func parseEnumValueDefinition() throws(SyntaxError) -> EnumValueDefinition {
    let start = token.start
    let description = try parseDescription()
    if isKeyword(token, .true) || isKeyword(token, .false) || isKeyword(token, .null) {
      throw SyntaxError(.reservedEnumValue(token), at: token)
    }
    let name = try parseName()
    let directives = try parseDirectives(isConst: true)
    return EnumValueDefinition(
      range: range(from: start), description: description, name: name, directives: directives)
  }
}
