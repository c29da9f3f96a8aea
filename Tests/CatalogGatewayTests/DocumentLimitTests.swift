import CatalogGateway
import JSON
import Testing

@Suite("Limits of documents")
struct DocumentLimitTests {
  /// A small limit with a document that meets it exactly and one that goes one beyond.
  struct Boundary: Sendable, CustomTestStringConvertible {
    let name: String
    let limit: WritableKeyPath<RequestLimits, Int> & Sendable
    let maximum: Int
    let allowed: String
    let refused: String
    let message: String
    let column: Int

    var testDescription: String { name }
  }

  private static let boundaries = [
    Boundary(
      name: "tokens", limit: \.tokens, maximum: 6, allowed: "{ a: __typename, b } # c",
      refused: "{ a: __typename, b c } # d",
      message: "Syntax Error: Document contains more than 6 tokens. Parsing aborted.", column: 22),
    Boundary(
      name: "depth", limit: \.depth, maximum: 2, allowed: "{ packages { id } }",
      refused: "{ packages { id category { id } } }",
      message: "The operation nests fields 3 levels deep; the limit is 2.", column: 28),
    Boundary(
      name: "depth through fragments", limit: \.depth, maximum: 2,
      allowed: "{ packages { ... on Package { ...F } } } fragment F on Package { id }",
      refused: "fragment F on Package { ... { category { id } } } query Q { packages { ...F } }",
      message: "The operation nests fields 3 levels deep; the limit is 2.", column: 42),
    Boundary(
      name: "root fields", limit: \.rootFields, maximum: 2, allowed: "{ __typename __typename }",
      refused: "{ __typename __typename __typename }",
      message: "The operation selects 3 fields at its root; the limit is 2.", column: 25),
    Boundary(
      name: "root fields through fragments", limit: \.rootFields, maximum: 2,
      allowed: "{ ...F ...F } fragment F on Query { catalog { revision modified } }",
      refused: "{ ...F ...F ...F } fragment F on Query { __typename }",
      message: "The operation selects 3 fields at its root; the limit is 2.", column: 42),
    Boundary(
      name: "aliases", limit: \.aliases, maximum: 2, allowed: "{ a: packages { b: id title } }",
      refused: "{ a: packages { b: id c: title } }",
      message: "The operation has 3 aliases, those of fragments included; the limit is 2.",
      column: 23),
    Boundary(
      name: "aliases through fragments", limit: \.aliases, maximum: 2,
      allowed: "{ packages { ...F category { ...F } } } fragment F on Node { a: nodeId }",
      refused: "{ packages { ...F category { ...F ...F } } } fragment F on Node { a: nodeId }",
      message: "The operation has 3 aliases, those of fragments included; the limit is 2.",
      column: 67),
    Boundary(
      name: "directives", limit: \.directives, maximum: 2,
      allowed: "{ packages @skip(if: true) { id @skip(if: true) } }",
      refused: "{ packages @skip(if: true) { id @include(if: true) @skip(if: true) } }",
      message: "The operation has 3 directives, those of fragments included; the limit is 2.",
      column: 52),
    Boundary(
      name: "directives at one place", limit: \.directivesPerPlace, maximum: 2,
      allowed: "{ __typename @include(if: true) @skip(if: false) }",
      refused: "{ a: __typename ... @a { __typename @a @a @a } }",
      message: "There are 3 directives at one place; the limit is 2.", column: 43),
  ]

  @Test("let pass what meets them exactly, refuse what goes one beyond", arguments: boundaries)
  func boundary(_ boundary: Boundary) throws {
    var limits = RequestLimits()
    limits[keyPath: boundary.limit] = boundary.maximum
    let session = try SmallCatalog.gateway(over: SmallCatalog.lines, limits: limits).makeSession()
    let allowed = session.execute(GraphQLRequest(query: Array(boundary.allowed.utf8)))
    #expect(allowed.outcome != .requestError(.limitExceeded))
    let refused = session.execute(GraphQLRequest(query: Array(boundary.refused.utf8)))
    #expect(
      String(decoding: refused.body, as: UTF8.self) == """
        {"errors":[{"message":"\(boundary.message)",\
        "locations":[{"line":1,"column":\(boundary.column)}],\
        "extensions":{"code":"LIMIT_EXCEEDED"}}]}
        """)
  }

  @Test("figures are those of the worst operation, however fragments multiply")
  func multiplied() throws {
    let chain = (0..<60).map { "fragment F\($0) on Query { ...F\($0 + 1) ...F\($0 + 1) }" }
    let document =
      "query A { __typename } query B { ...F0 } \(chain.joined(separator: " "))"
      + " fragment F60 on Query { a: __typename }"
    let answer = try SmallCatalog.answer(document)
    #expect(answer.contains("The operation selects 1099511627776 fields at its root"))
  }

  @Test(
    "what is no valid document stays validation's to refuse",
    arguments: [
      "{ ...F } fragment F on Query { ...F }", "{ ...F } fragment F on Query { ...G }",
      "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A a: __typename }",
      "{ nothing }",
    ])
  func invalid(document: String) throws {
    #expect(
      try SmallCatalog.respond(document).outcome == .requestError(.graphqlValidationFailed))
  }

  @Test("an endless chain of fragments is refused without recursion to match")
  func chain() throws {
    let chain = (0..<1_500).map { "fragment F\($0) on Query { ...F\($0 + 1) }" }
    let document =
      "{ ...F0 } \(chain.joined(separator: " ")) fragment F1500 on Query { __typename }"
    #expect(
      try SmallCatalog.respond(document).outcome == .requestError(.graphqlValidationFailed))
  }
}

@Suite("Limits of arguments and variables")
struct ArgumentLimitTests {
  private func session(
    _ change: (inout RequestLimits) -> Void
  ) throws -> GatewaySession {
    var limits = RequestLimits()
    change(&limits)
    return try SmallCatalog.gateway(over: SmallCatalog.lines, limits: limits).makeSession()
  }

  private func answer(
    _ query: String, variables: String = "{}", in session: GatewaySession
  ) throws -> String {
    guard case .object(let members) = try parseJSON(variables) else { return "" }
    let request = GraphQLRequest(query: Array(query.utf8), variables: members)
    return String(decoding: session.execute(request).body, as: UTF8.self)
  }

  @Test(
    "first and last are refused at the field beyond the limit, wherever they come from",
    arguments: [
      ("{ packages(first: 2) { id } }", #"{"data":{"packages":[{"id":"5"},{"id":"4"}]}}"#),
      (
        "{ packages(first: 3) { id } }",
        """
        {"errors":[{"message":"Argument \\"first\\" asks for 3 objects; the limit is 2.",\
        "locations":[{"line":1,"column":3}],"path":["packages"],\
        "extensions":{"code":"LIMIT_EXCEEDED"}}],"data":null}
        """
      ),
      (
        "query($n: Int = 4) { grid(id: 1) { packagesConnection(last: $n) { totalCount } } }",
        """
        {"errors":[{"message":"Argument \\"last\\" asks for 4 objects; the limit is 2.",\
        "locations":[{"line":1,"column":36}],"path":["grid","packagesConnection"],\
        "extensions":{"code":"LIMIT_EXCEEDED"}}],"data":{"grid":null}}
        """
      ),
      (
        "{ grid(id: 1) { packages { id } } }",
        #"{"data":{"grid":{"packages":[{"id":"3"},{"id":"1"},{"id":"2"}]}}}"#
      ),
    ])
  func first(query: String, response: String) throws {
    #expect(try answer(query, in: session { $0.first = 2 }) == response)
  }

  @Test("every field with first or last has the limit, search and connections too")
  func everyField() throws {
    let session = try session { $0.first = 2 }
    let fields = [
      "packages(first: 3)", "grids(first: 3)", "packagesConnection(first: 3)",
      "gridsConnection(last: 3)", "search(query: \"a\", first: 3)",
    ]
    for field in fields {
      #expect(
        try answer("{ \(field) { __typename } }", in: session).contains("LIMIT_EXCEEDED"))
    }
  }

  @Test("the values of variables nest no deeper than the limit")
  func variableNesting() throws {
    let query = "query Q($f: PackageFilter) { packages(filter: $f) { id } }"
    let session = try session { $0.variableNesting = 3 }
    #expect(
      try answer(query, variables: #"{"f":{"and":[{"id":null}]}}"#, in: session)
        .contains("nests") == false)
    #expect(
      try answer(query, variables: #"{"f":{"and":[{"id":{}}]}}"#, in: session) == """
        {"errors":[{"message":"The value of variable \\"$f\\" nests lists and objects 4 levels deep; \
        the limit is 3.","locations":[{"line":1,"column":9}],\
        "extensions":{"code":"LIMIT_EXCEEDED"}}]}
        """)
  }
}
