import CatalogGateway
import CatalogStore
import NIOCore
import Testing

@testable import GatewayHTTP

private let query = TestRequest.post(#"{"query":"{ __typename }"}"#)

@Suite("What the server takes on at a time")
struct AdmissionTests {
  @Test("a place is free again when nobody holds it")
  func places() {
    let places = Places(2)
    var held = [places.take(), places.take()]
    #expect(held.allSatisfy { $0 != nil })
    #expect(places.take() == nil)
    held.removeLast()
    #expect(places.take() != nil)
  }

  @Test("with all places taken a request is a 503, and the connection goes on")
  func overloaded() throws {
    var configuration = ServerConfiguration()
    configuration.concurrentRequests = 1
    let admission = Admission(configuration)
    let connection = try TestConnection(
      gateway: TestConnection.gateway.get(), admission: admission)
    var held = admission.requests.take()
    let refused = try connection.response(to: query)
    #expect(refused.status == 503)
    #expect(refused.fields["Retry-After"] == "1")
    #expect(
      refused.body
        == #"{"errors":[{"message":"The server has 1 requests at work; the limit "#
        + #"concurrentRequests is 1.","extensions":{"code":"LIMIT_EXCEEDED"}}]}"#)
    #expect(try connection.response(to: .get("/api/v4/packages/")).status == 503)
    for target in ["/health/live", "/health/ready", "/schema.graphql"] {
      #expect(try connection.response(to: .get(target)).status == 200)
    }
    held = nil
    #expect(held == nil)
    #expect(try connection.response(to: query).status == 200)
    #expect(admission.requests.take() != nil)
  }

  @Test("requests that have arrived count before the first of them is answered")
  func arrived() throws {
    var configuration = ServerConfiguration()
    configuration.concurrentRequests = 2
    let admission = Admission(configuration)
    let connections = try (0..<4).map { _ in
      try TestConnection(gateway: TestConnection.gateway.get(), admission: admission)
    }
    for connection in connections {
      try connection.channel.writeInbound(ByteBuffer(string: query.text))
    }
    for connection in connections { connection.channel.embeddedEventLoop.run() }
    let statuses = try connections.map { connection in
      try TestResponse.all(in: connection.received()).map(\.status)
    }
    #expect(statuses == [[200], [200], [503], [503]])
  }

  @Test("requests behind each other on one connection take one place")
  func pipelined() throws {
    let connection = try TestConnection { $0.concurrentRequests = 1 }
    let responses = try connection.responses(to: String(repeating: query.text, count: 5))
    #expect(responses.map(\.status) == [200, 200, 200, 200, 200])
  }

  @Test("a client that goes away leaves its place to others")
  func gone() throws {
    var configuration = ServerConfiguration()
    configuration.concurrentRequests = 1
    let admission = Admission(configuration)
    let connection = try TestConnection(
      gateway: TestConnection.gateway.get(), admission: admission)
    try connection.channel.writeInbound(ByteBuffer(string: query.text))
    #expect(admission.requests.take() == nil)
    _ = connection.channel.close()
    connection.channel.embeddedEventLoop.run()
    #expect(admission.requests.take() != nil)
  }

  @Test("a client that asks too often gets a 429 that says when to come back; time helps")
  func rateLimited() throws {
    let connection = try TestConnection { $0.rateLimit = RateLimit(requests: 2) }
    for _ in 0..<2 { #expect(try connection.response(to: query).status == 200) }
    let refused = try connection.response(to: query)
    #expect(refused.status == 429)
    #expect(refused.fields["Retry-After"] == "1")
    #expect(
      refused.body
        == #"{"errors":[{"message":"Too many requests: the limit rateLimit is 2 in 1.0 seconds. "#
        + #"Try again in 1 s.","extensions":{"code":"LIMIT_EXCEEDED"}}]}"#)
    #expect(try connection.response(to: .get("/api/v4/packages/")).status == 429)
    #expect(try connection.response(to: .get("/nothing")).status == 429)
    #expect(try connection.response(to: .get("/health/ready")).status == 200)
    connection.wait(.seconds(1))
    #expect(try connection.response(to: query).status == 200)
  }

  @Test("who shows a token has a share of their own; one that nobody knows is none")
  func tokens() throws {
    let catalog = try CatalogDatabase.inMemory()
    let token = try catalog.makeWriter()
      .createToken(name: "a", role: .editor, expires: nil, at: currentInstant()).token
    let gateway = try Gateway(catalog: catalog, report: { _ in })
    let connection = try TestConnection(gateway: gateway) {
      $0.rateLimit = RateLimit(requests: 1, per: .seconds(60))
    }
    var known = query
    known.fields = "Authorization: Bearer \(token)\r\n"
    var unknown = query
    unknown.fields = "Authorization: Bearer gq_unknown\r\n"
    let statuses = try [query, known, query, known, unknown].map {
      try connection.response(to: $0).status
    }
    #expect(statuses == [200, 200, 429, 429, 429])
  }
}
