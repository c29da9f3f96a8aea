/// The bytes that mean something to GraphQL's grammar.
enum ASCII {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let exclamationMark: UInt8 = 0x21
  static let quote: UInt8 = 0x22
  static let numberSign: UInt8 = 0x23
  static let dollar: UInt8 = 0x24
  static let ampersand: UInt8 = 0x26
  static let apostrophe: UInt8 = 0x27
  static let leftParenthesis: UInt8 = 0x28
  static let rightParenthesis: UInt8 = 0x29
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let minus: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let zero: UInt8 = 0x30
  static let nine: UInt8 = 0x39
  static let colon: UInt8 = 0x3A
  static let equals: UInt8 = 0x3D
  static let at: UInt8 = 0x40
  static let leftBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let rightBracket: UInt8 = 0x5D
  static let underscore: UInt8 = 0x5F
  static let leftBrace: UInt8 = 0x7B
  static let pipe: UInt8 = 0x7C
  static let rightBrace: UInt8 = 0x7D
}

extension UInt8 {
  /// Spec §2.1.8 Names, *Digit*.
  var isDigit: Bool { self &- ASCII.zero < 10 }

  /// Spec §2.1.8 Names, *NameStart*.
  var isNameStart: Bool { (self | 0x20) &- 0x61 < 26 || self == ASCII.underscore }

  /// Spec §2.1.8 Names, *NameContinue*.
  var isNameContinue: Bool { isNameStart || isDigit }

  /// Space or tab. Spec §2.1.1 White Space.
  var isWhiteSpace: Bool { self == ASCII.space || self == ASCII.tab }

  /// White space, a line terminator or a comma, by one look at a set of bits.
  ///
  /// Spec §2.1.6 Ignored Tokens, but for comments and the byte order mark.
  var isIgnored: Bool {
    let ignored: UInt64 = 1 << 0x20 | 1 << 0x0A | 1 << 0x2C | 1 << 0x0D | 1 << 0x09
    return self < 64 && ignored >> UInt64(self) & 1 == 1
  }

  /// Spec §2.1.2 Line Terminators; CR and LF together are one.
  var isLineTerminator: Bool { self == ASCII.lineFeed || self == ASCII.carriageReturn }

  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt32? {
    if isDigit { return UInt32(self &- ASCII.zero) }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) + 10 : nil
  }
}
