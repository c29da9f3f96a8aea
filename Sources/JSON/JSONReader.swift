/// A cursor over one JSON text: the caller asks for what it expects, value by value, and no tree is
/// built.
///
/// Strict as RFC 8259 §2 JSON Grammar is; text is checked to be UTF-8. After an error the reader is
/// of no more use.
public struct JSONReader: Sendable {
  let bytes: [UInt8]
  let range: Range<Int>
  let limits: JSONLimits
  let start: JSONPosition
  /// The next unread byte.
  var index: Int
  var depth = 0
  /// Whether the innermost list or object just gave a value, so that a comma must precede the next.
  var followsValue = false

  /// Reads all of `bytes`.
  public init(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) {
    self.init(bytes, in: 0..<bytes.count, limits: limits)
  }

  /// Reads a part of `bytes`, whose first byte is at `start` of the text that errors speak of.
  public init(
    _ bytes: [UInt8], in range: Range<Int>, limits: JSONLimits = JSONLimits(),
    from start: JSONPosition = JSONPosition()
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range outside bytes")
    self.bytes = bytes
    self.range = range
    self.limits = limits
    self.start = start
    index = range.lowerBound
  }

  /// The place of the next unread byte. Costs a walk over everything before it.
  public var position: JSONPosition { position(of: index) }

  /// The kind of the value that comes next, by its first character.
  public mutating func peekKind() throws(JSONError) -> JSONKind {
    skipBlanks()
    switch byte {
    case UInt8(ascii: "\"")?: return .string
    case UInt8(ascii: "{")?: return .object
    case UInt8(ascii: "[")?: return .array
    case UInt8(ascii: "t")?, UInt8(ascii: "f")?: return .boolean
    case UInt8(ascii: "n")?: return .null
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): return .number
    default: throw error(.expected(.value, found: byte))
    }
  }

  /// Takes `null` if it comes next.
  public mutating func takeNull() throws(JSONError) -> Bool {
    skipBlanks()
    guard byte == UInt8(ascii: "n") else { return false }
    try readLiteral("null")
    return true
  }

  /// Reads `true` or `false`.
  public mutating func readBoolean() throws(JSONError) -> Bool {
    try expect(.boolean)
    let isTrue = byte == UInt8(ascii: "t")
    try readLiteral(isTrue ? "true" : "false")
    return isTrue
  }

  /// Passes a `{`; ``nextMember()`` then gives the members.
  public mutating func enterObject() throws(JSONError) {
    try expect(.object)
    try enter()
  }

  /// Reads the name of the next member and its colon; nil after the last, with the `}` passed.
  public mutating func nextMember() throws(JSONError) -> JSONString? {
    skipBlanks()
    if followsValue {
      if takeClosing(UInt8(ascii: "}")) { return nil }
      guard byte == UInt8(ascii: ",") else {
        throw error(.expected(.commaOrClosingBrace, found: byte))
      }
      index += 1
      skipBlanks()
    } else if takeClosing(UInt8(ascii: "}")) {
      return nil
    }
    guard byte == UInt8(ascii: "\"") else { throw error(.expected(.memberName, found: byte)) }
    let name = try scanString()
    skipBlanks()
    guard byte == UInt8(ascii: ":") else { throw error(.expected(.colon, found: byte)) }
    index += 1
    followsValue = false
    return name
  }

  /// Passes a `[`; ``nextElement()`` then says whether a value follows.
  public mutating func enterArray() throws(JSONError) {
    try expect(.array)
    try enter()
  }

  /// Whether the list has another value, which is then next; false after the last, with the `]`
  /// passed.
  public mutating func nextElement() throws(JSONError) -> Bool {
    skipBlanks()
    if followsValue {
      if takeClosing(UInt8(ascii: "]")) { return false }
      guard byte == UInt8(ascii: ",") else {
        throw error(.expected(.commaOrClosingBracket, found: byte))
      }
      index += 1
      followsValue = false
    } else if takeClosing(UInt8(ascii: "]")) {
      return false
    }
    return true
  }

  /// Reads past one value of any kind, checking its grammar; returns the bytes it covers.
  @discardableResult
  public mutating func skipValue() throws(JSONError) -> Range<Int> {
    skipBlanks()
    let first = index
    switch try peekKind() {
    case .null: try readLiteral("null")
    case .boolean: _ = try readBoolean()
    case .number: _ = try scanNumber()
    case .string: _ = try readString()
    case .array:
      try enterArray()
      while try nextElement() { try skipValue() }
    case .object:
      try enterObject()
      while try nextMember() != nil { try skipValue() }
    }
    return first..<index
  }

  /// Checks that nothing but blanks is left.
  public mutating func finish() throws(JSONError) {
    skipBlanks()
    if index < range.upperBound { throw error(.expected(.endOfText, found: byte)) }
  }
}

extension JSONReader {
  /// The next unread byte; nil at the end.
  var byte: UInt8? { index < range.upperBound ? bytes[index] : nil }

  /// RFC 8259 §2 JSON Grammar: `ws`.
  mutating func skipBlanks() {
    while index < range.upperBound {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  func position(of index: Int) -> JSONPosition {
    start.advanced(over: bytes[range.lowerBound..<index])
  }

  /// An error at the next unread byte.
  func error(_ reason: JSONError.Reason) -> JSONError { error(reason, at: index) }

  func error(_ reason: JSONError.Reason, at index: Int) -> JSONError {
    JSONError(reason, at: position(of: index))
  }

  /// Refuses a value of another kind.
  mutating func expect(_ expected: JSONKind) throws(JSONError) {
    let found = try peekKind()
    if found != expected { throw error(.mismatch(expected: expected, found: found)) }
  }

  /// Passes the bracket that opens a list or an object.
  private mutating func enter() throws(JSONError) {
    guard depth < limits.nestingDepth else {
      throw error(.nestedTooDeeply(limit: limits.nestingDepth))
    }
    depth += 1
    index += 1
    followsValue = false
  }

  /// Passes the bracket that closes the innermost list or object, if it comes next.
  private mutating func takeClosing(_ bracket: UInt8) -> Bool {
    guard byte == bracket else { return false }
    depth -= 1
    index += 1
    followsValue = true
    return true
  }

  /// Reads a literal whose first character has been seen.
  mutating func readLiteral(_ literal: StaticString) throws(JSONError) {
    let first = index
    for offset in 0..<literal.utf8CodeUnitCount {
      guard byte == literal.utf8Start[offset] else {
        throw error(.expected(.value, found: bytes[first]), at: first)
      }
      index += 1
    }
    followsValue = true
  }
}
