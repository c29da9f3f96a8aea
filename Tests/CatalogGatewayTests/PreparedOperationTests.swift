import CatalogGateway
import JSON
import Testing

@Suite("Prepared operations")
struct PreparedOperationTests {
  private let gateway: Gateway

  init() throws {
    gateway = try SmallCatalog.gateway(over: SmallCatalog.lines)
  }

  private func plan(_ query: String, operation: String? = nil) throws -> JSONValue? {
    let response = try gateway.makeSession().execute(
      GraphQLRequest(query: Array(query.utf8), operationName: operation, wantsStats: true))
    return try parseJSON(response.body)["extensions"]?["stats"]?["plan"]
  }

  @Test("are kept by exact text and operation name, for all sessions (X11)")
  func hits() throws {
    #expect(try plan("{ catalog { revision } }") == .string("miss"))
    #expect(try plan("{ catalog { revision } }") == .string("hit"))
    #expect(try plan("{ catalog { revision }}") == .string("miss"))
    let document = "query A { __typename } query B { b: __typename }"
    #expect(try plan(document, operation: "A") == .string("miss"))
    #expect(try plan(document, operation: "B") == .string("miss"))
    #expect(try plan(document, operation: "A") == .string("hit"))
  }

  @Test("one plan serves all variables (X11)")
  func variables() throws {
    let query = """
      query($id: ID!, $more: Boolean!) { package(id: $id) { slug title @include(if: $more) } }
      """
    let session = try gateway.makeSession()
    let answers = try [#"{"id": 1, "more": false}"#, #"{"id": 2, "more": true}"#].map { json in
      guard case .object(let members) = try parseJSON(json) else { return "" }
      let response = session.execute(
        GraphQLRequest(query: Array(query.utf8), variables: members, wantsStats: true))
      return String(decoding: response.body, as: UTF8.self)
    }
    #expect(
      answers == [
        """
        {"data":{"package":{"slug":"alpha"}},\
        "extensions":{"stats":{"lookups":1,"statements":1,"rows":1,"plan":"miss"}}}
        """,
        """
        {"data":{"package":{"slug":"beta","title":"beta"}},\
        "extensions":{"stats":{"lookups":1,"statements":1,"rows":1,"plan":"hit"}}}
        """,
      ])
  }

  @Test("what is invalid is refused every time (X11)", arguments: ["{ nothing }", "{ a", ""])
  func invalid(query: String) throws {
    let session = try gateway.makeSession()
    let answers = (0..<2).map { _ in
      session.execute(GraphQLRequest(query: Array(query.utf8), wantsStats: true)).body
    }
    #expect(answers[0] == answers[1])
    #expect(try parseJSON(answers[0])["data"] == nil)
  }
}

@Suite("§7.1.3 Request Error Result (R2)")
struct RequestErrorResultTests {
  @Test(
    "errors with a code and without data",
    arguments: [
      (
        "{ a", nil,
        """
        {"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.",\
        "locations":[{"line":1,"column":4}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}}]}
        """
      ),
      (
        "{ nothing }", nil,
        """
        {"errors":[{"message":"Cannot query field \\"nothing\\" on type \\"Query\\".",\
        "locations":[{"line":1,"column":3}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}
        """
      ),
      (
        "query A { __typename } query B { __typename }", nil,
        """
        {"errors":[{"message":"Must provide operation name if query contains multiple operations.",\
        "extensions":{"code":"OPERATION_RESOLUTION_FAILURE"}}]}
        """
      ),
      (
        "query A { __typename }", "C",
        """
        {"errors":[{"message":"Unknown operation named \\"C\\".",\
        "extensions":{"code":"OPERATION_RESOLUTION_FAILURE"}}]}
        """
      ),
      (
        "query A($id: ID!) { package(id: $id) { id } }", "A",
        """
        {"errors":[{"message":"Variable \\"$id\\" has invalid value: Expected a value of non-null \
        type \\"ID!\\" to be provided.","locations":[{"line":1,"column":9}],\
        "extensions":{"code":"BAD_USER_INPUT"}}]}
        """
      ),
    ] as [(String, String?, String)])
  func refused(query: String, operation: String?, response: String) throws {
    let answer = try SmallCatalog.gateway.get().makeSession().execute(
      GraphQLRequest(query: Array(query.utf8), operationName: operation))
    #expect(String(decoding: answer.body, as: UTF8.self) == response)
  }
}
