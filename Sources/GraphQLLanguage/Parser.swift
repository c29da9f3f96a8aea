/// Parses a document. Spec §2.3 Document.
///
/// Costs time and memory linear in the text. Throws the first error in the text, for any bytes.
public func parseDocument(
  _ source: Source, options: ParseOptions = ParseOptions()
) throws(SyntaxError) -> Document {
  var parser = try Parser(source, options: options)
  try parser.parseDocument()
  return parser.finish()
}

/// Parses a text that is one value, variables allowed. Spec §2.10 Input Values.
///
/// The document has nothing but that value and its parts.
public func parseValue(
  _ source: Source, options: ParseOptions = ParseOptions()
) throws(SyntaxError) -> (document: Document, value: NodeIndex<Value>) {
  var parser = try Parser(source, options: options)
  let value = try parser.parseIndexedValue(isConst: false)
  try parser.expect(.endOfFile)
  return (parser.finish(), value)
}

/// Parses a text that is one value without variables. Spec §2.10 Input Values.
///
/// The document has nothing but that value and its parts.
public func parseConstValue(
  _ source: Source, options: ParseOptions = ParseOptions()
) throws(SyntaxError) -> (document: Document, value: NodeIndex<Value>) {
  var parser = try Parser(source, options: options)
  let value = try parser.parseIndexedValue(isConst: true)
  try parser.expect(.endOfFile)
  return (parser.finish(), value)
}

/// Parses a text that is one type reference. Spec §2.12 Type References.
///
/// The document has nothing but that type reference and its parts.
public func parseTypeReference(
  _ source: Source, options: ParseOptions = ParseOptions()
) throws(SyntaxError) -> (document: Document, type: NodeIndex<TypeReference>) {
  var parser = try Parser(source, options: options)
  let type = try parser.parseTypeReference()
  try parser.expect(.endOfFile)
  return (parser.finish(), type)
}

/// A cursor over tokens that fills a document's arenas.
///
/// A function is named for the production that it parses; the `mutating` ones move the cursor.
/// Nodes of a list whose items can contain such lists wait on a stack until the list closes, so
/// that every list is one run of its arena.
struct Parser {
  let options: ParseOptions
  private let bytes: [UInt8]
  private var tokens: TokenWindow
  /// How many more tokens there may be.
  private var remainingTokens: Int
  private var nesting = 0

  /// The token at the cursor.
  private(set) var token = Token(kind: .endOfFile, start: 0, end: 0)
  /// Where the token before the cursor ends.
  private var previousEnd: Int32 = 0

  private let source: Source
  var arenas = Arenas()
  var openSelections: [Selection] = []
  var openValues: [Value] = []
  var openObjectFields: [ObjectField] = []

  /// Starts at the first token of `source`.
  init(_ source: Source, options: ParseOptions) throws(SyntaxError) {
    guard source.bytes.count < Int32.max else {
      throw SyntaxError(.sourceTooLong(limit: Int(Int32.max)), at: 0)
    }
    self.options = options
    remainingTokens = options.maximumTokens ?? .max
    bytes = source.bytes
    tokens = TokenWindow(byteCount: source.bytes.count)
    self.source = source
    try advance()
  }

  /// Gives the document away.
  consuming func finish() -> Document { Document(source: source, arenas: arenas) }

  /// Moves to the next token.
  mutating func advance() throws(SyntaxError) {
    previousEnd = token.end
    token = try tokens.next(in: bytes)
    remainingTokens -= 1
    if remainingTokens < 0, token.kind != .endOfFile {
      throw SyntaxError(.tooManyTokens(limit: options.maximumTokens ?? .max), at: token)
    }
  }

  /// The token after the one at the cursor.
  func lookAhead() throws(SyntaxError) -> Token {
    try Lexer.token(after: Int(token.end), in: bytes.span)
  }

  /// Moves past a token, which must be of a kind.
  @discardableResult
  mutating func expect(_ kind: Token.Kind) throws(SyntaxError) -> Token {
    let expected = token
    guard expected.kind == kind else {
      throw SyntaxError(.expected(kind, found: expected), at: expected)
    }
    // Nothing follows the end, and the limit on tokens does not count it.
    if kind != .endOfFile { try advance() }
    return expected
  }

  /// Moves past a token if it is of a kind.
  mutating func consume(if kind: Token.Kind) throws(SyntaxError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  /// Moves past a name, which must be a keyword.
  mutating func expect(_ keyword: Keyword) throws(SyntaxError) {
    guard try consume(if: keyword) else {
      throw SyntaxError(.expectedKeyword(keyword, found: token), at: token)
    }
  }

  /// Moves past a name if it is a keyword.
  mutating func consume(if keyword: Keyword) throws(SyntaxError) -> Bool {
    guard isKeyword(token, keyword) else { return false }
    try advance()
    return true
  }

  /// Whether a token is a name with the text of a keyword.
  func isKeyword(_ token: Token, _ keyword: Keyword) -> Bool {
    let text = keyword.rawValue.utf8
    guard token.kind == .name, Int(token.end - token.start) == text.count else { return false }
    var index = Int(token.start)
    for byte in text {
      if bytes[index] != byte { return false }
      index += 1
    }
    return true
  }

  /// What keyword a token is.
  func keyword(of token: Token) -> Keyword? {
    Keyword.allCases.first { isKeyword(token, $0) }
  }

  /// A token as it is written.
  func text(of token: Token) -> String { source.text(token.range) }

  /// From the start of a node to the end of the last token in it.
  func range(from start: Int32) -> SourceRange { SourceRange(start: start, end: previousEnd) }

  /// The error that the token at the cursor has no place there.
  var unexpected: SyntaxError { SyntaxError(.unexpected(token), at: token) }

  /// Goes one level deeper, before a recursion; pair it with `leaveNesting`.
  mutating func enterNesting() throws(SyntaxError) {
    nesting += 1
    guard nesting <= options.maximumNesting else {
      throw SyntaxError(.nestedTooDeeply(limit: options.maximumNesting), at: token)
    }
  }

  /// Comes back from a recursion.
  mutating func leaveNesting() { nesting -= 1 }

  /// *Name* : *NameStart* *NameContinue**
  mutating func parseName() throws(SyntaxError) -> Name {
    Name(range: try expect(.name).range)
  }
}
