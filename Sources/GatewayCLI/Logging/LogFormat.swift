import CatalogStore
import JSON
import Logging

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How a line of the log is written.
///
/// Whatever is logged, a line stays one line, and shows no character that a terminal would act on.
enum LogFormat: String, CaseIterable, Sendable {
  /// Time, level and message, then `name=value`.
  case text
  /// A JSON object.
  case json

  /// A line with its end. `instant` is in microseconds since 1970.
  func line(
    _ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata, at instant: Int64
  ) -> [UInt8] {
    let members = metadata.sorted { $0.key < $1.key }
    var line: [UInt8] = []
    switch self {
    case .text:
      line.append(contentsOf: "\(utcText(instant)) \(level.rawValue) ".utf8)
      appendVisible(Array(message.utf8), to: &line)
      for (name, value) in members {
        line.append(UInt8(ascii: " "))
        appendWord(name, to: &line)
        line.append(UInt8(ascii: "="))
        appendText(JSONValue(value), to: &line)
      }
    case .json:
      let own = [
        JSONMember(name: "time", value: .string(utcText(instant))),
        JSONMember(name: "level", value: .string(level.rawValue)),
        JSONMember(name: "message", value: .string(message)),
      ]
      let others = members.map { name, value in
        let isTaken = own.contains { $0.name == name }
        return JSONMember(name: isTaken ? name + "_" : name, value: JSONValue(value))
      }
      var json: [UInt8] = []
      appendJSON(.object(own + others), to: &json)
      appendVisible(json, to: &line)
    }
    line.append(UInt8(ascii: "\n"))
    return line
  }

  private func appendText(_ value: JSONValue, to line: inout [UInt8]) {
    if case .string(let text) = value { return appendWord(text, to: &line) }
    var json: [UInt8] = []
    appendJSON(value, to: &json)
    appendVisible(json, to: &line)
  }

  /// A text without quotes if nobody could take it for anything else.
  private func appendWord(_ text: String, to line: inout [UInt8]) {
    let isPlain = !text.isEmpty && text.utf8.allSatisfy(isPlainInWord)
    if isPlain { return line.append(contentsOf: text.utf8) }
    var json: [UInt8] = []
    appendJSONString(text, to: &json)
    appendVisible(json, to: &line)
  }
}

extension JSONValue {
  /// What is logged, with numbers as numbers.
  fileprivate init(_ value: Logger.MetadataValue) {
    switch value {
    case .string(let text): self = .string(text)
    case .array(let values): self = .array(values.map { JSONValue($0) })
    case .dictionary(let members):
      self = .object(
        members.sorted { $0.key < $1.key }.map { name, value in
          JSONMember(name: name, value: JSONValue(value))
        })
    case .stringConvertible(let value):
      self =
        switch value {
        case let number as any BinaryInteger:
          Int64(exactly: number).map { .int($0) } ?? .string("\(value)")
        case let number as Double where number.isFinite: .number(number)
        case let isTrue as Bool: .boolean(isTrue)
        default: .string("\(value)")
        }
    }
  }
}

private func isPlainInWord(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "_-.:/+,@%".utf8.contains(byte)
  }
}

/// Adds text with every character that cannot be seen escaped as in JSON.
private func appendVisible(_ text: [UInt8], to line: inout [UInt8]) {
  if text.allSatisfy({ 0x20..<0x7F ~= $0 }) { return line.append(contentsOf: text) }
  for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      for unit in UTF16.encode(scalar).map({ [UInt16]($0) }) ?? [] {
        let digits = String(unit, radix: 16)
        line.append(contentsOf: "\\u".utf8)
        line.append(contentsOf: String(repeating: "0", count: 4 - digits.count).utf8)
        line.append(contentsOf: digits.utf8)
      }
    default: line.append(contentsOf: String(scalar).utf8)
    }
  }
}

/// A time in UTC with milliseconds, `2026-02-15T14:03:04.199Z`. RFC 3339 §5.6 Internet Date/Time Format.
private func utcText(_ instant: Int64) -> String {
  var seconds = time_t(instant / 1_000_000)
  var time = tm()
  gmtime_r(&seconds, &time)
  let date =
    "\(Int(time.tm_year) + 1900)-\(digits(Int(time.tm_mon) + 1))-\(digits(Int(time.tm_mday)))"
  let clock = [time.tm_hour, time.tm_min, time.tm_sec].map { digits(Int($0)) }.joined(
    separator: ":")
  return "\(date)T\(clock).\(digits(Int(instant / 1_000 % 1_000), count: 3))Z"
}

private func digits(_ number: Int, count: Int = 2) -> String {
  let text = "\(number)"
  return String(repeating: "0", count: max(0, count - text.count)) + text
}
