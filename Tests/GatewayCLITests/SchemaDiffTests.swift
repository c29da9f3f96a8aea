import Testing

@Suite("gridql schema diff")
struct SchemaDiffTests {
  private static let old = "type Query { a: Int b(c: Int): E } enum E { X }"
  private static let new = "type Query { a: String b(c: Int): E } enum E { X Y }"

  @Test("prints breaking changes, then dangerous ones, and nothing if there are none")
  func changes() throws {
    #expect(
      try Binary.run(["schema", "diff", Self.old, Self.new])
        == Binary.Result(
          status: 0,
          output: """
            breaking   Field Query.a changed type from Int to String.
            dangerous  Enum value E.Y was added.

            """, error: ""))
    #expect(
      try Binary.run(["schema", "diff", Self.old, Self.old])
        == Binary.Result(status: 0, output: "", error: ""))
  }

  @Test("reads files and standard input; as json, prints one object")
  func files() throws {
    try TemporaryFolder.with { folder in
      let old = try folder.file("old.graphql", Self.old)
      #expect(
        try Binary.run(["schema", "diff", old, "-", "--format", "json"], input: Self.new)
          == Binary.Result(
            status: 0,
            output: #"{"breaking":[{"type":"FIELD_CHANGED_KIND","#
              + #""description":"Field Query.a changed type from Int to String."}],"#
              + #""dangerous":[{"type":"VALUE_ADDED_TO_ENUM","#
              + #""description":"Enum value E.Y was added."}]}"# + "\n",
            error: ""))
    }
  }

  @Test("--exit-code ends with 1 only on breaking changes")
  func exitCode() throws {
    let arguments = ["schema", "diff", "--exit-code"]
    #expect(try Binary.run(arguments + [Self.old, Self.new]).status == 1)
    #expect(try Binary.run(arguments + [Self.old, Self.old]).status == 0)
    let dangerous = Self.old.replacing("X }", with: "X Y }")
    #expect(try Binary.run(arguments + [Self.old, dangerous]).status == 0)
  }

  @Test("ends with 1 and shows the line of what is wrong with either schema")
  func invalid() throws {
    #expect(
      try Binary.run(["schema", "diff", "type Query { a: Nope }", "type Query {"])
        == Binary.Result(
          status: 1, output: "",
          error: """
            error: Unknown type "Nope".
              --> document:1:17
                type Query { a: Nope }
                                ^
            error: Syntax Error: Expected Name, found <EOF>. [GRAPHQL_PARSE_FAILED]
              --> document:1:13
                type Query {
                            ^

            """))
    #expect(
      try Binary.run(["schema", "diff", Self.old, "type Query", "--format", "json"])
        == Binary.Result(
          status: 1,
          output: #"""
            {"errors":[]}
            {"errors":[{"message":"Type Query must define one or more fields.","locations":[{"line":1,"column":1}]}]}

            """#, error: ""))
  }

  @Test(
    "ends with 64 on wrong usage, and with 2 if there is no file to read",
    arguments: [
      (["schema", "diff"], 64), (["schema", "diff", old], 64),
      (["schema", "diff", old, new, "--batch", "-"], 64),
      (["schema", "diff", old, new, "--format", "table"], 64),
      (["schema", "diff", "/", new], 2), (["schema", "diff", "--batch", "/none/batch"], 2),
    ] as [([String], Int32)])
  func failure(arguments: [String], status: Int32) throws {
    let result = try Binary.run(arguments)
    #expect(result.status == status)
    #expect(result.output == "")
  }

  @Test("answers each line of a batch, those that are wrong with what is wrong")
  func batch() throws {
    let lines = [
      #"{"id":1,"old":"type Query { a: Int }","new":"type Query { a: Int }"}"#,
      #"{"id":2,"old":"type Query { a: Int }","new":"type Query { a: "}"#,
      #"{"id":3,"old":"type Query { a: Int }"}"#,
      #"{"id":4,"old":1,"new":"type Query { a: Int }"}"#,
    ]
    #expect(
      try Binary.run(["schema", "diff", "--batch", "-"], input: lines.joined(separator: "\n"))
        == Binary.Result(
          status: 1,
          output: #"""
            {"id":1,"breaking":[],"dangerous":[]}
            {"id":2,"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":17}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}}]}
            {"id":3,"errors":[{"message":"The member \"new\" is missing."}]}
            {"id":4,"errors":[{"message":"The member \"old\" must be a string."}]}

            """#, error: ""))
  }
}
