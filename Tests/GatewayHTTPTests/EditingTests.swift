import CatalogGateway
import CatalogStore
import Testing

@testable import GatewayHTTP

/// A server over a catalog with one grid, and tokens for it.
private struct EditedServer {
  let gateway: Gateway
  let editor: String
  let moderator: String

  init(requiresToken: Bool = false) throws {
    let catalog = try CatalogDatabase.inMemory()
    let writer = try catalog.makeWriter()
    editor = try writer.createToken(
      name: "ed", role: .editor, expires: nil, at: currentInstant()
    ).token
    moderator = try writer.createToken(
      name: "mo", role: .moderator, expires: nil, at: currentInstant()
    ).token
    gateway = try Gateway(catalog: catalog, requiresToken: requiresToken, report: { _ in })
  }

  /// Sends requests in one packet on one connection, and takes the answers.
  func responses(to requests: [TestRequest]) async throws -> [TestResponse] {
    var text = ""
    try await RunningServer.with(gateway: gateway) { address in
      text = try await exchange(requests.map(\.text).joined(), with: address)
    }
    return try TestResponse.all(in: text)
  }
}

extension TestRequest {
  /// A POST of a GraphQL document without quotation marks.
  fileprivate static func graphQL(
    _ query: String, token: String? = nil, key: String? = nil, accept: String? = nil
  ) -> TestRequest {
    var request = TestRequest.post("{\"query\":\"\(query)\"}", accept: accept)
    if let token { request.fields += "Authorization: Bearer \(token)\r\n" }
    if let key { request.fields += "Idempotency-Key: \(key)\r\n" }
    return request
  }
}

private let create = "mutation { createGrid(input: {title: \\\"G\\\"}) { grid { slug } } }"
private let delete = "mutation { deleteGrid(input: {grid: {slug: \\\"g\\\"}}) { deletedId } }"

@Suite("RFC 9110 §11 HTTP Authentication")
struct AuthenticationTests {
  @Test(
    "who shows no token has a 401 that asks for one, in either media type",
    arguments: ["application/json", "application/graphql-response+json"])
  func withoutToken(accept: String) async throws {
    let response = try await EditedServer().responses(to: [.graphQL(create, accept: accept)])[0]
    #expect(response.status == 401)
    #expect(response.fields["WWW-Authenticate"] == "Bearer")
    #expect(response.fields["Content-Type"] == "\(accept); charset=utf-8")
  }

  @Test("who shows a lesser one has a 403")
  func lesserRole() async throws {
    let server = try EditedServer()
    let response = try await server.responses(to: [.graphQL(delete, token: server.editor)])[0]
    #expect(response.status == 403)
    #expect(response.fields["WWW-Authenticate"] == nil)
  }

  @Test("who shows one that is not known has a 401, even for a query")
  func unknownToken() async throws {
    let response = try await EditedServer()
      .responses(to: [.graphQL("{ __typename }", token: "nonsense")])[0]
    #expect(response.status == 401)
    #expect(response.fields["WWW-Authenticate"] == "Bearer")
  }

  @Test("the scheme's case does not matter, and other schemes are for others")
  func schemes() async throws {
    let server = try EditedServer()
    let responses = try await server.responses(
      to: ["bearer \(server.editor)", "BEARER  \(server.editor)", "Basic YTpi"].map { value in
        var request = TestRequest.graphQL("{ __typename }")
        request.fields = "Authorization: \(value)\r\n"
        return request
      })
    #expect(responses.map(\.status) == [200, 200, 200])
  }

  @Test("a closed catalog answers nobody without a token, by whatever door")
  func closed() async throws {
    let server = try EditedServer(requiresToken: true)
    let responses = try await server.responses(to: [
      .graphQL("{ __typename }"), .get("/graphql?query=%7B__typename%7D"), .get("/api/v4/grids/"),
      .get("/health/ready"), .graphQL("{ __typename }", token: server.editor),
    ])
    #expect(responses.map(\.status) == [401, 401, 401, 200, 200])
  }

  @Test("a mutation by GET is refused, whoever asks")
  func mutationByGET() async throws {
    let server = try EditedServer()
    var request = TestRequest.get("/graphql?query=mutation%7B__typename%7D")
    request.fields = "Authorization: Bearer \(server.moderator)\r\n"
    #expect(try await server.responses(to: [request]).map(\.status) == [405])
  }
}

@Suite("Mutations over HTTP")
struct EditingTests {
  @Test("are answered in their place among pipelined requests, which see what they did")
  func pipelined() async throws {
    let server = try EditedServer()
    let count = TestRequest.graphQL("{ catalog { gridCount } }")
    let responses = try await server.responses(to: [
      count, .graphQL(create, token: server.editor), count,
      .graphQL(delete, token: server.moderator), count,
    ])
    #expect(
      responses.map(\.body) == [
        #"{"data":{"catalog":{"gridCount":0}}}"#, #"{"data":{"createGrid":{"grid":{"slug":"g"}}}}"#,
        #"{"data":{"catalog":{"gridCount":1}}}"#, #"{"data":{"deleteGrid":{"deletedId":"1"}}}"#,
        #"{"data":{"catalog":{"gridCount":0}}}"#,
      ])
  }

  @Test("a hundred of them on one connection")
  func manyPipelined() async throws {
    let server = try EditedServer()
    let responses = try await server.responses(
      to: (1...100).map { number in
        .graphQL(
          "mutation { createGrid(input: {title: \\\"G\(number)\\\"}) { grid { id } } }",
          token: server.editor)
      })
    #expect(
      responses.map(\.body)
        == (1...100).map {
          "{\"data\":{\"createGrid\":{\"grid\":{\"id\":\"\($0)\"}}}}"
        })
  }

  @Test("sent again with its key, one gets the same answer; another with it is refused")
  func idempotencyKey() async throws {
    let server = try EditedServer()
    let first = TestRequest.graphQL(create, token: server.editor, key: "k")
    let other = TestRequest.graphQL(
      create.replacing("\"G", with: "\"H"), token: server.editor, key: "k")
    let responses = try await server.responses(to: [first, first, other])
    #expect(responses.map(\.status) == [200, 200, 409])
    #expect(responses[1].body == responses[0].body)
  }

  @Test("the last one on a connection is answered before it closes")
  func closing() async throws {
    let server = try EditedServer()
    var request = TestRequest.graphQL(create, token: server.editor)
    request.fields += "Connection: close\r\n"
    let responses = try await server.responses(to: [request])
    #expect(responses.map(\.status) == [200])
    #expect(responses[0].fields["Connection"] == "close")
  }
}
