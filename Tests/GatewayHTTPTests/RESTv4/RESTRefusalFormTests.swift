import CatalogGateway
import CatalogStore
import Testing

@testable import GatewayHTTP

/// A request for something of REST that is refused before, or while, it is looked at.
private struct RefusedRequest: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let status: Int
  let detail: String
  var retryAfter: String?
  var configure: @Sendable (inout ServerConfiguration) -> Void = { _ in }
}

/// A GET of a page of packages, with further field lines.
private func get(_ query: String = "", fields: String = "", body: String = "") -> String {
  "GET /api/v4/packages/\(query) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\(body)"
}

@Suite("REST v4: the form of refusals")
struct RESTRefusalFormTests {
  @Test(
    "is that of the original, whoever refuses and why",
    arguments: [
      RefusedRequest(
        testDescription: "too many requests at work", text: get(), status: 503,
        detail: "The server has 0 requests at work; the limit concurrentRequests is 0.",
        retryAfter: "1"
      ) { $0.concurrentRequests = 0 },
      RefusedRequest(
        testDescription: "too many of one client", text: get() + get(), status: 429,
        detail: "Too many requests: the limit rateLimit is 1 in 1.0 seconds. Try again in 1 s.",
        retryAfter: "1"
      ) { $0.rateLimit = RateLimit(requests: 1) },
      RefusedRequest(
        testDescription: "a target that is too long", text: get("?q=abcdefghi"), status: 414,
        detail: "The request target has 29 bytes; the limit targetBytes is 20. "
          + "Long queries fit in a POST."
      ) { $0.targetBytes = 20 },
      RefusedRequest(
        testDescription: "fields that are too long", text: get(fields: "X: abc\r\n"), status: 431,
        detail: "The header fields have 9 bytes; the limit headerBytes is 8."
      ) { $0.headerBytes = 8 },
      RefusedRequest(
        testDescription: "too many fields", text: get(fields: "X: abc\r\n"), status: 431,
        detail: "The request has 2 header fields; the limit headerFields is 1."
      ) { $0.headerFields = 1 },
      RefusedRequest(
        testDescription: "a body that is announced to be too long",
        text: get(fields: "Content-Length: 9\r\n"), status: 413,
        detail: "The request body has 9 bytes; the limit bodyBytes is 8."
      ) { $0.bodyBytes = 8 },
      RefusedRequest(
        testDescription: "a body that turns out to be too long",
        text: get(fields: "Transfer-Encoding: chunked\r\n", body: "9\r\n123456789\r\n"),
        status: 413,
        detail: "The request body has more than 8 bytes; the limit bodyBytes is 8."
      ) { $0.bodyBytes = 8 },
      RefusedRequest(
        testDescription: "a body that is not well-formed",
        text: get(fields: "Transfer-Encoding: chunked\r\n", body: "x\r\n"), status: 400,
        detail: "This is not a well-formed HTTP/1.1 request."),
      RefusedRequest(
        testDescription: "no host", text: "GET /api/v4/packages/ HTTP/1.1\r\n\r\n", status: 400,
        detail: "The request has 0 Host fields; HTTP/1.1 needs one."),
      RefusedRequest(
        testDescription: "a host that is none", text: get().replacing("Host: a", with: "Host: a/b"),
        status: 400, detail: "The Host of the request is no host."),
      RefusedRequest(
        testDescription: "an expectation", text: get(fields: "Expect: 200-ok\r\n"), status: 417,
        detail: "The only expectation that can be met is 100-continue."),
    ])
  fileprivate func early(refused: RefusedRequest) throws {
    let connection = try TestConnection.rest(refused.configure)
    try check(connection.responses(to: refused.text), refused)
  }

  @Test("is that of the original for a request that does not arrive, too")
  func tooSlow() throws {
    let connection = try TestConnection.rest()
    try connection.send(get(fields: "Content-Length: 1\r\n"))
    connection.wait(.seconds(31))
    try check(
      TestResponse.all(in: connection.received()),
      RefusedRequest(
        testDescription: "", text: "", status: 408,
        detail: "The request did not arrive within the requestTimeout of 30.0 seconds."))
  }

  @Test("and for what takes too long, is too large, or is nobody's to read")
  func executed() throws {
    var limits = RequestLimits.none
    limits.deadline = .zero
    try check(
      gateway(limits), get(), 503,
      /\{"detail":"The request has taken [0-9.]+ seconds; the deadline is 0\.0 seconds\."\}/)
    limits.deadline = nil
    limits.responseBytes = 10
    try check(gateway(limits), get(), 422, /\{"detail":"The response [^"]*limit is 10\."\}/)
    try check(
      gateway(.none, requiresToken: true), get(), 401,
      /\{"detail":"This server answers only requests with a token\."\}/)
    try check(
      gateway(.none), get(fields: "Authorization: Bearer gq_x\r\n"), 401,
      /\{"detail":"The token is not known here\."\}/)
  }

  private func gateway(_ limits: RequestLimits, requiresToken: Bool = false) throws -> Gateway {
    try Gateway(
      catalog: CatalogDatabase.inMemory(), limits: limits, requiresToken: requiresToken,
      report: { _ in })
  }

  private func check(
    _ gateway: Gateway, _ text: String, _ status: Int, _ body: some RegexComponent
  ) throws {
    let response = try #require(try TestConnection(gateway: gateway).responses(to: text).first)
    #expect(response.status == status)
    #expect(response.body.wholeMatch(of: body) != nil, "\(response.body)")
    #expect(response.fields["Content-Type"] == "application/json")
    #expect(response.fields["WWW-Authenticate"] == (status == 401 ? "Bearer" : nil))
  }

  private func check(_ responses: [TestResponse], _ refused: RefusedRequest) throws {
    let response = try #require(responses.last)
    #expect(response.status == refused.status)
    #expect(response.fields["Content-Type"] == "application/json")
    #expect(response.fields["Retry-After"] == refused.retryAfter)
    #expect(response.body == "{\"detail\":\"\(refused.detail)\"}")
  }
}
