/// A string as it stands in the bytes of a ``JSONReader``: checked, not yet unescaped.
public struct JSONString: Sendable, Hashable {
  /// The bytes between the quotes.
  public let range: Range<Int>
  /// Whether any of them is an escape; if not, they are the text itself.
  public let hasEscapes: Bool
}

extension JSONReader {
  /// Reads a string.
  public mutating func readString() throws(JSONError) -> JSONString {
    try expect(.string)
    return try scanString()
  }

  /// The text of a string that this reader gave.
  public func text(of string: JSONString) -> String {
    guard string.hasEscapes else {
      return String(decoding: bytes[string.range], as: UTF8.self)
    }
    var text: [UInt8] = []
    append(string, to: &text)
    if limits.allowsLoneSurrogates { replaceSurrogates(in: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds the text of a string that this reader gave, unescaped.
  ///
  /// A lone surrogate, if the limits allow one, becomes the three bytes that UTF-8 would have for it.
  public func append(_ string: JSONString, to text: inout [UInt8]) {
    guard string.hasEscapes else {
      text.append(contentsOf: bytes[string.range])
      return
    }
    var index = string.range.lowerBound
    while index < string.range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        index = appendEscape(at: index, before: string.range.upperBound, to: &text)
      } else {
        text.append(byte)
        index += 1
      }
    }
  }

  /// Whether a string that this reader gave is `text`; one that is written with escapes never is.
  public func matches(_ string: JSONString, _ text: StaticString) -> Bool {
    guard string.range.count == text.utf8CodeUnitCount, !string.hasEscapes else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where bytes[string.range.lowerBound + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// string = quotation-mark *char quotation-mark. RFC 8259 §7 Strings.
  mutating func scanString() throws(JSONError) -> JSONString {
    let quote = index
    var hasEscapes = false
    index += 1
    while true {
      index = firstSpecialByte(from: index)
      guard let byte else { throw error(.unterminatedString, at: quote) }
      switch byte {
      case UInt8(ascii: "\""):
        let string = JSONString(range: quote + 1..<index, hasEscapes: hasEscapes)
        index += 1
        followsValue = true
        return string
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try scanEscape()
      case 0x80...:
        let length = bytes.withUnsafeBufferPointer {
          lengthOfUTF8Scalar(at: index, in: $0, end: range.upperBound)
        }
        guard let length else { throw error(.invalidUTF8) }
        index += length
      default: throw error(.controlCharacter(byte))
      }
    }
  }

  /// The next quote, backslash, control character or byte beyond ASCII: eight at a time while none.
  private func firstSpecialByte(from start: Int) -> Int {
    let end = range.upperBound
    return bytes.withUnsafeBytes { raw in
      let ones: UInt64 = 0x0101_0101_0101_0101
      let highs: UInt64 = 0x8080_8080_8080_8080
      var index = start
      while index + 8 <= end {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let hits = word | (word &- ones &* 0x20) | (quote &- ones) | (backslash &- ones)
        if hits & highs != 0 { break }
        index += 8
      }
      while index < end {
        let byte = raw[index]
        if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x5C { break }
        index += 1
      }
      return index
    }
  }

  /// Passes one escape, or the two that make a surrogate pair.
  private mutating func scanEscape() throws(JSONError) {
    let first = index
    index += 1
    switch byte {
    case nil: throw error(.unterminatedString, at: first)
    case UInt8(ascii: "u")?:
      let unit = try scanHexDigits(ofEscapeAt: first)
      // Where halves are allowed, it does not matter here which of them belong together.
      if limits.allowsLoneSurrogates { return }
      switch unit {
      case 0xD800..<0xDC00:
        let second = index
        guard byte == UInt8(ascii: "\\"), second + 1 < range.upperBound,
          bytes[second + 1] == UInt8(ascii: "u")
        else { throw error(.loneSurrogate, at: first) }
        index += 1
        guard case 0xDC00..<0xE000 = try scanHexDigits(ofEscapeAt: second) else {
          throw error(.loneSurrogate, at: first)
        }
      case 0xDC00..<0xE000: throw error(.loneSurrogate, at: first)
      default: break
      }
    case let byte? where shortEscape(byte) != nil: index += 1
    default: throw error(.invalidEscape, at: first)
    }
  }

  /// %x75 4HEXDIG
  private mutating func scanHexDigits(ofEscapeAt first: Int) throws(JSONError) -> UInt32 {
    index += 1
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = byte.flatMap(hexValue) else { throw error(.invalidEscape, at: first) }
      unit = unit << 4 | digit
      index += 1
    }
    return unit
  }

  /// Adds the character of a checked escape, which a second may complete; returns the index behind
  /// it.
  private func appendEscape(at first: Int, before end: Int, to text: inout [UInt8]) -> Int {
    let byte = bytes[first + 1]
    if let character = shortEscape(byte) {
      text.append(character)
      return first + 2
    }
    let unit = hexUnit(at: first + 2)
    guard unit & 0xFC00 == 0xD800, let low = lowSurrogate(ofEscapeAt: first + 6, before: end)
    else {
      appendUTF8(unit, to: &text)
      return first + 6
    }
    appendUTF8(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF, to: &text)
    return first + 12
  }

  /// What the escape at `first` stands for, if there is one and that is the second half of a pair.
  private func lowSurrogate(ofEscapeAt first: Int, before end: Int) -> UInt32? {
    guard first + 6 <= end, bytes[first] == UInt8(ascii: "\\"),
      bytes[first + 1] == UInt8(ascii: "u")
    else { return nil }
    let unit = hexUnit(at: first + 2)
    return unit & 0xFC00 == 0xDC00 ? unit : nil
  }

  private func hexUnit(at first: Int) -> UInt32 {
    bytes[first..<first + 4].reduce(0) { $0 << 4 | (hexValue($1) ?? 0) }
  }

  /// The character a two-character escape stands for.
  private func shortEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  private func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
