/// Spec §2.10 Input Values and §2.12 Type References.
extension Parser {
  /// A *Value* that nothing but its index leads to.
  mutating func parseIndexedValue(isConst: Bool) throws(SyntaxError) -> NodeIndex<Value> {
    let value = try parseValue(isConst: isConst)
    return arenas.values.appendNode(value)
  }

  /// *Value* : *Variable* | *IntValue* | *FloatValue* | *StringValue* | *BooleanValue* |
  /// *NullValue* | *EnumValue* | *ListValue* | *ObjectValue*; a constant has no *Variable*
  private mutating func parseValue(isConst: Bool) throws(SyntaxError) -> Value {
    switch token.kind {
    case .dollar: return try parseVariableValue(isConst: isConst)
    case .int: return Value(range: try expect(.int).range, kind: .int)
    case .float: return Value(range: try expect(.float).range, kind: .float)
    case .string, .blockString: return try parseStringValue()
    case .name: return try parseNamedValue()
    case .leftBracket: return try parseListValue(isConst: isConst)
    case .leftBrace: return try parseObjectValue(isConst: isConst)
    case .endOfFile, .exclamationMark, .ampersand, .leftParenthesis, .rightParenthesis, .dot,
      .spread, .colon, .equals, .at, .rightBracket, .pipe, .rightBrace:
      throw unexpected
    }
  }

  private mutating func parseVariableValue(isConst: Bool) throws(SyntaxError) -> Value {
    let sign = token
    if isConst {
      try advance()
      guard token.kind == .name else { throw SyntaxError(.unexpected(sign), at: sign) }
      throw SyntaxError(.variableInConstant(name: token.range), at: sign)
    }
    let name = try parseVariable()
    return Value(range: range(from: sign.start), kind: .variable(name))
  }

  /// *StringValue* : `""` | `"` *StringCharacter*+ `"` | `"""` *BlockStringCharacter** `"""`
  mutating func parseStringValue() throws(SyntaxError) -> Value {
    let string = token
    try advance()
    return Value(range: string.range, kind: .string(isBlock: string.kind == .blockString))
  }

  /// *BooleanValue* : one of `true` `false`
  ///
  /// *NullValue* : `null`
  ///
  /// *EnumValue* : *Name* but not `true`, `false` or `null`
  private mutating func parseNamedValue() throws(SyntaxError) -> Value {
    let name = try expect(.name)
    let kind: Value.Kind =
      if isKeyword(name, .true) {
        .boolean(true)
      } else if isKeyword(name, .false) {
        .boolean(false)
      } else if isKeyword(name, .null) {
        .null
      } else {
        .enum
      }
    return Value(range: name.range, kind: kind)
  }

  /// *ListValue* : `[` *Value** `]`
  private mutating func parseListValue(isConst: Bool) throws(SyntaxError) -> Value {
    try enterNesting()
    let start = token.start
    let base = openValues.count
    try expect(.leftBracket)
    while try !consume(if: .rightBracket) {
      let value = try parseValue(isConst: isConst)
      openValues.appendNode(value)
    }
    leaveNesting()
    let values = openValues.closeRun(from: base, in: &arenas.values)
    return Value(range: range(from: start), kind: .list(values))
  }

  /// *ObjectValue* : { *ObjectField** }
  private mutating func parseObjectValue(isConst: Bool) throws(SyntaxError) -> Value {
    try enterNesting()
    let start = token.start
    let base = openObjectFields.count
    try expect(.leftBrace)
    while try !consume(if: .rightBrace) {
      let field = try parseObjectField(isConst: isConst)
      openObjectFields.appendNode(field)
    }
    leaveNesting()
    let fields = openObjectFields.closeRun(from: base, in: &arenas.objectFields)
    return Value(range: range(from: start), kind: .object(fields))
  }

  /// *ObjectField* : *Name* : *Value*
  private mutating func parseObjectField(isConst: Bool) throws(SyntaxError) -> ObjectField {
    let start = token.start
    let name = try parseName()
    try expect(.colon)
    let value = try parseIndexedValue(isConst: isConst)
    return ObjectField(range: range(from: start), name: name, value: value)
  }

  /// *Type* : *NamedType* | *ListType* | *NonNullType*
  mutating func parseTypeReference() throws(SyntaxError) -> NodeIndex<TypeReference> {
    let start = token.start
    let nullable = token.kind == .leftBracket ? try parseListType() : try parseNamedType()
    let index = arenas.typeReferences.appendNode(nullable)
    guard try consume(if: .exclamationMark) else { return index }
    return arenas.typeReferences.appendNode(
      TypeReference(range: range(from: start), kind: .nonNull(index)))
  }

  /// *NamedType* : *Name*
  private mutating func parseNamedType() throws(SyntaxError) -> TypeReference {
    let name = try parseName()
    return TypeReference(range: name.range, kind: .named(name))
  }

  /// *ListType* : `[` *Type* `]`
  private mutating func parseListType() throws(SyntaxError) -> TypeReference {
    let start = token.start
    try expect(.leftBracket)
    try enterNesting()
    let element = try parseTypeReference()
    leaveNesting()
    try expect(.rightBracket)
    return TypeReference(range: range(from: start), kind: .list(element))
  }
}
