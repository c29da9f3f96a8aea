import GraphQLExecution
import GraphQLLanguage
import JSON

/// Answers the JSON objects of a file, or of standard input for `-`, each on a line of its own.
///
/// The answers have the lines' `id`s and come in their order; blank lines are skipped. A line that
/// cannot be answered is answered with an error, and the rest goes on. Throws `FoundErrors` at the
/// end if an answer has errors.
func runBatch(
  _ path: String, answer: (BatchRequest) throws(BatchError) -> BatchAnswer
) throws {
  let input = try InputFile(path: path)
  let output = OutputBuffer()
  var hasErrors = false
  var isFirstLine = true
  func answerLine(_ line: ArraySlice<UInt8>) throws {
    var line = line
    if isFirstLine, line.starts(with: byteOrderMark) { line.removeFirst(byteOrderMark.count) }
    isFirstLine = false
    guard line.contains(where: { !isBlank($0) }) else { return }
    let (text, failed) = answerText(to: Array(line), answer)
    hasErrors = hasErrors || failed
    try output.append(text)
  }
  var pending: [UInt8] = []
  while let chunk = try input.read() {
    var start = 0
    var searched = pending.count
    pending += chunk
    while let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) {
      try answerLine(pending[start..<end])
      start = end + 1
      searched = start
    }
    pending.removeSubrange(0..<start)
    // Whoever waits for these answers before asking on gets them now.
    try output.flush()
  }
  try answerLine(pending[...])
  try output.flush()
  if hasErrors { throw FoundErrors() }
}

/// One line of a batch.
struct BatchRequest {
  /// The line's object without its `id` and the `texts`.
  fileprivate(set) var object: JSONValue
  /// The bytes of the members that are strings. What is no Unicode text is in them as it came, so
  /// that the parser can say where it stands.
  fileprivate(set) var texts: [String: [UInt8]]

  /// The value of a member; nil without one.
  subscript(name: String) -> JSONValue? {
    texts[name].map { .string(String(decoding: $0, as: UTF8.self)) } ?? object[name]
  }

  /// The document that a member must be.
  func source(_ name: String) throws(BatchError) -> Source {
    guard let source = try optionalSource(name) else { throw .missing(name) }
    return source
  }

  /// The document that a member must be if it is there and not null.
  func optionalSource(_ name: String) throws(BatchError) -> Source? {
    if let text = texts[name] { return Source(text) }
    switch object[name] {
    case .null, nil: return nil
    case .boolean, .int, .number, .string, .array, .object:
      throw .unexpectedKind(name, expected: "a string")
    }
  }

  /// The text that a member must be if it is there and not null.
  func optionalText(_ name: String) throws(BatchError) -> String? {
    try optionalSource(name).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// The truth value that a member must be if it is there and not null.
  func optionalBoolean(_ name: String) throws(BatchError) -> Bool? {
    switch self[name] {
    case .boolean(let value): value
    case .null, nil: nil
    case .int, .number, .string, .array, .object:
      throw .unexpectedKind(name, expected: "true or false")
    }
  }

  /// The members of the object that a member must be if it is there and not null.
  func optionalMembers(_ name: String) throws(BatchError) -> [JSONMember] {
    switch self[name] {
    case .object(let members): members
    case .null, nil: []
    case .boolean, .int, .number, .string, .array:
      throw .unexpectedKind(name, expected: "an object")
    }
  }

  /// The elements of the list that a member must be if it is there and not null.
  func optionalElements(_ name: String) throws(BatchError) -> [JSONValue]? {
    switch self[name] {
    case .array(let elements): elements
    case .null, nil: nil
    case .boolean, .int, .number, .string, .object: throw .unexpectedKind(name, expected: "a list")
    }
  }
}

/// What a line of a batch is answered with.
struct BatchAnswer {
  /// The members of the answer after its `id`, comma-separated, without braces.
  let members: [UInt8]
  let hasErrors: Bool

  /// Makes an answer of its members.
  init(members: [UInt8], hasErrors: Bool) {
    self.members = members
    self.hasErrors = hasErrors
  }

  /// Makes an answer of what a document becomes.
  init(output: ToolOutput) {
    self.init(members: Array("\"output\":".utf8) + output.json, hasErrors: false)
  }

  /// Makes an answer that has nothing but errors, or that there are none.
  init(errors: [GraphQLError]) {
    var members = Array("\"errors\":".utf8)
    appendErrors(errors, to: &members)
    self.init(members: members, hasErrors: !errors.isEmpty)
  }
}

/// Why a line of a batch cannot be answered.
enum BatchError: Error, Equatable {
  case notJSON(JSONError)
  case noObject
  case missing(String)
  case unexpectedKind(String, expected: String)
  case unexpectedValue(String, String, expected: String)
  case unknownExperiment(String)

  var message: String {
    switch self {
    case .notJSON(let error): "The line is not a JSON object: \(error)"
    case .noObject: "The line is not a JSON object."
    case .missing(let name): "The member \"\(name)\" is missing."
    case .unexpectedKind(let name, let expected): "The member \"\(name)\" must be \(expected)."
    case .unexpectedValue(let name, let value, let expected):
      "The member \"\(name)\" must be \(expected), not \"\(value)\"."
    case .unknownExperiment(let name):
      "The experiment \"\(name)\" is unknown; there are \(Experiment.names)."
    }
  }
}

/// The answer to one line, with its newline, and whether it has errors.
private func answerText(
  to line: [UInt8], _ answer: (BatchRequest) throws(BatchError) -> BatchAnswer
) -> (text: [UInt8], hasErrors: Bool) {
  var id = Array("null".utf8)
  var result: BatchAnswer
  do throws(BatchError) {
    let request = try readRequest(line, id: &id)
    result = try answer(request)
  } catch {
    result = BatchAnswer(errors: [GraphQLError(error.message)])
  }
  var text = Array("{\"id\":".utf8) + id
  text.append(UInt8(ascii: ","))
  text += result.members
  text += Array("}\n".utf8)
  return (text, result.hasErrors)
}

/// Reads a line; `id` becomes the text of the member of that name, as it is written.
private func readRequest(_ line: [UInt8], id: inout [UInt8]) throws(BatchError) -> BatchRequest {
  var members: [JSONMember] = []
  var texts: [String: [UInt8]] = [:]
  var idText = id
  var isObject = false
  do throws(JSONError) {
    var reader = JSONReader(line, limits: .ofTools)
    isObject = try reader.peekKind() == .object
    try reader.enterObject()
    while let name = try reader.nextMember() {
      if reader.matches(name, "id") {
        idText = Array(line[try reader.skipValue()])
      } else if try reader.peekKind() == .string {
        var text: [UInt8] = []
        reader.append(try reader.readString(), to: &text)
        texts[reader.text(of: name)] = text
      } else {
        members.append(JSONMember(name: reader.text(of: name), value: try reader.readValue()))
      }
    }
    try reader.finish()
  } catch {
    throw isObject ? .notJSON(error) : .noObject
  }
  id = idText
  return BatchRequest(object: .object(members), texts: texts)
}

extension JSONLimits {
  /// What the tool commands read: deep data, and texts that are JSON but no Unicode.
  static var ofTools: Self { Self(nestingDepth: 1000, allowsLoneSurrogates: true) }
}

/// What some programs put at the start of a text in UTF-8; JSON has no place for it.
private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0D
}
