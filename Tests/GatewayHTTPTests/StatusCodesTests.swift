import CatalogGateway
import NIOHTTP1
import Testing

@testable import GatewayHTTP

@Suite("GraphQL over HTTP, Status Codes")
struct StatusCodesTests {
  /// How a request ended, with the code of the audit profile as JSON and as a GraphQL response, and
  /// that of the draft.
  struct Ending: Sendable, CustomTestStringConvertible {
    let outcome: GraphQLResponse.Outcome
    let json: UInt
    let graphQL: UInt
    let draft: UInt

    init(_ outcome: GraphQLResponse.Outcome, _ json: UInt, _ graphQL: UInt, _ draft: UInt) {
      self.outcome = outcome
      self.json = json
      self.graphQL = graphQL
      self.draft = draft
    }

    var testDescription: String { "\(outcome)" }
  }

  @Test(
    "how a request ended decides, and in the audit profile the media type",
    arguments: [
      Ending(.data, 200, 200, 200),
      Ending(.dataWithErrors(dataIsNull: false), 200, 200, 294),
      Ending(.dataWithErrors(dataIsNull: true), 200, 200, 294),
      Ending(.unreadableRequest, 400, 400, 400),
      Ending(.operationNotAllowed, 405, 405, 405),
      Ending(.overloaded, 503, 503, 503),
      Ending(.requestError(.badRequest), 400, 400, 422),
      Ending(.requestError(.graphqlParseFailed), 200, 400, 400),
      Ending(.requestError(.graphqlValidationFailed), 200, 400, 422),
      Ending(.requestError(.operationResolutionFailure), 200, 400, 422),
      Ending(.requestError(.badUserInput), 200, 400, 422),
      Ending(.requestError(.limitExceeded), 200, 400, 422),
      Ending(.requestError(.persistedQueryNotFound), 200, 400, 422),
      Ending(.requestError(.unauthenticated), 401, 401, 401),
      Ending(.requestError(.forbidden), 403, 403, 403),
      Ending(.requestError(.conflict), 409, 409, 409),
      Ending(.requestError(.internalServerError), 500, 500, 500),
    ])
  func decides(ending: Ending) {
    let outcome = ending.outcome
    #expect(StatusCodes.audit.status(of: outcome, as: .json).code == ending.json)
    #expect(StatusCodes.audit.status(of: outcome, as: .graphQLResponse).code == ending.graphQL)
    #expect(StatusCodes.draft.status(of: outcome, as: .json).code == ending.draft)
    #expect(StatusCodes.draft.status(of: outcome, as: .graphQLResponse).code == ending.draft)
  }
}

/// A row of the working draft: what is asked, and the status and media type of the answer.
struct DraftRow: Sendable, CustomTestStringConvertible {
  let request: TestRequest
  let status: Int
  var type = graphQLType
  /// A part of the body.
  var says = ""

  var testDescription: String { "\(request.method) \(request.target) \(request.body)" }
}

private let graphQLType = "application/graphql-response+json; charset=utf-8"
private let jsonType = "application/json; charset=utf-8"
private let typename = #"{"query":"{ __typename }"}"#
private let partial = #"{"query":"{ __typename package { id } }"}"#
private let nothing = #"{"query":"{ packages(first: -1) { id } }"}"#

@Suite("GraphQL over HTTP, the working draft's codes")
struct DraftStatusCodesTests {
  @Test(
    "data: 200, beside errors 294 (H14, H15, H16)",
    arguments: [
      DraftRow(request: .post(typename), status: 200, says: #"{"data":{"#),
      DraftRow(request: .get("/graphql?query=%7B__typename%7D"), status: 200),
      DraftRow(request: .post(partial), status: 294, says: #""package":null"#),
      DraftRow(request: .post(nothing), status: 294, says: #""data":null"#),
    ])
  func data(row: DraftRow) throws { try check(row) }

  @Test(
    "no data: a code for each way to fail (H17)",
    arguments: [
      DraftRow(request: .post(""), status: 400),
      DraftRow(request: .post("NONSENSE"), status: 400),
      DraftRow(request: .post(#"{"query":"#), status: 400),
      DraftRow(request: .get("/graphql?query=%7Ba%7D&variables=%7B"), status: 400),
      DraftRow(request: .get("/graphql?query=%ZZ"), status: 400),
      DraftRow(request: .post(#"{"query":"{"}"#), status: 400, says: "GRAPHQL_PARSE_FAILED"),
      DraftRow(request: .post(#"{"query":"{ a }"}"#), status: 422, says: "VALIDATION_FAILED"),
      DraftRow(
        request: .post(#"{"query":"query A { __typename } query B { __typename }"}"#),
        status: 422, says: "OPERATION_RESOLUTION_FAILURE"),
      DraftRow(
        request: .post(#"{"query":"{ __typename }","operationName":"A"}"#), status: 422,
        says: "OPERATION_RESOLUTION_FAILURE"),
      DraftRow(
        request: .post(
          #"{"query":"query ($n: ID!) { node(nodeId: $n) { __typename } }","variables":{"n":null}}"#
        ),
        status: 422, says: "BAD_USER_INPUT"),
    ])
  func refusals(row: DraftRow) throws { try check(row) }

  @Test(
    "what is JSON but no request: 422 (H4, H7, H17)",
    arguments: [
      "{}", "[]", "1", "null", #"{"qeury":"{ __typename }"}"#, #"{"query":null}"#,
      #"{"query":1}"#, #"{"query":"{ __typename }","operationName":1}"#,
      #"{"query":"{ __typename }","variables":[7]}"#,
      #"{"query":"{ __typename }","extensions":"x"}"#,
    ])
  func malformed(body: String) throws {
    try check(DraftRow(request: .post(body), status: 422, says: "BAD_REQUEST"))
  }

  @Test(
    "members of other names are ignored, null is absent (H8)",
    arguments: [
      #"{"query":"{ __typename }","queries":[],"x":{"query":1}}"#,
      #"{"query":"{ __typename }","operationName":null,"variables":null,"extensions":null}"#,
    ])
  func ignores(body: String) throws {
    try check(DraftRow(request: .post(body), status: 200))
  }

  @Test(
    "an operation of the name \"null\", and parameters that are empty (H5)",
    arguments: [
      "query=query+null%7B__typename%7D&operationName=null",
      "query=%7B__typename%7D&operationName=&variables=&extensions=",
    ])
  func urls(parameters: String) throws {
    try check(DraftRow(request: .get("/graphql?" + parameters), status: 200))
  }

  @Test("a mutation by GET is not executed: 405 with Allow (H6)")
  func mutationByGET() throws {
    let response = try draft().response(to: .get("/graphql?query=mutation%7B__typename%7D"))
    #expect(response.status == 405)
    #expect(response.fields["Allow"] == "POST")
    #expect(response.fields["Content-Type"] == graphQLType)
  }

  @Test("POST and GET, and OPTIONS that names them; other methods: 405 (H3)")
  func methods() throws {
    let response = try draft().response(
      to: TestRequest(method: "PUT", contentType: nil))
    #expect(response.status == 405)
    #expect(response.fields["Allow"] == "GET, HEAD, POST, OPTIONS")
    #expect(response.fields["Content-Type"] == jsonType)
  }

  @Test(
    "what is no GraphQL response has its code, and does not claim to be one (H1, H2, H13)",
    arguments: [
      DraftRow(request: .post(typename, accept: "text/csv"), status: 406, type: jsonType),
      DraftRow(request: .post(typename, contentType: nil), status: 415, type: jsonType),
      DraftRow(request: .post(typename, contentType: "text/plain"), status: 415, type: jsonType),
      DraftRow(
        request: .post(typename, contentType: "application/json; charset=utf-16"), status: 415,
        type: jsonType),
      DraftRow(
        request: .post(String(repeating: " ", count: 2000)), status: 413, type: jsonType),
      DraftRow(
        request: .get("/graphql?query=" + String(repeating: "a", count: 2000)), status: 414,
        type: jsonType),
      DraftRow(
        request: TestRequest(fields: "X: \(String(repeating: "a", count: 2000))\r\n"), status: 431,
        type: jsonType),
    ])
  func noResponse(row: DraftRow) throws { try check(row) }

  @Test("a request that does not arrive in time: 408 (H13)")
  func tooSlow() throws {
    let connection = try draft()
    try connection.send("POST /graphql HTTP/1.1\r\nHost: a\r\n")
    connection.wait(.seconds(31))
    let responses = try TestResponse.all(in: connection.received())
    #expect(responses.map(\.status) == [408])
    #expect(responses.map { $0.fields["Content-Type"] } == [jsonType])
  }

  @Test(
    "the media type that the client likes best, that of GraphQL responses if all are equal (H9, H10)",
    arguments: [
      (nil, graphQLType), ("*/*", graphQLType), ("application/*", graphQLType),
      ("application/graphql-response+json", graphQLType),
      ("application/graphql-response+json, application/json;q=0.9", graphQLType),
      ("application/json, application/graphql-response+json;q=0.9", jsonType),
      ("application/json, */*;q=0.1", jsonType),
      ("application/json", jsonType), ("application/json; charset=utf-8", jsonType),
    ] as [(String?, String)])
  func types(accept: String?, type: String) throws {
    try check(DraftRow(request: .post(typename, accept: accept), status: 200, type: type))
  }

  @Test(
    "a client that takes JSON alone gets the same codes; only successes are called JSON (H11)",
    arguments: [
      DraftRow(
        request: .post(typename, accept: "application/json"), status: 200, type: jsonType),
      DraftRow(request: .post(partial, accept: "application/json"), status: 294, type: jsonType),
      DraftRow(request: .post(#"{"query":"{"}"#, accept: "application/json"), status: 400),
      DraftRow(request: .post(#"{"query":"{ a }"}"#, accept: "application/json"), status: 422),
      DraftRow(request: .post("{}", accept: "application/json"), status: 422),
    ])
  func legacyClients(row: DraftRow) throws { try check(row) }

  @Test("all rules of validation apply (H12)")
  func validates() throws {
    let document = "query ($unused: Int) { __typename @skip(if: 1) @skip(if: true) ...F }"
    let response = try draft().response(to: .post(#"{"query":"\#(document)"}"#))
    #expect(response.status == 422)
    #expect(response.body.split(separator: #""message""#).count == 5)
  }

  private func draft() throws -> TestConnection {
    try TestConnection {
      $0.statusCodes = .draft
      $0.bodyBytes = 1000
      $0.targetBytes = 1000
      $0.headerBytes = 1000
    }
  }

  private func check(_ row: DraftRow) throws {
    let response = try draft().response(to: row.request)
    #expect(response.status == row.status)
    #expect(response.fields["Content-Type"] == row.type)
    #expect(row.says.isEmpty || response.body.contains(row.says), "\(response.body)")
    if row.status >= 400 {
      #expect(response.body.hasPrefix(#"{"errors":[{"message":""#))
      #expect(!response.body.contains(#""data""#))
    }
  }
}
