import CatalogGateway
import Testing

@testable import GatewayHTTP

@Suite("Routes")
struct RouteTests {
  @Test("GET /schema.graphql is the schema")
  func schema() throws {
    let response = try TestConnection().response(to: .get("/schema.graphql"))
    #expect(response.status == 200)
    #expect(response.fields["Content-Type"] == "text/plain; charset=utf-8")
    #expect(response.body == Gateway.schemaText)
  }

  @Test(
    "the operator's questions have short answers",
    arguments: [
      ("/health/live", #"{"status":"live"}"#), ("/health/ready", #"{"status":"ready"}"#),
    ])
  func health(path: String, body: String) throws {
    let response = try TestConnection().response(to: .get(path))
    #expect(response.status == 200)
    #expect(response.body == body)
  }

  @Test(
    "a path with nothing behind it is a 404 in JSON (H13)",
    arguments: [
      "/", "/graphql/", "/graphqlx", "/api/", "/api/v3/", "/benchmark/static", "/%67raphql",
    ])
  func notFound(path: String) throws {
    let response = try TestConnection().response(to: .get(path))
    #expect(response.status == 404)
    #expect(response.body.contains(#""code":"NOT_FOUND""#))
  }

  @Test("the absolute form of a target means the same. RFC 9112 §3.2.2")
  func absoluteForm() throws {
    let response = try TestConnection().response(to: .get("http://localhost:80/health/live?x=1"))
    #expect(response.status == 200)
  }

  @Test(
    "OPTIONS names the methods",
    arguments: [
      ("/graphql", "GET, HEAD, POST, OPTIONS"), ("*", "GET, HEAD, POST, OPTIONS"),
      ("/schema.graphql", "GET, HEAD, OPTIONS"),
    ])
  func options(target: String, methods: String) throws {
    let response = try TestConnection().response(
      to: TestRequest(method: "OPTIONS", target: target, contentType: nil))
    #expect(response.status == 204)
    #expect(response.fields["Allow"] == methods)
    #expect(response.fields["Content-Length"] == nil)
  }

  @Test(
    "another method is a 405 that names the methods (H1)",
    arguments: [
      ("PUT", "/graphql", "GET, HEAD, POST, OPTIONS"),
      ("DELETE", "/graphql", "GET, HEAD, POST, OPTIONS"),
      ("POST", "/schema.graphql", "GET, HEAD, OPTIONS"),
      ("TRACE", "/health/live", "GET, HEAD, OPTIONS"),
    ])
  func methodNotAllowed(method: String, target: String, methods: String) throws {
    let response = try TestConnection().response(
      to: TestRequest(method: method, target: target, contentType: nil))
    #expect(response.status == 405)
    #expect(response.fields["Allow"] == methods)
    #expect(response.body.contains(#""code":"BAD_REQUEST""#))
  }

  @Test(
    "HEAD is GET without the content",
    arguments: ["/graphql?query=%7B__typename%7D", "/schema.graphql", "/health/live", "/nothing"])
  func head(target: String) throws {
    let connection = try TestConnection()
    let get = try connection.response(to: .get(target))
    try connection.send(TestRequest(method: "HEAD", target: target, contentType: nil).text)
    let head = try TestResponse.all(in: connection.received(), toHEAD: true)
    #expect(head == [TestResponse(status: get.status, fields: get.fields, body: "")])
  }

  @Test("a mutation by GET is a 405 that allows POST, whatever is accepted (H6)")
  func mutationByGET() throws {
    for accept in ["application/json", "application/graphql-response+json"] {
      let response = try TestConnection().response(
        to: .get("/graphql?query=mutation%7B__typename%7D", accept: accept))
      #expect(response.status == 405)
      #expect(response.fields["Allow"] == "POST")
    }
  }

  @Test(
    "a POST must be JSON in UTF-8 as it is (H2, H7)",
    arguments: [
      ("application/json", 200), ("Application/JSON", 200),
      ("application/json; charset=\"UTF-8\"", 200), ("application/json;profile=x", 200),
      ("application/json; charset=utf-16", 415), ("application/graphql", 415),
      ("text/plain", 415), ("multipart/form-data; boundary=x", 415),
      ("application/x-www-form-urlencoded", 415), ("json", 415), ("", 415),
    ])
  func contentType(contentType: String, status: Int) throws {
    let response = try TestConnection().response(
      to: .post(#"{"query":"{ __typename }"}"#, contentType: contentType))
    #expect(response.status == status)
  }

  @Test("an encoded body is refused")
  func contentEncoding() throws {
    var request = TestRequest.post(#"{"query":"{ __typename }"}"#)
    request.fields = "Content-Encoding: gzip\r\n"
    #expect(try TestConnection().response(to: request).status == 415)
  }

  @Test("the static answer is there when asked for, 4 KB long")
  func benchmark() throws {
    let connection = try TestConnection { $0.benchmarkRoutes = .fixed }
    let response = try connection.response(to: .get("/benchmark/static"))
    #expect(response.status == 200)
    #expect(response.body.utf8.count == 4096)
    #expect(try connection.response(to: .get("/benchmark/other")).status == 404)
  }

  @Test("an answer of the GraphQL endpoint depends on Accept and says so")
  func vary() throws {
    let response = try TestConnection().response(to: .post(#"{"query":"{ __typename }"}"#))
    #expect(
      response.fields == [
        "Date": "Sun, 06 Nov 1994 08:49:37 GMT",
        "Content-Type": "application/json; charset=utf-8", "Vary": "Accept",
        "X-Content-Type-Options": "nosniff",
        "Content-Length": "31",
      ])
  }
}
