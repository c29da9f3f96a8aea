import Testing

@testable import GatewayHTTP

@Suite("Fetch Standard, CORS protocol")
struct CORSTests {
  private let body = #"{"query":"{ __typename }"}"#

  @Test("by default no page of another origin may read, and no answer speaks of it")
  func off() throws {
    let connection = try TestConnection()
    for request in [post(from: "https://a.org"), preflight(from: "https://a.org")] {
      let response = try connection.response(to: request)
      #expect(!response.fields.keys.contains { $0.hasPrefix("Access-Control-") })
      #expect(response.fields["Vary"] != "Origin")
    }
  }

  @Test("a page of an origin that is named may read; answers vary by it, whoever asks")
  func named() throws {
    let connection = try connection(["https://a.org", "http://localhost:3000"])
    let allowed = try connection.response(to: post(from: "https://a.org"))
    #expect(allowed.status == 200)
    #expect(allowed.fields["Access-Control-Allow-Origin"] == "https://a.org")
    #expect(allowed.fields["Access-Control-Allow-Credentials"] == nil)
    #expect(
      allowed.fields["Access-Control-Expose-Headers"] == "ETag, Retry-After, WWW-Authenticate")
    #expect(allowed.fields["Vary"] == "Accept, Origin")
    for origin in ["https://b.org", "http://a.org", "https://a.org:444", "null", "https://a.org.b"]
    {
      let refused = try connection.response(to: post(from: origin))
      #expect(refused.status == 200)
      #expect(refused.fields["Access-Control-Allow-Origin"] == nil)
      #expect(refused.fields["Vary"] == "Accept, Origin")
    }
    #expect(try connection.response(to: .post(body)).fields["Vary"] == "Accept, Origin")
  }

  @Test("a preflight is told methods and fields, and asked again only after hours")
  func preflights() throws {
    let connection = try connection(["https://a.org"]) {
      $0.rateLimit = RateLimit(requests: 1, per: .seconds(3600))
    }
    for _ in 0..<3 {
      let response = try connection.response(to: preflight(from: "https://a.org"))
      #expect(
        response.fields == [
          "Date": "Sun, 06 Nov 1994 08:49:37 GMT", "Vary": "Origin",
          "Allow": "GET, HEAD, POST, OPTIONS", "X-Content-Type-Options": "nosniff",
          "Access-Control-Allow-Origin": "https://a.org",
          "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
          "Access-Control-Allow-Headers": "content-type, authorization, x-client",
          "Access-Control-Max-Age": "7200",
        ])
      #expect(response.status == 204)
    }
    let rest = try connection.response(
      to: preflight(from: "https://a.org", target: "/api/v4/grids/"))
    #expect(rest.status == 204)
    #expect(rest.fields["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS")
    let refused = try connection.response(to: preflight(from: "https://b.org"))
    #expect(refused.status == 204)
    #expect(!refused.fields.keys.contains { $0.hasPrefix("Access-Control-") })
  }

  @Test("what is no list of names is not echoed")
  func names() throws {
    let connection = try connection(["https://a.org"])
    for list in ["a b", "a\"", "a:b", "<x>", "a, (b)"] {
      var request = preflight(from: "https://a.org")
      request.fields = request.fields.replacing("content-type,authorization,  x-client", with: list)
      let response = try connection.response(to: request)
      #expect(response.fields["Access-Control-Allow-Headers"] == nil)
    }
  }

  @Test("all origins: the same answer for everybody, never with credentials")
  func any() throws {
    #expect(CORSPolicy(origins: .any, allowsCredentials: true) == nil)
    let connection = try TestConnection { $0.cors = CORSPolicy(origins: .any) }
    let response = try connection.response(to: post(from: "null"))
    #expect(response.fields["Access-Control-Allow-Origin"] == "*")
    #expect(response.fields["Vary"] == "Accept")
  }

  @Test("credentials are allowed with an origin that is named")
  func credentials() throws {
    let connection = try connection(["https://a.org"], allowsCredentials: true)
    for request in [post(from: "https://a.org"), preflight(from: "https://a.org")] {
      let response = try connection.response(to: request)
      #expect(response.fields["Access-Control-Allow-Origin"] == "https://a.org")
      #expect(response.fields["Access-Control-Allow-Credentials"] == "true")
    }
  }

  @Test("a page may read why it was refused, too")
  func refusals() throws {
    let connection = try connection(["https://a.org"]) {
      $0.rateLimit = RateLimit(requests: 1, per: .seconds(3600))
    }
    var request = post(from: "https://a.org")
    request.contentType = "text/plain"
    let statuses = try [request, request].map { request in
      let response = try connection.response(to: request)
      #expect(response.fields["Access-Control-Allow-Origin"] == "https://a.org")
      return response.status
    }
    #expect(statuses == [415, 429])
  }

  @Test(
    "an origin is a scheme, a host and perhaps a port",
    arguments: [
      ("https://a.org", true), ("http://localhost:3000", true), ("HTTPS://A.org", true),
      ("http://[::1]:80", true), ("capacitor://localhost", true),
      ("chrome-extension://abcdef", true), ("https://a.org/", false), ("https://a.org/x", false),
      ("a.org", false), ("https:a.org", false), ("null", false), ("", false), ("*", false),
      ("https://*.a.org", false), ("https://a.org:x", false), ("https://u@a.org", false),
    ])
  func origins(text: String, isOrigin: Bool) {
    #expect((WebOrigin(text) != nil) == isOrigin)
  }

  @Test("every answer has browsers believe its media type")
  func nosniff() throws {
    for target in ["/health/live", "/schema.graphql", "/nothing", "/api/v4/", "/graphql?query=%7B"]
    {
      let response = try TestConnection().response(to: .get(target))
      #expect(response.fields["X-Content-Type-Options"] == "nosniff")
    }
  }

  private func connection(
    _ origins: [String], allowsCredentials: Bool = false,
    _ configure: (inout ServerConfiguration) -> Void = { _ in }
  ) throws -> TestConnection {
    try TestConnection {
      $0.cors = CORSPolicy(
        origins: .these(Set(origins.compactMap { WebOrigin($0) })),
        allowsCredentials: allowsCredentials)
      configure(&$0)
    }
  }

  private func post(from origin: String) -> TestRequest {
    var request = TestRequest.post(body)
    request.fields = "Origin: \(origin)\r\n"
    return request
  }

  private func preflight(from origin: String, target: String = "/graphql") -> TestRequest {
    TestRequest(
      method: "OPTIONS", target: target, contentType: nil,
      fields: "Origin: \(origin)\r\nAccess-Control-Request-Method: POST\r\n"
        + "Access-Control-Request-Headers: content-type,authorization,  x-client\r\n")
  }
}
