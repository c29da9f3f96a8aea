import Testing

/// Lines that a command is given, and those that it answers.
private struct Batch: Sendable, CustomTestStringConvertible {
  let arguments: [String]
  let input: [String]
  let output: [String]
  let status: Int32

  init(_ arguments: [String], _ input: [String], gives output: [String], status: Int32) {
    self.arguments = arguments
    self.input = input
    self.output = output
    self.status = status
  }

  var testDescription: String { "\(arguments) \(input)" }
}

@Suite("--batch")
struct BatchTests {
  @Test(
    "answers each line with its id, in order",
    arguments: [
      Batch(
        ["validate"],
        [
          #"{"id":1,"schema":"type Query { a: Int }","query":"{ a }"}"#,
          #"{"id":2,"schema":"type Query { a: Int }","query":"{ b }"}"#,
          #"{"id":3,"schema":"type Query { a: Int }","query":"{"}"#,
          #"{"id":4,"schema":"type Query { a: A }","query":"{"}"#,
          #"{"id":5,"query":"{ __typename packages { title } }"}"#,
          #"{"id":6,"schema":null,"query":"{ __typename }"}"#,
        ],
        gives: [
          #"{"id":1,"errors":[],"schemaErrors":[]}"#,
          #"{"id":2,"errors":[{"message":"Cannot query field \"b\" on type \"Query\". Did you mean \"a\"?","locations":[{"line":1,"column":3}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}],"schemaErrors":[]}"#,
          #"{"id":3,"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}}],"schemaErrors":[]}"#,
          #"{"id":4,"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}}],"schemaErrors":[{"message":"Unknown type \"A\".","locations":[{"line":1,"column":17}]}]}"#,
          #"{"id":5,"errors":[],"schemaErrors":[]}"#,
          #"{"id":6,"errors":[],"schemaErrors":[]}"#,
        ], status: 1),
      Batch(
        ["validate", "--schema", "type Query { a: Int }"], [#"{"id":"x","query":"{ a }"}"#],
        gives: [#"{"id":"x","errors":[],"schemaErrors":[]}"#], status: 0),
      Batch(
        ["schema", "check"],
        [
          #"{"id":[1],"schema":"type Query { a: Int }"}"#,
          #"{"id":{"a":null},"schema":"type Query { a: A }"}"#,
        ],
        gives: [
          #"{"id":[1],"errors":[]}"#,
          #"{"id":{"a":null},"errors":[{"message":"Unknown type \"A\".","locations":[{"line":1,"column":17}]}]}"#,
        ], status: 1),
      Batch(
        ["format"],
        [
          #"{"id":1,"document":"{a,b}"}"#,
          #"{"id":2,"document":"type   A{b:Int}"}"#,
          #"{"id":3,"document":"{"}"#,
        ],
        gives: [
          #"{"id":1,"output":"{\n  a\n  b\n}"}"#,
          #"{"id":2,"output":"type A {\n  b: Int\n}"}"#,
          #"{"id":3,"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}}]}"#,
        ], status: 1),
      Batch(
        ["schema", "print"],
        [
          #"{"id":1,"schema":"type Query{b:Int a:Int}"}"#,
          #"{"id":2,"schema":"type Query{b:Int a:Int}","sort":true}"#,
          #"{"id":3,"schema":"type Query{b:Int a:Int}","sort":1}"#,
          #"{"id":4,"schema":"{"}"#,
        ],
        gives: [
          #"{"id":1,"output":"type Query {\n  b: Int\n  a: Int\n}"}"#,
          #"{"id":2,"output":"type Query {\n  a: Int\n  b: Int\n}"}"#,
          #"{"id":3,"errors":[{"message":"The member \"sort\" must be true or false."}]}"#,
          #"{"id":4,"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}}]}"#,
        ], status: 1),
      Batch(
        ["schema", "print", "--sort"], [#"{"schema":"type Query{b:Int a:Int}"}"#],
        gives: [#"{"id":null,"output":"type Query {\n  a: Int\n  b: Int\n}"}"#], status: 0),
      Batch(
        ["schema", "diff"],
        [#"{"id":1,"old":"type Query { a: Int b: Int }","new":"type Query { a: Int }"}"#],
        gives: [
          #"{"id":1,"breaking":[{"type":"FIELD_REMOVED","description":"Field Query.b was removed."}],"dangerous":[]}"#
        ], status: 0),
      Batch(
        ["execute"],
        [#"{"id":1,"schema":"type Query { a: Int }","data":{"a":1},"query":"{ a }"}"#],
        gives: [#"{"id":1,"data":{"a":1}}"#], status: 0),
    ])
  private func answers(batch: Batch) throws {
    let result = try Binary.run(
      batch.arguments + ["--batch", "-"],
      input: batch.input.map { $0 + "\n" }.joined())
    #expect(
      result
        == Binary.Result(
          status: batch.status, output: batch.output.map { $0 + "\n" }.joined(), error: ""))
  }

  @Test("goes on after lines that cannot be answered, and skips those that are blank")
  func brokenLines() throws {
    let input = """

      [1]\r
        \t
      {"id":2}
      {"id":3,"document":4}
      {"id":4,"document":"{ a }"
      {"id":5,"document":"{ a }"}
      """
    let result = try Binary.run(["format", "--batch", "-"], input: input)
    #expect(result.status == 1)
    #expect(result.error == "")
    let lines = result.output.split(separator: "\n")
    try #require(lines.count == 5)
    #expect(lines[0] == #"{"id":null,"errors":[{"message":"The line is not a JSON object."}]}"#)
    #expect(
      lines[1] == #"{"id":2,"errors":[{"message":"The member \"document\" is missing."}]}"#)
    #expect(
      lines[2] == #"{"id":3,"errors":[{"message":"The member \"document\" must be a string."}]}"#)
    #expect(
      lines[3].hasPrefix(#"{"id":null,"errors":[{"message":"The line is not a JSON object: "#))
    #expect(lines[4] == #"{"id":5,"output":"{\n  a\n}"}"#)
  }

  @Test("reads a file, and ends with 2 if there is none")
  func files() throws {
    try TemporaryFolder.with { folder in
      let file = try folder.file("batch.ndjson", #"{"id":1,"schema":"type Query { a: Int }"}"#)
      #expect(
        try Binary.run(["schema", "check", "--batch", file])
          == Binary.Result(status: 0, output: #"{"id":1,"errors":[]}"# + "\n", error: ""))
      #expect(try Binary.run(["schema", "check", "--batch", file + "x"]).status == 2)
    }
  }

  @Test("takes no offence at a byte order mark, but only at the start")
  func byteOrderMark() throws {
    let result = try Binary.run(
      ["format", "--batch", "-"],
      input: "\u{FEFF}\n" + #"{"id":1,"document":"{ a }"}"# + "\n\u{FEFF}{}")
    #expect(
      result
        == Binary.Result(
          status: 1,
          output: #"""
            {"id":1,"output":"{\n  a\n}"}
            {"id":null,"errors":[{"message":"The line is not a JSON object."}]}

            """#, error: ""))
  }

  @Test("schema print --introspection answers with the response")
  func introspection() throws {
    let result = try Binary.run(
      ["schema", "print", "--introspection", "--batch", "-"],
      input: #"{"id":1,"schema":"type Query { a: Int }"}"#)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix(#"{"id":1,"output":{"data":{"__schema":{"#))
  }
}
