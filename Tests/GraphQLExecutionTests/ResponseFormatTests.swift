import GraphQLExecution
import GraphQLLanguage
import JSON
import TestSupport
import Testing

@Suite("§7.1 Response Format")
struct ResponseFormatTests {
  @Test(
    "a result has data, and errors before it only if there are some (R1, R4)",
    arguments: [
      ("Int", "1", ["data"]), ("Int", "null", ["data"]),
      ("Int", #"{"__error": "E"}"#, ["errors", "data"]), ("Int!", "null", ["errors", "data"]),
    ])
  func entries(type: String, value: String, names: [String]) throws {
    let text = try response(
      "{ a }", schema: "type Query { a: \(type) }", data: "{\"a\": \(value)}")
    guard case .object(let members) = try parseJSON(text) else {
      Issue.record("\(text) is no object")
      return
    }
    #expect(members.map(\.name) == names)
  }

  @Test("an error has its message, and locations, path and code if it has them (R3)")
  func errors() {
    var output: [UInt8] = []
    appendErrors(
      [
        GraphQLError("A \"quoted\"\nmessage"),
        GraphQLError(
          "B",
          locations: [SourceLocation(line: 1, column: 2), SourceLocation(line: 30, column: 4)],
          path: [.name("a"), .index(0), .name("b\\")], code: .badUserInput),
      ], to: &output)
    #expect(
      String(decoding: output, as: UTF8.self) == #"""
        [{"message":"A \"quoted\"\nmessage"},\#
        {"message":"B","locations":[{"line":1,"column":2},{"line":30,"column":4}],\#
        "path":["a",0,"b\\"],"extensions":{"code":"BAD_USER_INPUT"}}]
        """#)
  }

  @Test("texts that JSON must escape, and texts that it need not (R4)")
  func escapes() throws {
    let text = "\"\\\u{0}\u{1F}\u{7F}\u{2028}é مرحبا 👩‍👩‍👧 \u{202E}"
    var data: [UInt8] = []
    appendJSON(.object([JSONMember(name: "a", value: .string(text))]), to: &data)
    let written = try response(
      "{ a }", schema: "type Query { a: String }", data: String(decoding: data, as: UTF8.self))
    #expect(written == "{\"data\":\(String(decoding: data, as: UTF8.self))}")
    #expect(try parseJSON(written)["data"]?["a"] == .string(text))
  }
}

@Suite("Writing in chunks")
struct ChunkTests {
  private struct Full: Error {}

  private func result(rows: Int) throws -> ExecutionResult {
    let service = try PlainService("type Query { all: [A] } type A { x: Int }")
    let all = (0..<rows).map { "{\"x\": \($0)}" }
    let root = try DataObject(
      json: "{\"all\": [\(all.joined(separator: ","))]}", rootType: service.schema.queryType,
      schema: service.schema)
    return executePlan(
      try service.plan("{ all { x } }"),
      in: ExecutionContext(
        variables: .empty, rootSource: DataLayer([root]), environment: ResolverCalls(),
        mask: { FieldError("\($0)") }))
  }

  @Test("gives the same bytes, never much more than a chunk at a time")
  func sameBytes() throws {
    let result = try result(rows: 1_000)
    var whole: [UInt8] = []
    result.writeData(to: &whole)
    var chunks: [[UInt8]] = []
    var rest: [UInt8] = []
    _ = try result.writeData(to: &rest, chunkBytes: 100) { chunks.append($0) }
    #expect(Array(chunks.joined()) + rest == whole)
    #expect(chunks.allSatisfy { $0.count > 100 && $0.count < 120 })
  }

  @Test("stops handing on after the first failure, and throws it")
  func failure() throws {
    let result = try result(rows: 100)
    var calls = 0
    var rest: [UInt8] = []
    #expect(throws: Full.self) {
      _ = try result.writeData(to: &rest, chunkBytes: 10) { _ in
        calls += 1
        throw Full()
      }
    }
    #expect(calls == 1)
  }
}
