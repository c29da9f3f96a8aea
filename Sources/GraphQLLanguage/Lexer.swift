/// Cuts a text into tokens, one at a time. Spec §2.1 Source Text.
///
/// White space, line terminators, commas, comments and byte order marks are skipped anywhere
/// between tokens. There is no state but the place: a token's end is where the next one is looked
/// for.
enum Lexer {
  /// The first token at or after `position`; at the end of the text, the end, over and over.
  static func token(after position: Int, in bytes: Span<UInt8>) throws(SyntaxError) -> Token {
    var start = position
    while start < bytes.count {
      let byte = bytes[start]
      if byte.isIgnored {
        start += 1
        continue
      }
      if byte.isNameStart {
        return token(.name, from: start, to: endOfName(from: start + 1, in: bytes))
      }
      switch byte {
      case ASCII.leftBrace: return token(.leftBrace, from: start, to: start + 1)
      case ASCII.rightBrace: return token(.rightBrace, from: start, to: start + 1)
      case ASCII.leftParenthesis: return token(.leftParenthesis, from: start, to: start + 1)
      case ASCII.rightParenthesis: return token(.rightParenthesis, from: start, to: start + 1)
      case ASCII.colon: return token(.colon, from: start, to: start + 1)
      case ASCII.dollar: return token(.dollar, from: start, to: start + 1)
      case ASCII.exclamationMark: return token(.exclamationMark, from: start, to: start + 1)
      case ASCII.leftBracket: return token(.leftBracket, from: start, to: start + 1)
      case ASCII.rightBracket: return token(.rightBracket, from: start, to: start + 1)
      case ASCII.at: return token(.at, from: start, to: start + 1)
      case ASCII.equals: return token(.equals, from: start, to: start + 1)
      case ASCII.pipe: return token(.pipe, from: start, to: start + 1)
      case ASCII.ampersand: return token(.ampersand, from: start, to: start + 1)
      case ASCII.quote:
        if start + 2 < bytes.count, bytes[start + 1] == ASCII.quote, bytes[start + 2] == ASCII.quote
        {
          return token(
            .blockString, from: start, to: try endOfBlockString(from: start + 3, in: bytes))
        }
        return token(.string, from: start, to: try endOfString(from: start + 1, in: bytes))
      case ASCII.minus, ASCII.zero...ASCII.nine:
        let (kind, end) = try endOfNumber(from: start, in: bytes)
        return token(kind, from: start, to: end)
      case ASCII.numberSign:
        start = try endOfComment(from: start + 1, in: bytes)
      case ASCII.dot:
        return token(.spread, from: start, to: try endOfSpread(from: start, in: bytes))
      default:
        start = try endOfByteOrderMark(from: start, in: bytes)
      }
    }
    return token(.endOfFile, from: start, to: start)
  }

  private static func token(_ kind: Token.Kind, from start: Int, to end: Int) -> Token {
    Token(kind: kind, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end))
  }

  /// *Name* : *NameStart* *NameContinue**
  static func endOfName(from start: Int, in bytes: Span<UInt8>) -> Int {
    var end = start
    while end < bytes.count, bytes[end].isNameContinue { end += 1 }
    return end
  }

  /// *Comment* : `#` *CommentChar**
  private static func endOfComment(from start: Int, in bytes: Span<UInt8>) throws(SyntaxError)
    -> Int
  {
    var end = start
    while end < bytes.count, !bytes[end].isLineTerminator {
      if bytes[end] < 0x80 {
        end += 1
      } else if let length = wellFormedLength(at: end, in: bytes) {
        end += length
      } else {
        throw SyntaxError(.illFormedText, at: end)
      }
    }
    return end
  }

  private static func endOfSpread(from start: Int, in bytes: Span<UInt8>) throws(SyntaxError) -> Int
  {
    let next = start + 1
    if next < bytes.count, bytes[next] == ASCII.dot {
      guard next + 1 < bytes.count, bytes[next + 1] == ASCII.dot else {
        throw SyntaxError(.unexpectedTwoDots, at: start)
      }
      return start + 3
    }
    var end = next
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    guard end == next else {
      throw SyntaxError(.missingIntegerPart(digits: SourceRange(next, end)), at: start)
    }
    throw SyntaxError(.unexpectedCharacter, at: start)
  }

  /// *UnicodeBOM*; anything else that gets here is no part of the grammar.
  ///
  /// Spec §2.1.6 Ignored Tokens.
  private static func endOfByteOrderMark(
    from start: Int, in bytes: Span<UInt8>
  ) throws(SyntaxError) -> Int {
    guard let length = wellFormedLength(at: start, in: bytes) else {
      throw SyntaxError(.illFormedText, at: start)
    }
    if length == 3, bytes[start] == 0xEF, bytes[start + 1] == 0xBB, bytes[start + 2] == 0xBF {
      return start + 3
    }
    let isApostrophe = bytes[start] == ASCII.apostrophe
    throw SyntaxError(isApostrophe ? .unexpectedApostrophe : .unexpectedCharacter, at: start)
  }
}

extension Lexer {
  /// *IntValue* : *IntegerPart* [lookahead ∉ {*Digit*, `.`, *NameStart*}]
  ///
  /// *FloatValue* : *IntegerPart* (*FractionalPart* | *ExponentPart* | both), with that lookahead
  private static func endOfNumber(
    from start: Int, in bytes: Span<UInt8>
  ) throws(SyntaxError) -> (Token.Kind, Int) {
    var kind = Token.Kind.int
    var end = bytes[start] == ASCII.minus ? start + 1 : start
    if end < bytes.count, bytes[end] == ASCII.zero {
      end += 1
      if end < bytes.count, bytes[end].isDigit { throw SyntaxError(.digitAfterZero, at: end) }
    } else {
      end = try endOfDigits(from: end, in: bytes)
    }
    if end < bytes.count, bytes[end] == ASCII.dot {
      kind = .float
      end = try endOfDigits(from: end + 1, in: bytes)
    }
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      kind = .float
      end += 1
      if end < bytes.count, bytes[end] == ASCII.plus || bytes[end] == ASCII.minus { end += 1 }
      end = try endOfDigits(from: end, in: bytes)
    }
    if end < bytes.count, bytes[end] == ASCII.dot || bytes[end].isNameStart {
      throw SyntaxError(.expectedDigit, at: end)
    }
    return (kind, end)
  }

  /// *Digit*+
  private static func endOfDigits(from start: Int, in bytes: Span<UInt8>) throws(SyntaxError) -> Int
  {
    var end = start
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    guard end > start else { throw SyntaxError(.expectedDigit, at: start) }
    return end
  }

  /// *StringCharacter** `"`
  private static func endOfString(from start: Int, in bytes: Span<UInt8>) throws(SyntaxError) -> Int
  {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte == ASCII.quote { return end + 1 }
      if byte == ASCII.backslash {
        end = try EscapeSequence(at: end, in: bytes).end
      } else if byte.isLineTerminator {
        break
      } else if byte < 0x80 {
        end += 1
      } else if let length = wellFormedLength(at: end, in: bytes) {
        end += length
      } else {
        throw SyntaxError(.illFormedString, at: end)
      }
    }
    throw SyntaxError(.unterminatedString, at: end)
  }

  /// *BlockStringCharacter** `"""`
  private static func endOfBlockString(
    from start: Int, in bytes: Span<UInt8>
  ) throws(SyntaxError) -> Int {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte == ASCII.quote, hasThreeQuotes(at: end, in: bytes) { return end + 3 }
      if byte == ASCII.backslash, hasThreeQuotes(at: end + 1, in: bytes) {
        end += 4
      } else if byte < 0x80 {
        end += 1
      } else if let length = wellFormedLength(at: end, in: bytes) {
        end += length
      } else {
        throw SyntaxError(.illFormedString, at: end)
      }
    }
    throw SyntaxError(.unterminatedString, at: end)
  }

  /// Whether `"""` stands at `index`.
  static func hasThreeQuotes(at index: Int, in bytes: Span<UInt8>) -> Bool {
    index + 2 < bytes.count && bytes[index] == ASCII.quote && bytes[index + 1] == ASCII.quote
      && bytes[index + 2] == ASCII.quote
  }
}
