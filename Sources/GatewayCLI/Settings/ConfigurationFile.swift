import Configuration
import GraphQLLanguage
import JSON

/// A configuration file: one JSON object, whose keys are the options of `gridql serve` without their
/// dashes.
///
/// A value is a text, a number, `true` or `false`, a list for what can be said more than once, or `null`
/// for what is not set. Keys that begin with `$` are notes.
struct ConfigurationFile {
  struct Entry: Equatable {
    let value: SettingValue
    let line: Int
  }

  let path: String
  private(set) var entries: [String: Entry] = [:]

  /// Reads a file. Throws a `FileError`, or a `ConfigurationError` that names all unknown keys.
  init(path: String, settings: [Setting]) throws {
    try self.init(path: path, text: InputFile(path: path).readAll(), settings: settings)
  }

  /// Reads the text of a file.
  init(path: String, text: [UInt8], settings: [Setting]) throws(ConfigurationError) {
    self.path = path
    var problems: [ConfigurationError.Problem] = []
    do throws(JSONError) {
      try read(text, settings: settings, problems: &problems)
    } catch {
      throw ConfigurationError(.file(path: path, key: nil, line: 0), .malformed(error))
    }
    if !problems.isEmpty { throw ConfigurationError(problems) }
  }

  private mutating func read(
    _ text: [UInt8], settings: [Setting], problems: inout [ConfigurationError.Problem]
  ) throws(JSONError) {
    var reader = JSONReader(text)
    var seen: Set<String> = []
    try reader.enterObject()
    while let member = try reader.nextMember() {
      let name = reader.text(of: member)
      let line = reader.position.line
      let setting = settings.first { $0.name == name }
      let value = try SettingValue.Text(&reader, in: text)
      if name.hasPrefix("$") { continue }
      do throws(Refusal) {
        guard let setting else { throw Refusal(.unknown(nearest: nearest(name, in: settings))) }
        guard seen.insert(name).inserted else { throw Refusal(.repeated) }
        let set = try value.value(for: setting)
        entries[name] = set.map { Entry(value: $0, line: line) }
      } catch {
        problems.append(
          .init(source: .file(path: path, key: name, line: line), reason: error.reason))
      }
    }
    try reader.finish()
  }

  private func nearest(_ name: String, in settings: [Setting]) -> String? {
    suggestionList(name, settings.filter { !$0.isHidden }.map(\.name)).first.map { "\"\($0)\"" }
  }

  /// The same for a `ConfigReader`.
  var provider: InMemoryProvider {
    var values: [AbsoluteConfigKey: ConfigValue] = [:]
    for (name, entry) in entries {
      let content: ConfigContent =
        switch entry.value {
        case .text(let text): .string(text)
        case .texts(let texts): .stringArray(texts)
        case .state(let state): .string("\(state)")
        }
      values[AbsoluteConfigKey([name])] = ConfigValue(content, isSecret: false)
    }
    return InMemoryProvider(name: path, values: values)
  }
}

/// Why a value is not taken.
private struct Refusal: Error {
  let reason: ConfigurationError.Problem.Reason

  init(_ reason: ConfigurationError.Problem.Reason) {
    self.reason = reason
  }
}

extension SettingValue {
  /// A value of a file, as far as JSON tells what it is.
  fileprivate enum Text {
    case null
    case boolean(Bool)
    /// A text, or a number as it is written.
    case scalar(String)
    case list([String])
    /// What no setting takes.
    case other(JSONKind)

    init(_ reader: inout JSONReader, in text: [UInt8]) throws(JSONError) {
      switch try reader.peekKind() {
      case .null:
        _ = try reader.takeNull()
        self = .null
      case .boolean: self = .boolean(try reader.readBoolean())
      case .string, .number: self = .scalar(try Self.scalar(&reader, in: text))
      case .array: self = try Self.list(&reader, in: text)
      case .object:
        try reader.skipValue()
        self = .other(.object)
      }
    }

    private static func scalar(
      _ reader: inout JSONReader, in text: [UInt8]
    ) throws(JSONError) -> String {
      if try reader.peekKind() == .string {
        let string = try reader.readString()
        return reader.text(of: string)
      }
      return String(decoding: text[try reader.skipValue()], as: UTF8.self)
    }

    private static func list(
      _ reader: inout JSONReader, in text: [UInt8]
    ) throws(JSONError) -> Text {
      var elements: [String] = []
      var other: JSONKind?
      try reader.enterArray()
      while try reader.nextElement() {
        switch try reader.peekKind() {
        case .string, .number: elements.append(try scalar(&reader, in: text))
        case let kind:
          other = kind
          try reader.skipValue()
        }
      }
      return other.map { .other($0) } ?? .list(elements)
    }

    /// The value for a setting; nil if it is not set.
    func value(for setting: Setting) throws(Refusal) -> SettingValue? {
      switch (self, setting.kind) {
      case (.null, _): return nil
      case (.boolean(let state), .flag): return .state(state)
      case (.scalar(let text), .value): return .text(text)
      case (.scalar(let text), .values): return .texts([text])
      case (.list(let texts), .values): return .texts(texts)
      case (.boolean, .value), (.boolean, .values), (.scalar, .flag), (.list, .value),
        (.list, .flag), (.other, _):
        throw Refusal(.wrongKind(found: found, expected: setting.kind.expectation))
      }
    }

    private var found: String {
      switch self {
      case .null: "null"
      case .boolean(let state): "\(state)"
      case .scalar(let text): "\"\(text)\""
      case .list: "a list"
      case .other(let kind): "an \(kind.rawValue) or a list with one"
      }
    }
  }
}

extension Setting.Kind {
  /// What stands in a file for it.
  var expectation: String {
    switch self {
    case .value: "a text or a number"
    case .values: "a text or a list of texts"
    case .flag: "true or false"
    }
  }
}
