import JSON

/// The configuration that holds, as a file that would say the same, with a note of where each value
/// comes from that is not the default.
func configurationText(of settings: [EffectiveSetting]) -> [UInt8] {
  let shown = settings.filter { !$0.setting.isHidden || $0.source != .initial }
  let sources = shown.filter { $0.source != .initial }
  var text = Array("{\n".utf8)
  for effective in shown {
    appendMember(effective.setting.name, indent: "  ", to: &text)
    append(effective.value, to: &text)
    text += Array(",\n".utf8)
  }
  text += Array("  \"$sources\": {".utf8)
  for (index, effective) in sources.enumerated() {
    text += Array((index == 0 ? "\n" : ",\n").utf8)
    appendMember(effective.setting.name, indent: "    ", to: &text)
    appendJSONString(effective.source.note, to: &text)
  }
  text += Array((sources.isEmpty ? "}\n}\n" : "\n  }\n}\n").utf8)
  return text
}

private func appendMember(_ name: String, indent: String, to text: inout [UInt8]) {
  text += Array(indent.utf8)
  appendJSONString(name, to: &text)
  text += Array(": ".utf8)
}

private func append(_ value: SettingValue?, to text: inout [UInt8]) {
  switch value {
  case nil: text += Array("null".utf8)
  case .state(let state)?: text += Array("\(state)".utf8)
  case .text(let value)?: appendScalar(value, to: &text)
  case .texts(let values)?:
    text.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { text += Array(", ".utf8) }
      appendJSONString(value, to: &text)
    }
    text.append(UInt8(ascii: "]"))
  }
}

/// A number as it is written, if it is one.
private func appendScalar(_ value: String, to text: inout [UInt8]) {
  if isJSONNumber(value) { text += Array(value.utf8) } else { appendJSONString(value, to: &text) }
}

private func isJSONNumber(_ text: String) -> Bool {
  do {
    switch try parseJSON(text) {
    case .int, .number: return text.utf8.first != UInt8(ascii: " ")
    case .null, .boolean, .string, .array, .object: return false
    }
  } catch {
    return false
  }
}

extension SettingSource {
  /// The place in a few words.
  fileprivate var note: String {
    switch self {
    case .file(let path, _, _): path
    case .initial, .environment, .commandLine: description
    }
  }
}
