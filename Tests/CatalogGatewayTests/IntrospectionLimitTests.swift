import CatalogGateway
import CatalogStore
import JSON
import Testing

@Suite("How deep introspection may go (I11)")
struct IntrospectionLimitTests {
  private static let deep =
    "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"

  @Test("an endpoint refuses lists of types three deep")
  func endpoint() throws {
    let response = try SmallCatalog.gateway.get().makeSession()
      .execute(GraphQLRequest(query: Array(Self.deep.utf8)))
    #expect(response.outcome == .requestError(.graphqlValidationFailed))
  }

  @Test(
    "where introspection is switched off, every field of it is refused, and no name is suggested",
    arguments: [
      (
        "{ __schema { types { name } } }",
        [
          "GraphQL introspection has been disabled, but the requested query contained the field "
            + "\"__schema\".",
          "GraphQL introspection has been disabled, but the requested query contained the field "
            + "\"types\".",
        ]
      ),
      (
        "{ a: __type(name: \"Query\") { name } }",
        [
          "GraphQL introspection has been disabled, but the requested query contained the field "
            + "\"__type\"."
        ]
      ),
      ("{ packagez { id } }", ["Cannot query field \"packagez\" on type \"Query\"."]),
      (
        "{ packages(firzt: 1) { id } }",
        ["Unknown argument \"firzt\" on field \"Query.packages\"."]
      ),
      (
        "{ node(nodeId: 1) { titel ... on Package { titel } } }",
        [
          "Cannot query field \"titel\" on type \"Node\".",
          "Cannot query field \"titel\" on type \"Package\".",
        ]
      ),
      (
        "{ search(query: \"a\", types: PAKAGE) { __typename } }",
        ["Value \"PAKAGE\" does not exist in \"SearchType\" enum."]
      ),
      (
        "{ packages(filter: {titel: {eq: 1}}) { id } }",
        [
          "Expected value of type \"PackageFilter\" not to include unknown field \"titel\". Found: "
            + "{ titel: { eq: 1 } }."
        ]
      ),
    ])
  func switchedOff(document: String, messages: [String]) throws {
    let session = try Self.closed(DocumentPolicy())
    let response = session.execute(GraphQLRequest(query: Array(document.utf8)))
    let errors = messages.map { "{\"message\":\"\($0.replacing("\"", with: "\\\""))\"" }
    let body = String(decoding: response.body, as: UTF8.self)
    #expect(body.split(separator: "{\"message\":").count - 1 == messages.count, "\(body)")
    for error in errors { #expect(body.contains(error), "\(body)") }
  }

  @Test("variables are no way to learn names either")
  func variables() throws {
    let request = GraphQLRequest(
      query: Array(
        "query ($t: SearchType!) { search(query: \"a\", types: [$t]) { __typename } }".utf8),
      variables: [JSONMember(name: "t", value: .string("PAKAGE"))])
    let body = String(
      decoding: try Self.closed(DocumentPolicy()).execute(request).body, as: UTF8.self)
    #expect(body.contains("PAKAGE") && !body.contains("Did you mean"), "\(body)")
  }

  @Test("what type a thing is of can be asked all the same, and trusted documents may ask anything")
  func stillAllowed() throws {
    var policy = DocumentPolicy()
    try policy.trusted.add(Array("{ __schema { queryType { name } } }".utf8), id: "s", name: "s")
    let session = try Self.closed(policy)
    let typename = session.execute(GraphQLRequest(query: Array("{ __typename }".utf8)))
    #expect(typename.outcome == .data)
    let trusted = session.execute(GraphQLRequest(query: [], document: .id("s")))
    #expect(trusted.outcome == .data)
    let same = session.execute(
      GraphQLRequest(query: Array("{ __schema { queryType { name } } }".utf8)))
    #expect(same.outcome == .requestError(.graphqlValidationFailed))
  }

  private static func closed(_ policy: DocumentPolicy) throws -> GatewaySession {
    var policy = policy
    policy.allowsIntrospection = false
    return try Gateway(
      catalog: CatalogDatabase.inMemory(), documents: policy, report: { Issue.record("\($0)") }
    ).makeSession()
  }

  @Test("the operator's own queries go as deep as they like")
  func ownQueries() throws {
    let gateway = try Gateway(
      catalog: CatalogDatabase.inMemory(), limits: .none,
      report: { Issue.record("\($0)") })
    let response = try gateway.makeSession()
      .execute(GraphQLRequest(query: Array(Self.deep.utf8)))
    #expect(response.outcome == .data)
  }
}
