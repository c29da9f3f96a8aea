/// The name of an element of a schema. Spec §2.14 Schema Coordinates.
public enum SchemaCoordinate: Sendable, Hashable {
  /// *TypeCoordinate* : *Name*
  case type(String)
  /// *MemberCoordinate* : *Name* . *Name*; a field, an input field or an enum value.
  case member(type: String, name: String)
  /// *ArgumentCoordinate* : *Name* . *Name* ( *Name* : )
  case argument(type: String, field: String, name: String)
  /// *DirectiveCoordinate* : @ *Name*
  case directive(String)
  /// *DirectiveArgumentCoordinate* : @ *Name* ( *Name* : )
  case directiveArgument(directive: String, name: String)
}

extension SchemaCoordinate: CustomStringConvertible {
  /// The coordinate as it is written.
  public var description: String {
    switch self {
    case .type(let type): type
    case .member(let type, let name): "\(type).\(name)"
    case .argument(let type, let field, let name): "\(type).\(field)(\(name):)"
    case .directive(let directive): "@\(directive)"
    case .directiveArgument(let directive, let name): "@\(directive)(\(name):)"
    }
  }
}

/// Parses a text that is one schema coordinate. Spec §2.14 Schema Coordinates.
///
/// Nothing is ignored in it, neither white space nor comments.
public func parseSchemaCoordinate(_ source: Source) throws(SyntaxError) -> SchemaCoordinate {
  guard source.bytes.count < Int32.max else {
    throw SyntaxError(.sourceTooLong(limit: Int(Int32.max)), at: 0)
  }
  var parser = try CoordinateParser(source)
  let coordinate = try parser.parseSchemaCoordinate()
  try parser.expect(.endOfFile)
  return coordinate
}

/// A cursor over the tokens of a coordinate.
private struct CoordinateParser {
  private let source: Source
  private var token = Token(kind: .endOfFile, start: 0, end: 0)

  init(_ source: Source) throws(SyntaxError) {
    self.source = source
    try advance()
  }

  /// *SchemaCoordinate* : *TypeCoordinate* | *MemberCoordinate* | *ArgumentCoordinate* |
  /// *DirectiveCoordinate* | *DirectiveArgumentCoordinate*
  mutating func parseSchemaCoordinate() throws(SyntaxError) -> SchemaCoordinate {
    if try consume(if: .at) {
      let directive = try parseName()
      guard let argument = try parseArgumentName() else { return .directive(directive) }
      return .directiveArgument(directive: directive, name: argument)
    }
    let type = try parseName()
    guard try consume(if: .dot) else { return .type(type) }
    let member = try parseName()
    guard let argument = try parseArgumentName() else { return .member(type: type, name: member) }
    return .argument(type: type, field: member, name: argument)
  }

  /// ( *Name* : )
  private mutating func parseArgumentName() throws(SyntaxError) -> String? {
    guard try consume(if: .leftParenthesis) else { return nil }
    let name = try parseName()
    try expect(.colon)
    try expect(.rightParenthesis)
    return name
  }

  private mutating func parseName() throws(SyntaxError) -> String {
    source.text(try expect(.name).range)
  }

  private mutating func advance() throws(SyntaxError) {
    let start = Int(token.end)
    guard start < source.bytes.count else {
      token = Token(kind: .endOfFile, start: token.end, end: token.end)
      return
    }
    let kind: Token.Kind
    var end = start + 1
    switch source.bytes[start] {
    case ASCII.dot: kind = .dot
    case ASCII.leftParenthesis: kind = .leftParenthesis
    case ASCII.rightParenthesis: kind = .rightParenthesis
    case ASCII.colon: kind = .colon
    case ASCII.at: kind = .at
    case let byte where byte.isNameStart:
      kind = .name
      end = Lexer.endOfName(from: end, in: source.bytes.span)
    default: throw SyntaxError(.invalidCharacter, at: start)
    }
    token = Token(kind: kind, start: token.end, end: Int32(truncatingIfNeeded: end))
  }

  @discardableResult
  mutating func expect(_ kind: Token.Kind) throws(SyntaxError) -> Token {
    let expected = token
    guard try consume(if: kind) else {
      throw SyntaxError(.expected(kind, found: expected), at: expected)
    }
    return expected
  }

  private mutating func consume(if kind: Token.Kind) throws(SyntaxError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }
}
