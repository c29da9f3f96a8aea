/// What makes a text no JSON, or not the JSON that was asked for, and where.
public struct JSONError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// Something else had to stand here; `found` is nil at the end of the text.
    case expected(Expectation, found: UInt8?)
    /// A value of another kind was asked for.
    case mismatch(expected: JSONKind, found: JSONKind)
    case leadingZero
    /// A number whose magnitude no 64-bit float can hold.
    case numberOutOfRange
    /// A whole number was asked for, and this one has a fraction, an exponent or too many digits.
    case notAnInteger
    case unterminatedString
    case controlCharacter(UInt8)
    case invalidEscape
    case loneSurrogate
    case invalidUTF8
    case nestedTooDeeply(limit: Int)
    case valueTooLong(limitBytes: Int)
  }

  /// What the grammar allows at a place. RFC 8259 §2 JSON Grammar.
  public enum Expectation: Sendable, Hashable {
    case value
    case memberName
    case colon
    case commaOrClosingBrace
    case commaOrClosingBracket
    case digit
    case endOfText
  }

  /// What is wrong.
  public let reason: Reason
  /// Where it is wrong.
  public let position: JSONPosition

  /// Makes an error.
  public init(_ reason: Reason, at position: JSONPosition) {
    self.reason = reason
    self.position = position
  }
}

/// A place in a JSON text.
public struct JSONPosition: Sendable, Hashable {
  /// Bytes before it.
  public var offset: Int
  /// The line, counted from 1.
  public var line: Int
  /// The byte within the line, counted from 1.
  public var column: Int

  /// Makes a place; without arguments the first of a text.
  public init(offset: Int = 0, line: Int = 1, column: Int = 1) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// The place after `bytes`, which begin here.
  func advanced(over bytes: ArraySlice<UInt8>) -> JSONPosition {
    var position = self
    position.offset += bytes.count
    guard let lastNewline = bytes.lastIndex(of: UInt8(ascii: "\n")) else {
      position.column += bytes.count
      return position
    }
    for byte in bytes where byte == UInt8(ascii: "\n") { position.line += 1 }
    position.column = bytes.endIndex - lastNewline
    return position
  }
}

/// The kinds of JSON values. RFC 8259 §3 Values.
public enum JSONKind: String, Sendable, Hashable, CaseIterable {
  case null
  case boolean
  case number
  case string
  case array
  case object
}

extension JSONError: CustomStringConvertible {
  /// The whole sentence, with the line and the column.
  public var description: String {
    "\(reason) (line \(position.line), column \(position.column))"
  }
}

extension JSONError.Reason: CustomStringConvertible {
  /// The sentence without the place.
  public var description: String {
    switch self {
    case .expected(let expectation, let found):
      "Expected \(expectation), found \(Self.name(of: found))"
    case .mismatch(let expected, let found):
      "Expected \(Self.phrase(for: expected)), found \(Self.phrase(for: found))"
    case .leadingZero: "A number must not begin with a superfluous 0"
    case .numberOutOfRange: "The number is too large"
    case .notAnInteger: "Expected a whole number of at most 64 bits"
    case .unterminatedString: "The string has no closing quote"
    case .controlCharacter(let byte):
      "The character \(Self.name(of: byte)) must be escaped in a string"
    case .invalidEscape: "The string has an invalid escape"
    case .loneSurrogate: "The string has half of a surrogate pair"
    case .invalidUTF8: "The text is not valid UTF-8"
    case .nestedTooDeeply(let limit): "Values are nested more than \(limit) levels deep"
    case .valueTooLong(let limit): "A value is longer than \(limit) bytes"
    }
  }

  private static func name(of byte: UInt8?) -> String {
    switch byte {
    case nil: "the end of the text"
    case let byte? where byte > 0x20 && byte < 0x7F: "\"\(Character(UnicodeScalar(byte)))\""
    case UInt8(ascii: " ")?: "a blank"
    case let byte?: "byte 0x\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
    }
  }

  private static func phrase(for kind: JSONKind) -> String {
    switch kind {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

extension JSONError.Expectation: CustomStringConvertible {
  /// The words that follow "Expected".
  public var description: String {
    switch self {
    case .value: "a value"
    case .memberName: "a member's name in quotes"
    case .colon: "\":\""
    case .commaOrClosingBrace: "\",\" or \"}\""
    case .commaOrClosingBracket: "\",\" or \"]\""
    case .digit: "a digit"
    case .endOfText: "the end of the text"
    }
  }
}
