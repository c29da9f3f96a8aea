import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import JSON
import Testing

@Suite("Draft: onError (B2)")
struct ErrorBehaviorTests {
  private func response(
    _ query: String, schema: String, data: String, _ behavior: ErrorBehavior
  ) throws -> String {
    let schema = try buildSchema(from: parseDocument(Source(schema)))
    var text: [UInt8] = []
    JSONExecutor(schema: schema).execute(
      Source(query), data: try parseJSON(data), errorBehavior: behavior
    ).append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private static let schema = """
    type Query { a: T! list: [T!]! b: Int }
    type T { x: Int! y: [Int!]! t: T! }
    type Mutation { one: T! two: Int }
    """

  private static func missing(_ field: String, _ column: Int, _ path: String) -> String {
    """
    {"message":"Cannot return null for non-nullable field \(field).",\
    "locations":[{"line":1,"column":\(column)}],"path":[\(path)]}
    """
  }

  @Test(
    "null: each position that fails is null, whatever its type, and all else stays",
    arguments: [
      (
        "{ a { x t { x } } b }", #"{"a": {"x": null, "t": {"x": "?"}}, "b": 1}"#,
        "[" + missing("T.x", 7, #""a","x""#) + ","
          + #"{"message":"Int cannot represent non-integer value: \"?\"","#
          + #""locations":[{"line":1,"column":13}],"path":["a","t","x"]}]"#,
        #"{"a":{"x":null,"t":{"x":null}},"b":1}"#
      ),
      (
        "{ list { y } }", #"{"list": [{"y": [1, null, 3]}, null, {"y": null}]}"#,
        "[" + missing("T.y", 10, #""list",0,"y",1"#) + ","
          + missing("Query.list", 3, #""list",1"#) + ","
          + missing("T.y", 10, #""list",2,"y""#) + "]",
        #"{"list":[{"y":[1,null,3]},null,{"y":null}]}"#
      ),
      (
        "{ a { x } }", "{}", "[" + missing("Query.a", 3, #""a""#) + "]", #"{"a":null}"#
      ),
    ])
  func null(query: String, data: String, errors: String, expected: String) throws {
    #expect(
      try response(query, schema: Self.schema, data: data, .null)
        == #"{"errors":\#(errors),"data":\#(expected)}"#)
  }

  @Test("halt: the first error is the only one, and data is null")
  func halt() throws {
    #expect(
      try response(
        "{ b a { x } }", schema: Self.schema, data: #"{"b": "?", "a": null}"#, .halt)
          == """
          {"errors":[{"message":"Int cannot represent non-integer value: \\"?\\"",\
          "locations":[{"line":1,"column":3}],"path":["b"]}],"data":null}
          """)
    #expect(
      try response(
        "mutation { two one { x } again: two }", schema: Self.schema,
        data: #"{"two": 2, "one": {"x": null}}"#, .halt)
        == #"{"errors":[\#(Self.missing("T.x", 22, #""one","x""#))],"data":null}"#)
  }

  @Test("propagate: as the edition has it", arguments: ErrorBehavior.allCases)
  func propagate(behavior: ErrorBehavior) throws {
    #expect(
      try response("{ b }", schema: Self.schema, data: #"{"b": 1}"#, behavior)
        == #"{"data":{"b":1}}"#)
    #expect(
      try response("{ a { x } }", schema: Self.schema, data: #"{"a": {}}"#, .propagate)
        == #"{"errors":[\#(Self.missing("T.x", 7, #""a","x""#))],"data":null}"#)
  }

  @Test("a fragment with variables is validated, not executed (B3, differs: refused)")
  func fragmentVariables() throws {
    var options = ParseOptions()
    options.allowsFragmentArguments = true
    let schema = try buildSchema(from: parseDocument(Source("type Query { a(b: Int): Int }")))
    let response = JSONExecutor(schema: schema, parseOptions: options).execute(
      Source("{ ...F(c: 1) } fragment F($c: Int) on Query { a(b: $c) }"), data: .object([]))
    #expect(response.data == nil)
    #expect(
      response.errors.map(\.message) == [
        "Fragment \"F\" has variables. Documents with fragment arguments can be validated, but not "
          + "executed."
      ])
  }

  @Test("introspection tells which directives are deprecated (B1)")
  func deprecatedDirectives() throws {
    var options = ParseOptions()
    options.allowsDirectivesOnDirectiveDefinitions = true
    let schema = try buildSchema(
      from: parseDocument(
        Source("directive @a @deprecated(reason: \"no\") on FIELD type Query { a: Int }"),
        options: options),
      options: SchemaOptions(allowsDirectivesOnDirectiveDefinitions: true))
    var text: [UInt8] = []
    JSONExecutor(schema: schema).execute(
      Source(
        """
        { __schema {
          few: directives { name }
          all: directives(includeDeprecated: true) { name isDeprecated deprecationReason }
        } }
        """), data: .object([])
    ).append(to: &text)
    let found = try #require(try parseJSON(text)["data"]?["__schema"])
    guard case .array(let few) = found["few"], case .array(let all) = found["all"] else {
      Issue.record("no directives")
      return
    }
    #expect(!few.contains { $0["name"] == .string("a") })
    #expect(all.count == few.count + 1)
    #expect(
      all.first?.description == #"{"name":"a","isDeprecated":true,"deprecationReason":"no"}"#)
  }
}
