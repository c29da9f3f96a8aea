import GraphQLLanguage
import JSON

/// A JSON value for an error's message, in the notation of the reference implementation.
///
/// Shows two levels, ten items of an array, and no more than about a thousand bytes.
public func inspect(_ value: JSONValue) -> String {
  var inspection = Inspection()
  inspection.write(value, depth: 0)
  return inspection.text
}

private struct Inspection {
  static let maximumBytes = 1000
  static let maximumItems = 10
  static let maximumDepth = 2

  var text = ""

  private var isFull: Bool { text.utf8.count > Self.maximumBytes }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: text += "null"
    case .boolean(let boolean): text += boolean ? "true" : "false"
    case .int(let number): text += String(number)
    case .number(let number): text += number.isFinite ? numberText(number) : "\(number)"
    case .string(let string):
      let isLong = string.utf8.count > Self.maximumBytes
      text += printString(isLong ? "\(string.prefix(Self.maximumBytes / 2))…" : string)
    case .array(let items): writeArray(items, depth: depth)
    case .object(let members): writeObject(members, depth: depth)
    }
  }

  private mutating func writeArray(_ items: [JSONValue], depth: Int) {
    guard !items.isEmpty else {
      text += "[]"
      return
    }
    guard depth < Self.maximumDepth else {
      text += "[Array]"
      return
    }
    text += "["
    for (index, item) in items.prefix(Self.maximumItems).enumerated() {
      if index > 0 { text += ", " }
      write(item, depth: depth + 1)
    }
    let rest = items.count - Self.maximumItems
    if rest > 0 { text += ", ... \(rest) more item\(rest == 1 ? "" : "s")" }
    text += "]"
  }

  private mutating func writeObject(_ members: [JSONMember], depth: Int) {
    guard !members.isEmpty else {
      text += "{}"
      return
    }
    guard depth < Self.maximumDepth else {
      text += "[Object]"
      return
    }
    text += "{ "
    for (index, member) in members.enumerated() {
      if index > 0 { text += ", " }
      if isFull {
        text += "…"
        break
      }
      text += "\(member.name): "
      write(member.value, depth: depth + 1)
    }
    text += " }"
  }
}
