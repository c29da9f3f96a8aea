/// What string literals stand for. Spec §2.10.4 String Value.
extension Source {
  /// The text of a range, as it is written.
  func text(_ range: SourceRange) -> String {
    String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  /// The content of a string in single quotation marks, which the lexer has accepted.
  func stringContent(_ range: SourceRange) -> String {
    let span = bytes.span
    var content = ""
    var index = Int(range.start) + 1
    var chunk = index
    while index < Int(range.end) - 1 {
      guard span[index] == ASCII.backslash else {
        index += 1
        continue
      }
      content += String(decoding: bytes[chunk..<index], as: UTF8.self)
      do {
        let escape = try EscapeSequence(at: index, in: span)
        content.unicodeScalars.append(escape.scalar)
        index = escape.end
      } catch {
        preconditionFailure("the lexer accepts no string with an invalid escape sequence")
      }
      chunk = index
    }
    return content + String(decoding: bytes[chunk..<index], as: UTF8.self)
  }

  /// The content of a block string, which the lexer has accepted; *BlockStringValue*.
  func blockStringContent(_ range: SourceRange) -> String {
    let lines = blockStringLines(range)
    let indents = lines.map { line in
      bytes[line].prefix(while: \.isWhiteSpace).count
    }
    let isBlank = zip(lines, indents).map { line, indent in indent == line.count }
    guard let first = isBlank.firstIndex(of: false), let last = isBlank.lastIndex(of: false) else {
      return ""
    }
    let commonIndent =
      lines.indices.dropFirst().filter { !isBlank[$0] }.map { indents[$0] }.min() ?? 0
    var content: [UInt8] = []
    for index in first...last {
      if index > first { content.append(ASCII.lineFeed) }
      let line = lines[index]
      let removed = index == 0 ? 0 : min(commonIndent, line.count)
      appendUnescaped(line.dropFirst(removed), to: &content)
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// The lines between the quotation marks of a block string, without their terminators.
  private func blockStringLines(_ range: SourceRange) -> [Range<Int>] {
    let end = Int(range.end) - 3
    var lines: [Range<Int>] = []
    var start = Int(range.start) + 3
    var index = start
    while index < end {
      guard bytes[index].isLineTerminator else {
        index += 1
        continue
      }
      lines.append(start..<index)
      let isPair =
        bytes[index] == ASCII.carriageReturn && index + 1 < end
        && bytes[index + 1] == ASCII.lineFeed
      index += isPair ? 2 : 1
      start = index
    }
    lines.append(start..<end)
    return lines
  }

  /// Appends a line of a block string with `"""` for each `\"""`.
  private func appendUnescaped(_ line: Range<Int>, to content: inout [UInt8]) {
    for index in line {
      let isEscape =
        bytes[index] == ASCII.backslash && index + 3 < line.upperBound
        && Lexer.hasThreeQuotes(at: index + 1, in: bytes.span)
      if !isEscape { content.append(bytes[index]) }
    }
  }
}
