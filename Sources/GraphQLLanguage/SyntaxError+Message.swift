extension GraphQLError {
  /// A syntax error as a response shows it, in the words of the reference implementation.
  ///
  /// `source` is the text that was parsed. The code is `limitExceeded` if the text went beyond one
  /// of the `ParseOptions`' limits, else `graphqlParseFailed`.
  public init(_ error: SyntaxError, in source: Source) {
    self.init(
      "Syntax Error: \(error.sentence(in: source))",
      locations: [source.location(at: error.offset)],
      code: error.isOfLimit ? .limitExceeded : .graphqlParseFailed)
  }
}

extension SyntaxError {
  /// Whether the text may be well-formed and is only too large.
  fileprivate var isOfLimit: Bool {
    switch reason {
    case .tooManyTokens, .nestedTooDeeply, .sourceTooLong: true
    case .unexpectedCharacter, .unexpectedApostrophe, .unexpectedTwoDots, .invalidCharacter,
      .illFormedText, .illFormedString, .digitAfterZero, .expectedDigit, .missingIntegerPart,
      .unterminatedString, .invalidUnicodeEscape, .invalidEscape, .unexpected, .expected,
      .expectedKeyword, .unexpectedDescription, .unexpectedShorthandDescription,
      .variableInConstant, .reservedEnumValue:
      false
    }
  }

  fileprivate func sentence(in source: Source) -> String {
    switch reason {
    case .unexpectedCharacter:
      "Unexpected character: \(source.character(at: offset))."
    case .unexpectedApostrophe:
      #"Unexpected single quote character ('), did you mean to use a double quote (")?"#
    case .unexpectedTwoDots:
      #"Unexpected "..", did you mean "..."?"#
    case .invalidCharacter, .illFormedText:
      "Invalid character: \(source.character(at: offset))."
    case .illFormedString:
      "Invalid character within String: \(source.character(at: offset))."
    case .digitAfterZero:
      "Invalid number, unexpected digit after 0: \(source.character(at: offset))."
    case .expectedDigit:
      "Invalid number, expected digit but got: \(source.character(at: offset))."
    case .missingIntegerPart(let digits):
      #"Invalid number, expected digit before ".", did you mean "0.\#(source.text(digits))"?"#
    case .unterminatedString:
      "Unterminated string."
    case .invalidUnicodeEscape(let range):
      #"Invalid Unicode escape sequence: "\#(source.text(range))"."#
    case .invalidEscape(let range):
      #"Invalid character escape sequence: "\#(source.text(range))"."#
    case .unexpected(let token):
      "Unexpected \(source.description(of: token))."
    case .expected(let kind, let token):
      "Expected \(kind.description), found \(source.description(of: token))."
    case .expectedKeyword(let keyword, let token):
      #"Expected "\#(keyword.rawValue)", found \#(source.description(of: token))."#
    case .unexpectedDescription:
      "Unexpected description, only GraphQL definitions support descriptions."
    case .unexpectedShorthandDescription:
      "Unexpected description, descriptions are not supported on shorthand queries."
    case .variableInConstant(let name):
      #"Unexpected variable "$\#(source.text(name))" in constant value."#
    case .reservedEnumValue(let token):
      "\(source.description(of: token)) is reserved and cannot be used for an enum value."
    case .tooManyTokens(let limit):
      "Document contains more than \(limit) tokens. Parsing aborted."
    case .nestedTooDeeply(let limit):
      "Document is nested too deeply, more than \(limit) levels. Parsing aborted."
    case .sourceTooLong(let limit):
      "Document is longer than \(limit) bytes. Parsing aborted."
    }
  }
}

extension Token.Kind {
  /// What a sentence calls any token of the kind.
  fileprivate var description: String {
    switch self {
    case .endOfFile: "<EOF>"
    case .exclamationMark: #""!""#
    case .dollar: #""$""#
    case .ampersand: #""&""#
    case .leftParenthesis: #""(""#
    case .rightParenthesis: #"")""#
    case .dot: #"".""#
    case .spread: #""...""#
    case .colon: #"":""#
    case .equals: #""=""#
    case .at: #""@""#
    case .leftBracket: #""[""#
    case .rightBracket: #""]""#
    case .leftBrace: #""{""#
    case .pipe: #""|""#
    case .rightBrace: #""}""#
    case .name: "Name"
    case .int: "Int"
    case .float: "Float"
    case .string: "String"
    case .blockString: "BlockString"
    }
  }
}

extension Source {
  /// What a sentence calls a token: its kind, and its text or content if that differs.
  fileprivate func description(of token: Token) -> String {
    let kind = token.kind.description
    switch token.kind {
    case .name, .int, .float: return "\(kind) \"\(text(token.range))\""
    case .string: return "\(kind) \"\(stringContent(token.range))\""
    case .blockString: return "\(kind) \"\(blockStringContent(token.range))\""
    case .endOfFile, .exclamationMark, .dollar, .ampersand, .leftParenthesis, .rightParenthesis,
      .dot, .spread, .colon, .equals, .at, .leftBracket, .rightBracket, .leftBrace, .pipe,
      .rightBrace:
      return kind
    }
  }

  /// What a sentence calls a character: itself in quotation marks, or its code point.
  fileprivate func character(at offset: Int32) -> String {
    let start = Int(offset)
    guard start < bytes.count else { return Token.Kind.endOfFile.description }
    let byte = bytes[start]
    if byte == ASCII.quote { return #"'"'"# }
    if 0x20...0x7E ~= byte { return "\"\(Unicode.Scalar(byte))\"" }
    if let length = wellFormedLength(at: start, in: bytes.span) {
      let text = String(decoding: bytes[start..<start + length], as: UTF8.self)
      return codePoint(text.unicodeScalars.first?.value ?? 0)
    }
    // A surrogate that someone wrote in UTF-8 all the same.
    if byte == 0xED, start + 2 < bytes.count, bytes[start + 1] & 0xE0 == 0xA0 {
      return codePoint(
        0xD000 | UInt32(bytes[start + 1] & 0x3F) << 6 | UInt32(bytes[start + 2] & 0x3F))
    }
    return "byte 0x\(String(byte, radix: 16, uppercase: true)), which is not UTF-8"
  }

  private func codePoint(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
