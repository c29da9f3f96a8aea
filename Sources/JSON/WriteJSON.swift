/// Adds a value as compact JSON.
public func appendJSON(_ value: JSONValue, to output: inout [UInt8]) {
  JSONLayout(indent: nil).append(value, level: 0, to: &output)
}

/// Adds a value with each member and element on a line of its own, `indent` blanks deeper than what
/// holds it; empty lists and objects stay on one line.
public func appendJSON(_ value: JSONValue, indent: Int, to output: inout [UInt8]) {
  JSONLayout(indent: indent).append(value, level: 0, to: &output)
}

extension JSONValue: CustomStringConvertible {
  /// The compact JSON text.
  public var description: String {
    var output: [UInt8] = []
    appendJSON(self, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}

/// How the parts of a value are set apart.
private struct JSONLayout {
  /// Blanks a level; nil for everything on one line.
  let indent: Int?

  func append(_ value: JSONValue, level: Int, to output: inout [UInt8]) {
    switch value {
    case .null: output.append(contentsOf: "null".utf8)
    case .boolean(let isTrue): output.append(contentsOf: (isTrue ? "true" : "false").utf8)
    case .int(let number): appendJSONNumber(number, to: &output)
    case .number(let number): appendJSONNumber(number, to: &output)
    case .string(let text): appendJSONString(text, to: &output)
    case .array(let elements):
      output.append(UInt8(ascii: "["))
      for (position, element) in elements.enumerated() {
        beginItem(position, level: level + 1, to: &output)
        append(element, level: level + 1, to: &output)
      }
      if !elements.isEmpty { breakLine(level: level, to: &output) }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (position, member) in members.enumerated() {
        beginItem(position, level: level + 1, to: &output)
        appendJSONString(member.name, to: &output)
        output.append(UInt8(ascii: ":"))
        if indent != nil { output.append(UInt8(ascii: " ")) }
        append(member.value, level: level + 1, to: &output)
      }
      if !members.isEmpty { breakLine(level: level, to: &output) }
      output.append(UInt8(ascii: "}"))
    }
  }

  private func beginItem(_ position: Int, level: Int, to output: inout [UInt8]) {
    if position > 0 { output.append(UInt8(ascii: ",")) }
    breakLine(level: level, to: &output)
  }

  private func breakLine(level: Int, to output: inout [UInt8]) {
    guard let indent else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * level))
  }
}
