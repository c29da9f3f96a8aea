import Testing

@Suite("§6.4.3 Value Completion of JSON data (X8)")
struct JSONDataCompletionTests {
  @Test("absent properties, and all properties of what is no object, are null")
  func absentProperties() throws {
    let schema = "type Query { a: T b: T c: T d: String } type T { x: Int }"
    #expect(
      try jsonResponse(
        "{ a { x } b { x } c { x } d }", schema: schema, data: #"{"a": {}, "b": 3, "c": null}"#)
        == #"{"data":{"a":{"x":null},"b":{"x":null},"c":null,"d":null}}"#)
    #expect(try jsonResponse("{ d }", schema: schema, data: "[1]") == #"{"data":{"d":null}}"#)
  }

  @Test("lists nest, and what is none where one is expected fails there")
  func lists() throws {
    #expect(
      try jsonResponse(
        "{ a }", schema: "type Query { a: [[Int]] }", data: #"{"a": [[1, null], 2, null, []]}"#)
          == """
          {"errors":[{"message":"Expected Iterable, but did not find one for field \\"Query.a\\".",\
          "locations":[{"line":1,"column":3}],"path":["a",1]}],\
          "data":{"a":[[1,null],null,null,[]]}}
          """)
  }

  @Test("errors come in the order of the response, and end a list at the first that moves up (X10)")
  func order() throws {
    #expect(
      try jsonResponse(
        "{ a { y x } b }",
        schema: "type Query { a: [T!] b: Int } type T { x: Int! y: Int }",
        data: #"{"b": "?", "a": [{"x": 1, "y": 2}, {"x": null}, {"x": "!"}]}"#)
          == """
          {"errors":[{"message":"Cannot return null for non-nullable field T.x.",\
          "locations":[{"line":1,"column":9}],"path":["a",1,"x"]},\
          {"message":"Int cannot represent non-integer value: \\"?\\"",\
          "locations":[{"line":1,"column":13}],"path":["b"]}],"data":{"a":null,"b":null}}
          """)
  }

  @Test(
    "@skip and @include of a variable that is null: the object whose fields they are on fails",
    arguments: [
      (
        "query($v: Boolean = true) { b a { y ... @include(if: $v) { y } } }", 54, #"["a",0]"#,
        #"{"b":2,"a":null}"#
      ),
      ("query($v: Boolean = true) { b a { y } ...F @skip(if: $v) }", 54, nil, "null"),
      ("mutation($v: Boolean = true) { b @skip(if: $v) }", 44, nil, "null"),
    ] as [(String, Int, String?, String)])
  func nullCondition(query: String, column: Int, path: String?, data: String) throws {
    #expect(
      try jsonResponse(
        query + (query.contains("...F") ? " fragment F on Query { b }" : ""),
        schema: "type Query { a: [T!] b: Int } type T { y: Int } type Mutation { b: Int }",
        data: #"{"a": [{"y": 1}], "b": 2}"#, variables: #"{"v": null}"#) == """
          {"errors":[{"message":"Argument \\"if\\" has invalid value: Expected variable \\"$v\\" \
          provided to non-null type \\"Boolean!\\" not to be null.",\
          "locations":[{"line":1,"column":\(column)}]\(path.map { ",\"path\":\($0)" } ?? ""),\
          "extensions":{"code":"BAD_USER_INPUT"}}],"data":\(data)}
          """)
  }

  private static let animals = """
    type Query { named: [Named] pet: Pet }
    interface Named { name: String }
    type Dog implements Named { name: String barks: Boolean }
    type Fish { tank: Int }
    type Person implements Named { name: String }
    union Pet = Dog | Fish
    """

  @Test("__typename names the object type of an interface and a union (I1)")
  func runtimeTypes() throws {
    #expect(
      try jsonResponse(
        "{ named { __typename name ... on Dog { barks } } pet { ... on Fish { tank } } }",
        schema: Self.animals,
        data: """
          {"named": [{"__typename": "Person", "name": "p"}, null,
            {"__typename": "Dog", "name": "d", "barks": true}],
           "pet": {"__typename": "Fish", "tank": 2}}
          """) == """
          {"data":{"named":[{"__typename":"Person","name":"p"},null,\
          {"__typename":"Dog","name":"d","barks":true}],"pet":{"tank":2}}}
          """)
  }

  @Test(
    "a value without a possible type is an error",
    arguments: [
      (
        #"{"name": "x"}"#,
        #"Abstract type \"Pet\" must resolve to an Object type at runtime for field \"Query.pet\". "#
          + #"Either the \"Pet\" type should provide a \"resolveType\" function or each possible "#
          + #"type should provide an \"isTypeOf\" function."#
      ),
      (
        #"{"__typename": 1}"#,
        #"Abstract type \"Pet\" must resolve to an Object type at runtime for field \"Query.pet\". "#
          + #"Either the \"Pet\" type should provide a \"resolveType\" function or each possible "#
          + #"type should provide an \"isTypeOf\" function."#
      ),
      (
        #"{"__typename": "Cat"}"#,
        #"Abstract type \"Pet\" was resolved to a type \"Cat\" that does not exist inside the schema."#
      ),
      (
        #"{"__typename": "Named"}"#,
        #"Abstract type \"Pet\" was resolved to a non-object type \"Named\"."#
      ),
      (
        #"{"__typename": "Person"}"#,
        #"Runtime Object type \"Person\" is not a possible type for \"Pet\"."#
      ),
    ])
  func impossibleTypes(value: String, message: String) throws {
    #expect(
      try jsonResponse(
        "{ pet { __typename } }", schema: Self.animals, data: "{\"pet\": \(value)}") == """
          {"errors":[{"message":"\(message)","locations":[{"line":1,"column":3}],"path":["pet"]}],\
          "data":{"pet":null}}
          """)
  }
}
