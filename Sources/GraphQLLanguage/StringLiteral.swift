/// A text as a string literal in single quotation marks. Spec §2.10.4 String Value.
///
/// Control characters are escaped, other characters are written as they are.
public func printString(_ text: String) -> String {
  var literal: [UInt8] = [ASCII.quote]
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": literal += [ASCII.backslash, ASCII.quote]
    case "\\": literal += [ASCII.backslash, ASCII.backslash]
    case "\u{8}": literal += #"\b"#.utf8
    case "\t": literal += #"\t"#.utf8
    case "\n": literal += #"\n"#.utf8
    case "\u{C}": literal += #"\f"#.utf8
    case "\r": literal += #"\r"#.utf8
    case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}":
      let digits = String(scalar.value, radix: 16, uppercase: true)
      literal += (digits.count == 1 ? #"\u000"# : #"\u00"#).utf8
      literal += digits.utf8
    default: literal += UTF8.encode(scalar).map { Array($0) } ?? []
    }
  }
  literal.append(ASCII.quote)
  return String(decoding: literal, as: UTF8.self)
}

/// A text as a block string, on lines of its own where that is easier to read.
///
/// Parsing the literal gives back the text if `isPrintableAsBlockString` holds for it. With
/// `minimized`, no line is added but those without which the content would change.
/// Spec §2.10.4 String Value.
public func printBlockString(_ text: String, minimized: Bool = false) -> String {
  let content = Array(text.utf8)
  let escaped = escapingThreeQuotes(content)
  let lines = escaped.split(
    omittingEmptySubsequences: false, whereSeparator: \.isLineTerminator)
  let isSingleLine = lines.count == 1
  let startsWithWhiteSpace = content.first?.isWhiteSpace ?? false
  let endsWithThreeQuotes = escaped.hasSuffix(#"\""""#)

  // A first line of its own keeps an indentation that all other lines share.
  let needsLeadingLine =
    !isSingleLine && lines.dropFirst().allSatisfy { $0.first?.isWhiteSpace ?? true }
  // A quotation mark or a backslash would run into the closing marks.
  let needsTrailingLine =
    (content.last == ASCII.quote && !endsWithThreeQuotes) || content.last == ASCII.backslash
  let isSpread =
    !minimized
    && (!isSingleLine || text.utf16.count > 70 || needsTrailingLine || needsLeadingLine
      || endsWithThreeQuotes)
  let hasLeadingLine = needsLeadingLine || (isSpread && !(isSingleLine && startsWithWhiteSpace))
  let hasTrailingLine = needsTrailingLine || isSpread

  return #"""""# + (hasLeadingLine ? "\n" : "") + String(decoding: escaped, as: UTF8.self)
    + (hasTrailingLine ? "\n" : "") + #"""""#
}

/// Whether a text is the content of the block string that `printBlockString` makes of it.
///
/// It is not if a line terminator is a carriage return, if blank lines come first or last, if all
/// lines are indented, or if there are control characters, which a block string cannot escape.
public func isPrintableAsBlockString(_ text: String) -> Bool {
  var isBlankLine = true
  var hasIndent = false
  var isEveryLineIndented = true
  var hasLineBefore = false
  for byte in text.utf8 {
    switch byte {
    case ASCII.lineFeed:
      if isBlankLine, !hasLineBefore { return false }
      hasLineBefore = true
      isBlankLine = true
      hasIndent = false
    case ASCII.space, ASCII.tab:
      hasIndent = hasIndent || isBlankLine
    case 0x00...0x0F:
      return false
    default:
      isEveryLineIndented = isEveryLineIndented && hasIndent
      isBlankLine = false
    }
  }
  return text.isEmpty || (!isBlankLine && !(isEveryLineIndented && hasLineBefore))
}

/// A content with `\"""` for each `"""`.
private func escapingThreeQuotes(_ content: [UInt8]) -> [UInt8] {
  var escaped: [UInt8] = []
  escaped.reserveCapacity(content.count)
  var index = 0
  while index < content.count {
    if Lexer.hasThreeQuotes(at: index, in: content.span) {
      escaped += [ASCII.backslash, ASCII.quote, ASCII.quote, ASCII.quote]
      index += 3
    } else {
      escaped.append(content[index])
      index += 1
    }
  }
  return escaped
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: String) -> Bool {
    self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}
