/// A backslash and what it stands for, in a string in single quotation marks.
///
/// Spec §2.10.4 String Value, *EscapedUnicode* and *EscapedCharacter*.
struct EscapeSequence {
  /// The longest form of a sequence with braces, `\u{00000000}`.
  private static let maximumVariableLength = 12

  /// The character it stands for.
  let scalar: Unicode.Scalar
  /// The offset after its last byte.
  let end: Int

  /// Reads the sequence whose backslash is at `start`.
  init(at start: Int, in bytes: Span<UInt8>) throws(SyntaxError) {
    let kind = start + 1 < bytes.count ? bytes[start + 1] : 0
    guard kind == UInt8(ascii: "u") else {
      guard let scalar = Self.scalar(forEscaped: kind) else {
        let end = offset(after: 2, charactersFrom: start, in: bytes)
        throw SyntaxError(.invalidEscape(SourceRange(start, end)), at: start)
      }
      self.scalar = scalar
      self.end = start + 2
      return
    }
    if start + 2 < bytes.count, bytes[start + 2] == ASCII.leftBrace {
      self = try Self(variableWidthAt: start, in: bytes)
    } else {
      self = try Self(fixedWidthAt: start, in: bytes)
    }
  }

  private init(scalar: Unicode.Scalar, end: Int) {
    self.scalar = scalar
    self.end = end
  }

  /// `\u{` *HexDigit*+ `}`
  private init(variableWidthAt start: Int, in bytes: Span<UInt8>) throws(SyntaxError) {
    let limit = min(start + Self.maximumVariableLength, bytes.count)
    var point: UInt32 = 0
    var index = start + 3
    while index < limit {
      if bytes[index] == ASCII.rightBrace {
        index += 1
        guard index - start >= 5, let scalar = Unicode.Scalar(point) else { break }
        self.init(scalar: scalar, end: index)
        return
      }
      guard let digit = bytes[index].hexadecimalValue else {
        index += wellFormedLength(at: index, in: bytes) ?? 1
        break
      }
      point = point << 4 | digit
      index += 1
    }
    throw SyntaxError(.invalidUnicodeEscape(SourceRange(start, index)), at: start)
  }

  /// `\u` and four hexadecimal digits; two of them for a character that UTF-16 writes as a pair.
  private init(fixedWidthAt start: Int, in bytes: Span<UInt8>) throws(SyntaxError) {
    if let code = Self.codeUnit(at: start + 2, in: bytes) {
      if let scalar = Unicode.Scalar(code) {
        self.init(scalar: scalar, end: start + 6)
        return
      }
      if code < 0xDC00, start + 7 < bytes.count, bytes[start + 6] == ASCII.backslash,
        bytes[start + 7] == UInt8(ascii: "u"),
        let trail = Self.codeUnit(at: start + 8, in: bytes), 0xDC00...0xDFFF ~= trail,
        let scalar = Unicode.Scalar(0x10000 + (code - 0xD800) << 10 + (trail - 0xDC00))
      {
        self.init(scalar: scalar, end: start + 12)
        return
      }
    }
    let end = offset(after: 6, charactersFrom: start, in: bytes)
    throw SyntaxError(.invalidUnicodeEscape(SourceRange(start, end)), at: start)
  }

  private static func codeUnit(at index: Int, in bytes: Span<UInt8>) -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var code: UInt32 = 0
    for offset in 0..<4 {
      guard let digit = bytes[index + offset].hexadecimalValue else { return nil }
      code = code << 4 | digit
    }
    return code
  }

  private static func scalar(forEscaped byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case UInt8(ascii: "\""): "\""
    case UInt8(ascii: "\\"): "\\"
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: nil
    }
  }
}
