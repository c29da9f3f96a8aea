import Testing

@Suite("§6.4.1 Coercing Field Arguments (X3)")
struct ArgumentTests {
  private static let schema = """
    type Query {
      echo(a: Int, b: Int = 7, list: [Int!], input: Point, style: Style, id: ID): String
      need(a: Int! = 5): String
    }
    input Point { x: Int! y: Int = 1 z: [Style] }
    enum Style { PLAIN LOUD }
    """
  private static let data = #"{"echo": {"__arguments": true}, "need": {"__arguments": true}}"#

  @Test(
    "literals, defaults and nulls",
    arguments: [
      ("echo", "b: 7"),
      ("echo(a: 1)", "a: 1, b: 7"),
      ("echo(b: null, a: null)", "a: null, b: null"),
      ("echo(list: 1)", "b: 7, list: [1]"),
      ("echo(list: [])", "b: 7, list: []"),
      ("echo(input: {x: 2})", "b: 7, input: {x: 2, y: 1}"),
      ("echo(input: {z: LOUD, x: 2, y: null})", "b: 7, input: {x: 2, y: null, z: [LOUD]}"),
      ("echo(id: 12)", "b: 7, id: \"12\""),
      ("need", "a: 5"),
      ("need(a: 6)", "a: 6"),
    ])
  func literals(field: String, arguments: String) throws {
    let name = field.prefix { $0 != "(" }
    let quoted = arguments.replacing("\"", with: "\\\"")
    #expect(
      try response("{ \(field) }", schema: Self.schema, data: Self.data)
        == "{\"data\":{\"\(name)\":\"\(quoted)\"}}")
  }

  @Test(
    "variables: given, null, absent",
    arguments: [
      ("$v: Int", "echo(a: $v)", #"{"v": 3}"#, "a: 3, b: 7"),
      ("$v: Int", "echo(a: $v)", #"{"v": null}"#, "a: null, b: 7"),
      ("$v: Int", "echo(a: $v)", "{}", "b: 7"),
      ("$v: Int", "echo(b: $v)", "{}", "b: 7"),
      ("$v: Int = 4", "echo(b: $v)", "{}", "b: 4"),
      ("$v: Int", "echo(b: $v)", #"{"v": null}"#, "b: null"),
      ("$v: Int! = 4", "need(a: $v)", "{}", "a: 4"),
      ("$v: Int", "need(a: $v)", "{}", "a: 5"),
      ("$v: Int!", "echo(list: [1, $v])", #"{"v": 3}"#, "b: 7, list: [1, 3]"),
      ("$v: Int", "echo(input: {x: 1, y: $v})", "{}", "b: 7, input: {x: 1, y: 1}"),
      ("$v: Style", "echo(style: $v)", #"{"v": "LOUD"}"#, "b: 7, style: LOUD"),
      (
        "$v: [Style]", "echo(input: {x: 1, z: $v})", #"{"v": "PLAIN"}"#,
        "b: 7, input: {x: 1, y: 1, z: [PLAIN]}"
      ),
    ])
  func variables(definition: String, field: String, values: String, arguments: String) throws {
    let name = field.prefix { $0 != "(" }
    #expect(
      try response(
        "query(\(definition)) { \(field) }", schema: Self.schema, data: Self.data,
        variables: values) == "{\"data\":{\"\(name)\":\"\(arguments)\"}}")
  }

  @Test("a null variable in a non-null place is the error of the field, at each of its places")
  func nullVariable() throws {
    let message = """
      Argument \\"a\\" has invalid value: \
      Expected variable \\"$v\\" provided to non-null type \\"Int!\\" not to be null.
      """
    #expect(
      try response(
        "query($v: Int = 1) { x: need(a: $v) y: need(a: $v) echo }", schema: Self.schema,
        data: Self.data, variables: #"{"v": null}"#) == """
          {"errors":[{"message":"\(message)",\
          "locations":[{"line":1,"column":33}],"path":["x"],\
          "extensions":{"code":"BAD_USER_INPUT"}},\
          {"message":"\(message)",\
          "locations":[{"line":1,"column":48}],"path":["y"],\
          "extensions":{"code":"BAD_USER_INPUT"}}],\
          "data":{"x":null,"y":null,"echo":"b: 7"}}
          """)
  }
}
