/// Tells which bytes of a JSON text belong to strings, however the text is cut in chunks.
/// RFC 8259 §7 Strings.
public struct StringFollower: Sendable {
  @usableFromInline
  enum State: Sendable {
    case outside
    case inside
    /// Behind a backslash.
    case escaped
  }

  @usableFromInline
  var state = State.outside

  /// Starts outside of strings.
  public init() {}

  /// Whether a string has begun that has not ended.
  @inlinable
  public var isInside: Bool { state != .outside }

  /// Takes the next byte; whether it belongs to a string, quotes included.
  @inlinable
  public mutating func follow(_ byte: UInt8) -> Bool {
    switch state {
    case .outside:
      if byte != UInt8(ascii: "\"") { return false }
      state = .inside
    case .inside:
      if byte == UInt8(ascii: "\"") {
        state = .outside
      } else if byte == UInt8(ascii: "\\") {
        state = .escaped
      }
    case .escaped: state = .inside
    }
    return true
  }
}
