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
  /// The line's object without its `id`.
  let object: JSONValue

  /// The text that a member must be.
  func text(_ name: String) throws(BatchError) -> String {
    guard let text = try optionalText(name) else { throw .missing(name) }
    return text
  }

  /// The text that a member must be if it is there and not null.
  func optionalText(_ name: String) throws(BatchError) -> String? {
    switch object[name] {
    case .string(let text): text
    case .null, nil: nil
    case .boolean, .int, .number, .array, .object: throw .unexpectedKind(name, expected: "a string")
    }
  }

  /// The truth value that a member must be if it is there and not null.
  func optionalBoolean(_ name: String) throws(BatchError) -> Bool? {
    switch object[name] {
    case .boolean(let value): value
    case .null, nil: nil
    case .int, .number, .string, .array, .object:
      throw .unexpectedKind(name, expected: "true or false")
    }
  }

  /// The members of the object that a member must be if it is there and not null.
  func optionalMembers(_ name: String) throws(BatchError) -> [JSONMember] {
    switch object[name] {
    case .object(let members): members
    case .null, nil: []
    case .boolean, .int, .number, .string, .array:
      throw .unexpectedKind(name, expected: "an object")
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

  var message: String {
    switch self {
    case .notJSON(let error): "The line is not a JSON object: \(error)"
    case .noObject: "The line is not a JSON object."
    case .missing(let name): "The member \"\(name)\" is missing."
    case .unexpectedKind(let name, let expected): "The member \"\(name)\" must be \(expected)."
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
  var idText = id
  var isObject = false
  do throws(JSONError) {
    var reader = JSONReader(line, limits: JSONLimits(nestingDepth: 1000))
    isObject = try reader.peekKind() == .object
    try reader.enterObject()
    while let name = try reader.nextMember() {
      if reader.matches(name, "id") {
        idText = Array(line[try reader.skipValue()])
      } else {
        members.append(JSONMember(name: reader.text(of: name), value: try reader.readValue()))
      }
    }
    try reader.finish()
  } catch {
    throw isObject ? .notJSON(error) : .noObject
  }
  id = idText
  return BatchRequest(object: .object(members))
}

/// What some programs put at the start of a text in UTF-8; JSON has no place for it.
private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0D
}
