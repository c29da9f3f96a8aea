import Testing

/// A command, and what it answers: lines, and a status.
private struct Answer: Sendable, CustomTestStringConvertible {
  let arguments: [String]
  let lines: [String]
  let status: Int32

  init(_ arguments: [String], _ lines: [String], status: Int32) {
    self.arguments = arguments
    self.lines = lines
    self.status = status
  }

  var testDescription: String { "\(arguments)" }
}

@Suite("--format json")
struct ReportFormatTests {
  @Test(
    "answers each document by a line with its errors",
    arguments: [
      Answer(
        ["validate", "--schema", "type Query { a: Int }", "{ a }", "{ b }", "{ a }"],
        [
          #"{"errors":[]}"#,
          #"{"errors":[{"message":"Cannot query field \"b\" on type \"Query\". Did you mean \"a\"?","locations":[{"line":1,"column":3}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}"#,
          #"{"errors":[]}"#,
        ], status: 1),
      Answer(["validate", "{ __typename }"], [#"{"errors":[]}"#], status: 0),
      Answer(
        ["schema", "check", "type Query { a: A }", "type Query { a: Int }"],
        [
          #"{"errors":[{"message":"Unknown type \"A\".","locations":[{"line":1,"column":17}]}]}"#,
          #"{"errors":[]}"#,
        ], status: 1),
      Answer(
        ["format", "{a}", "{"],
        [
          #"{"errors":[],"output":"{\n  a\n}"}"#,
          #"{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}}]}"#,
        ], status: 1),
      Answer(
        ["schema", "print", "--sort", "type Query{b:Int a:Int}"],
        [#"{"errors":[],"output":"type Query {\n  a: Int\n  b: Int\n}"}"#], status: 0),
    ])
  private func answers(answer: Answer) throws {
    #expect(
      try Binary.run(answer.arguments + ["--format", "json"])
        == Binary.Result(
          status: answer.status, output: answer.lines.map { $0 + "\n" }.joined(), error: ""))
  }

  @Test("a schema that is not valid is what is wrong with each document")
  func invalidSchema() throws {
    let line =
      #"{"errors":[{"message":"Unknown type \"A\".","locations":[{"line":1,"column":17}]}]}"#
    #expect(
      try Binary.run(
        ["validate", "--format", "json", "--schema", "type Query { a: A }", "{ a }", "{ b }"])
        == Binary.Result(status: 1, output: line + "\n" + line + "\n", error: ""))
  }
}
