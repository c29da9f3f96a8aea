/// The value that a whole JSON text is.
///
/// Strict: RFC 8259 §2 JSON Grammar, UTF-8, one value. Members keep their order and may repeat;
/// whole numbers that 64 bits cannot hold become floats.
public func parseJSON(
  _ bytes: [UInt8], limits: JSONLimits = JSONLimits()
) throws(JSONError) -> JSONValue {
  try parseJSON(bytes, in: 0..<bytes.count, limits: limits)
}

/// The value that a part of a text is; errors count their place from `start`.
public func parseJSON(
  _ bytes: [UInt8], in range: Range<Int>, limits: JSONLimits = JSONLimits(),
  from start: JSONPosition = JSONPosition()
) throws(JSONError) -> JSONValue {
  var reader = JSONReader(bytes, in: range, limits: limits, from: start)
  let value = try reader.readValue()
  try reader.finish()
  return value
}

/// The value that a text is.
public func parseJSON(
  _ text: String, limits: JSONLimits = JSONLimits()
) throws(JSONError) -> JSONValue {
  try parseJSON(Array(text.utf8), limits: limits)
}

extension JSONReader {
  /// Reads one value of any kind into a tree.
  public mutating func readValue() throws(JSONError) -> JSONValue {
    switch try peekKind() {
    case .null:
      try readLiteral("null")
      return .null
    case .boolean: return .boolean(try readBoolean())
    case .number: return try readNumber()
    case .string: return .string(text(of: try scanString()))
    case .array:
      var elements: [JSONValue] = []
      try enterArray()
      while try nextElement() { elements.append(try readValue()) }
      return .array(elements)
    case .object:
      var members: [JSONMember] = []
      try enterObject()
      while let name = try nextMember() {
        members.append(JSONMember(name: text(of: name), value: try readValue()))
      }
      return .object(members)
    }
  }
}
