/// A JSON value; objects keep the order of their members, numbers whether they are whole.
///
/// RFC 8259 §3 Values.
public enum JSONValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  /// A number written without fraction and exponent that fits 64 bits.
  case int(Int64)
  /// Any other number.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// The last member with a name; nil if there is none or this is not an object.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }
}

/// A name and its value in a JSON object. RFC 8259 §4 Objects.
public struct JSONMember: Sendable, Hashable {
  /// The unescaped name.
  public let name: String
  /// Its value.
  public let value: JSONValue

  /// Makes a member.
  public init(name: String, value: JSONValue) {
    self.name = name
    self.value = value
  }
}
