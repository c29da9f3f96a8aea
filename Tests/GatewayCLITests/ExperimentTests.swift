import Testing

@Suite("--experimental")
struct ExperimentTests {
  private static let directiveSchema =
    "directive @a @deprecated on FIELD type Query { a: Int }"
  private static let fragmentDocument =
    "{ ...F(c: 1) } fragment F($c: Int) on Query { a(b: $c) }"

  @Test(
    "lets a command take what it refuses otherwise",
    arguments: [
      ("directives-on-directives", ["schema", "check", directiveSchema], "B1"),
      ("directives-on-directives", ["schema", "print", directiveSchema], "B1"),
      ("directives-on-directives", ["schema", "diff", directiveSchema, directiveSchema], "B1"),
      ("directives-on-directives", ["format", directiveSchema], "B1"),
      ("fragment-arguments", ["format", fragmentDocument], "B3"),
      (
        "fragment-arguments",
        ["validate", "--schema", "type Query { a(b: Int): Int }", fragmentDocument], "B3"
      ),
      (
        "incremental-delivery",
        ["validate", "--schema", "type Query { a: Int }", "{ ... @defer { a } }"], "B4"
      ),
    ])
  func accepts(name: String, arguments: [String], row: String) throws {
    #expect(try Binary.run(arguments).status == 1)
    let result = try Binary.run(arguments + ["--experimental", name])
    #expect(result.status == 0)
    #expect(result.error == "")
  }

  @Test("may be repeated, and names what there is if it is unknown")
  func names() throws {
    let known = ["--experimental", "on-error", "--experimental", "fragment-arguments"]
    #expect(
      try Binary.run(["format", "fragment F($a: Int) on T { a }"] + known).status == 0)
    let result = try Binary.run(["format", "{ a }", "--experimental", "magic"])
    #expect(result.status == 64)
    #expect(
      result.error.contains(
        "'directives-on-directives', 'fragment-arguments', 'incremental-delivery' or 'on-error'"))
  }

  @Test("holds for a line of a batch that asks for it, and for no other")
  func batch() throws {
    let lines = [
      #"{"id":1,"experimental":["incremental-delivery"],"query":"{ ... @defer { a } }"}"#,
      #"{"id":2,"query":"{ ... @defer { a } }"}"#,
      #"{"id":3,"experimental":[],"query":"{ a }"}"#,
      #"{"id":4,"experimental":["magic"],"query":"{ a }"}"#,
      #"{"id":5,"experimental":"on-error","query":"{ a }"}"#,
      #"{"id":6,"experimental":[1],"query":"{ a }"}"#,
    ]
    #expect(
      try Binary.run(
        ["validate", "--schema", "type Query { a: Int }", "--batch", "-"],
        input: lines.joined(separator: "\n"))
        == Binary.Result(
          status: 1,
          output: #"""
            {"id":1,"errors":[],"schemaErrors":[]}
            {"id":2,"errors":[{"message":"Unknown directive \"@defer\".","locations":[{"line":1,"column":7}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}],"schemaErrors":[]}
            {"id":3,"errors":[],"schemaErrors":[]}
            {"id":4,"errors":[{"message":"The experiment \"magic\" is unknown; there are directives-on-directives, fragment-arguments, incremental-delivery, and on-error."}]}
            {"id":5,"errors":[{"message":"The member \"experimental\" must be a list."}]}
            {"id":6,"errors":[{"message":"The member \"experimental\" must be a list of names."}]}

            """#, error: ""))
  }

  @Test("onError in a line of execute needs the experiment (B2)")
  func onError() throws {
    let line = #""onError":"NULL","schema":"type Query { a: Int! }","data":{},"query":"{ a }"}"#
    let error =
      #""errors":[{"message":"Cannot return null for non-nullable field Query.a.","#
      + #""locations":[{"line":1,"column":3}],"path":["a"]}],"data":"#
    #expect(
      try Binary.run(
        ["execute", "--batch", "-"],
        input: "{\"id\":1,\(line)\n" + "{\"id\":2,\"experimental\":[\"on-error\"],\(line)"
      ).output == "{\"id\":1,\(error)null}\n{\"id\":2,\(error){\"a\":null}}\n")
  }

  @Test("introspection of directives that are deprecated asks for these too (B1)")
  func introspection() throws {
    let result = try Binary.run([
      "schema", "print", "--introspection", "--experimental", "directives-on-directives",
      Self.directiveSchema,
    ])
    #expect(result.output.contains("\"isDeprecated\": true,\n"))
  }
}

@Suite("Half of a surrogate pair in a line of a batch")
struct LoneSurrogateTests {
  @Test("in a document is a syntax error, in data U+FFFD; the line has its id")
  func answers() throws {
    let lines = [
      #"{"id":"\udc00","schema":"type Query { a: String }","data":{},"query":"{ a \ud800 }"}"#,
      #"{"id":2,"schema":"type Query { a: String } # \udfff","data":{},"query":"{ a }"}"#,
      #"{"id":3,"schema":"type Query { a: String }","data":{"a":"x\ud800\ud83d\ude80"},"query":"{ a }"}"#,
      #"{"id":4,"schema":"type Query { a(b: String): String }","data":{},"query":"query($b: String) { a(b: $b) }","variables":{"b":"\ud800"}}"#,
    ]
    #expect(
      try Binary.run(["execute", "--batch", "-"], input: lines.joined(separator: "\n"))
        == Binary.Result(
          status: 1,
          output: #"""
            {"id":"\udc00","errors":[{"message":"Syntax Error: Invalid character: U+D800.","locations":[{"line":1,"column":5}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}}]}
            {"id":2,"errors":[{"message":"Syntax Error: Invalid character: U+DFFF.","locations":[{"line":1,"column":28}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}}]}
            {"id":3,"data":{"a":"x\#u{FFFD}🚀"}}
            {"id":4,"data":{"a":null}}

            """#, error: ""))
  }
}
