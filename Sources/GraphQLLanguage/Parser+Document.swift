/// Spec §2.3 Document.
extension Parser {
  /// *Document* : *Definition*+
  mutating func parseDocument() throws(SyntaxError) {
    repeat {
      arenas.definitions.appendNode(try parseDefinition())
    } while token.kind != .endOfFile
  }

  /// *Definition* : *ExecutableDefinition* | *TypeSystemDefinitionOrExtension*
  private mutating func parseDefinition() throws(SyntaxError) -> Definition {
    if token.kind == .leftBrace {
      return .operation(try parseQueryShorthand())
    }
    let hasDescription = isAtDescription
    let first = hasDescription ? try lookAhead() : token
    if hasDescription, first.kind == .leftBrace {
      throw SyntaxError(.unexpectedShorthandDescription, at: token)
    }
    let keyword = keyword(of: first)
    if keyword == .extend, !hasDescription {
      return try parseTypeSystemExtension()
    }
    guard let keyword, keyword.startsDescribedDefinition else {
      if hasDescription, first.kind == .name {
        throw SyntaxError(.unexpectedDescription, at: token)
      }
      throw SyntaxError(.unexpected(first), at: first)
    }
    let start = token.start
    let head = DefinitionHead(
      start: start, description: try parseDescription(), isExtension: false)
    switch keyword {
    case .query, .mutation, .subscription:
      return .operation(try parseOperationDefinition(head))
    case .fragment:
      return .fragment(try parseFragmentDefinition(head))
    default:
      return try parseTypeSystemDefinition(keyword, head)
    }
  }

  /// *TypeSystemExtension* : `extend` (*SchemaExtension* | *TypeExtension*)
  private mutating func parseTypeSystemExtension() throws(SyntaxError) -> Definition {
    let first = try lookAhead()
    guard let keyword = keyword(of: first), isExtensible(keyword) else {
      throw SyntaxError(.unexpected(first), at: first)
    }
    let head = DefinitionHead(start: token.start, description: nil, isExtension: true)
    try expect(.extend)
    return try parseTypeSystemDefinition(keyword, head)
  }

  private func isExtensible(_ keyword: Keyword) -> Bool {
    keyword.startsTypeSystemDefinition
      && (keyword != .directive || options.allowsDirectivesOnDirectiveDefinitions)
  }

  /// Whether the token at the cursor is a description.
  var isAtDescription: Bool { token.kind == .string || token.kind == .blockString }

  /// *Description* : *StringValue*
  mutating func parseDescription() throws(SyntaxError) -> NodeIndex<Value>? {
    guard isAtDescription else { return nil }
    return arenas.values.appendNode(try parseStringValue())
  }
}

/// What comes before the keyword of a definition or an extension.
struct DefinitionHead {
  let start: Int32
  let description: NodeIndex<Value>?
  let isExtension: Bool
}

extension Keyword {
  /// Whether it starts *SchemaDefinition*, *TypeDefinition* or *DirectiveDefinition*.
  fileprivate var startsTypeSystemDefinition: Bool {
    switch self {
    case .schema, .scalar, .type, .interface, .union, .enum, .input, .directive: true
    case .query, .mutation, .subscription, .fragment, .on: false
    case .extend, .implements, .repeatable, .true, .false, .null: false
    }
  }

  /// Whether it starts a definition that can have a description.
  fileprivate var startsDescribedDefinition: Bool {
    switch self {
    case .query, .mutation, .subscription, .fragment: true
    default: startsTypeSystemDefinition
    }
  }
}
