import Testing

@Suite("gridql execute")
struct ExecuteTests {
  private static let schema = "type Query { a: Int! b(c: Int): Int }"

  private func execute(_ arguments: [String], data: String = "") throws -> Binary.Result {
    try Binary.run(["execute", "--schema", Self.schema] + arguments, input: data)
  }

  @Test("reads schema, data and document from files, and the data from standard input")
  func files() throws {
    try TemporaryFolder.with { folder in
      let schema = try folder.file("schema.graphql", Self.schema)
      let data = try folder.file("data.json", #"{"a": 1, "b": 2}"#)
      let document = try folder.file("query.graphql", "{ a b }")
      let expected = Binary.Result(
        status: 0, output: "{\n  \"data\": {\n    \"a\": 1,\n    \"b\": 2\n  }\n}\n", error: "")
      #expect(
        try Binary.run(["execute", "--schema", schema, "--data", data, document]) == expected)
      #expect(
        try Binary.run(
          ["execute", "--schema", schema, "--data", "-", document], input: #"{"a":1,"b":2}"#)
          == expected)
    }
  }

  @Test("picks an operation, and takes variables")
  func operation() throws {
    let query = "query A { a } query B($c: Int!) { b(c: $c) }"
    let result = try execute(
      ["--data", "-", "--operation", "B", "--variables", #"{"c": 1}"#, query], data: #"{"b": 2}"#)
    #expect(
      result
        == Binary.Result(status: 0, output: "{\n  \"data\": {\n    \"b\": 2\n  }\n}\n", error: ""))
  }

  @Test("prints the response, and explains its errors beside it; ends with 1")
  func errors() throws {
    let result = try execute(["--data", "-", "{ a }"], data: "{}")
    #expect(result.status == 1)
    #expect(result.output.contains(#""data": null"#))
    #expect(
      result.error == """
        error: Cannot return null for non-nullable field Query.a.
          at a
          --> document:1:3
            { a }
              ^

        """)
  }

  @Test(
    "ends with 1 and shows the line if schema or document are invalid",
    arguments: [
      (
        ["execute", "--schema", "type Query { a: B }", "--data", "-", "{ a }"],
        "error: Unknown type \"B\".\n"
          + "  --> document:1:17\n    type Query { a: B }\n                    ^\n"
      ),
      (
        ["execute", "--schema", schema, "--data", "-", "{ a"],
        "error: Syntax Error: Expected Name, found <EOF>. [GRAPHQL_PARSE_FAILED]\n"
          + "  --> document:1:4\n    { a\n       ^\n"
      ),
      (
        ["execute", "--schema", schema, "--data", "-", "{ d }"],
        "error: Cannot query field \"d\" on type \"Query\". Did you mean \"a\" or \"b\"? "
          + "[GRAPHQL_VALIDATION_FAILED]\n  --> document:1:3\n    { d }\n      ^\n"
      ),
    ])
  func invalid(arguments: [String], error: String) throws {
    let result = try Binary.run(arguments, input: "{}")
    #expect(result.status == 1)
    #expect(result.error == error)
  }

  @Test(
    "ends with 2 if the data cannot be read, and with 64 on wrong usage",
    arguments: [
      (["--data", "/none", "{ a }"], 2), (["--data", "-", "{ a }"], 2),
      (["--data", "-", "--variables", "[1]", "{ a }"], 64),
      (["--data", "-", "--variables", "{", "{ a }"], 64),
      (["--data", "-", "--on-error", "null", "{ a }"], 64),
      (["--data", "-", "--experimental", "on-error", "--on-error", "ignore", "{ a }"], 64),
      (["--data", "-", "--experimental", "magic", "{ a }"], 64), (["{ a }"], 64),
    ] as [([String], Int32)])
  func failure(arguments: [String], status: Int32) throws {
    let result = try execute(arguments, data: #"{"a": "#)
    #expect(result.status == status)
    #expect(result.output == "")
    #expect(result.error != "")
  }

  @Test(
    "--on-error says what an error does to the rest (B2)",
    arguments: [
      ("propagate", #""data": null"#), ("null", "\"a\": null,\n    \"b\": 2"),
      ("halt", #""data": null"#),
    ])
  func onError(behavior: String, output: String) throws {
    let result = try execute(
      ["--data", "-", "--experimental", "on-error", "--on-error", behavior, "{ a b }"],
      data: #"{"b": 2}"#)
    #expect(result.status == 1)
    #expect(result.output.contains(output))
  }

  @Test("answers each line of a batch, those that are wrong with what is wrong")
  func batch() throws {
    let lines = [
      #"{"id":1,"data":{"a":1},"query":"{ a }"}"#,
      #"{"id":2,"data":{"b":2},"query":"query($c: Int) { b(c: $c) }","variables":{"c":"?"}}"#,
      #"{"id":3,"data":{},"query":"query A { b } query B { c: b }","operationName":"B"}"#,
      #"{"id":4,"query":"{ b }"}"#,
      #"{"id":5,"data":[],"query":7}"#,
      #"{"id":6,"data":{},"query":"{ b }","variables":[]}"#,
      #"nonsense"#,
      #"{"id":7,"schema":"type Query","data":{},"query":"{ b }"}"#,
    ]
    let result = try Binary.run(
      ["execute", "--schema", Self.schema, "--batch", "-"],
      input: lines.map { $0 + "\n" }.joined())
    #expect(result.status == 1)
    #expect(result.error == "")
    #expect(
      result.output == #"""
        {"id":1,"data":{"a":1}}
        {"id":2,"errors":[{"message":"Variable \"$c\" has invalid value: Int cannot represent non-integer value: \"?\"","locations":[{"line":1,"column":7}],"extensions":{"code":"BAD_USER_INPUT"}}]}
        {"id":3,"data":{"c":null}}
        {"id":4,"data":{"b":null}}
        {"id":5,"errors":[{"message":"The member \"query\" must be a string."}]}
        {"id":6,"errors":[{"message":"The member \"variables\" must be an object."}]}
        {"id":null,"errors":[{"message":"The line is not a JSON object."}]}
        {"id":7,"errors":[{"message":"Type Query must define one or more fields.","locations":[{"line":1,"column":1}]}]}

        """#)
  }
}
