/// Why a text is not a GraphQL document: a reason and a place.
///
/// `GraphQLError(_:in:)` composes the sentence.
public struct SyntaxError: Error, Sendable, Equatable {
  /// What was wrong; text that a sentence quotes stays in the source.
  enum Reason: Sendable, Equatable {
    case unexpectedCharacter, unexpectedApostrophe, unexpectedTwoDots
    /// A character that no schema coordinate has.
    case invalidCharacter
    case illFormedText, illFormedString
    case digitAfterZero, expectedDigit
    case missingIntegerPart(digits: SourceRange)
    case unterminatedString
    case invalidUnicodeEscape(SourceRange), invalidEscape(SourceRange)

    case unexpected(Token)
    case expected(Token.Kind, found: Token)
    case expectedKeyword(Keyword, found: Token)
    case unexpectedDescription, unexpectedShorthandDescription
    case variableInConstant(name: SourceRange)
    case reservedEnumValue(Token)

    case tooManyTokens(limit: Int)
    case nestedTooDeeply(limit: Int)
    case sourceTooLong(limit: Int)
  }

  let reason: Reason
  /// The byte at which it went wrong.
  public let offset: Int32

  init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = Int32(truncatingIfNeeded: offset)
  }

  init(_ reason: Reason, at token: Token) {
    self.reason = reason
    self.offset = token.start
  }
}
