import CatalogGateway
import NIOHTTP1
import Testing

@testable import GatewayHTTP

@Suite("REST v4: refusals, methods and redirects")
struct RESTv4RefusalTests {
  @Test(
    "what is not there is a 404 that says what there is not",
    arguments: [
      ("packages/999999/", "No Package matches the given query."),
      ("packages/no-such-package/", "No Package matches the given query."),
      ("packages/Django-Vies/", "No Package matches the given query."),
      ("packages/99999999999999999999/", "No Package matches the given query."),
      ("packages/20250101/", "No Package matches the given query."),
      ("packages/a%00b/", "No Package matches the given query."),
      ("grids/99999/", "No Grid matches the given query."),
      ("categories/99/", "No Category matches the given query."),
      ("categories/apps/", "Not found."), ("packages/%C2%B2/", "Not found."),
      ("packages/?format=xml", "Not found."), ("packages/2192.xml", "Not found."),
    ])
  func notFound(path: String, detail: String) throws {
    let response = try TestConnection.rest().rest("/api/v4/" + path)
    #expect(response.status == 404)
    #expect(response.fields["Content-Type"] == "application/json")
    #expect(response.fields["Allow"] == "GET, HEAD, OPTIONS")
    let isNegotiated = !path.contains("xml")
    #expect(response.fields["Vary"] == (isNegotiated ? "Accept, Cookie" : "Accept"))
    #expect(response.body == "{\"detail\":\"\(detail)\"}")
  }

  @Test("an Accept that fits nothing is a 406 in JSON")
  func notAcceptable() throws {
    let response = try TestConnection.rest().rest(
      "/api/v4/packages/2192/?format=json", accept: "text/html")
    #expect(response.status == 406)
    #expect(response.fields["Vary"] == "Accept")
    #expect(response.body == #"{"detail":"Could not satisfy the request Accept header."}"#)
  }

  @Test(
    "paths without anything behind them have a page for people",
    arguments: [
      "/api/v4/nonexistent/", "/api/v4/packages//2192/", "/api/v4/search/1/", "/api/v4/.JSON",
      "/api/v4/grids/270/packages/",
    ])
  func noPage(path: String) throws {
    let response = try TestConnection.rest().rest(path, accept: "application/json")
    #expect(response.status == 404)
    #expect(response.fields["Content-Type"] == "text/html; charset=utf-8")
    #expect(response.fields["Vary"] == "Cookie")
    #expect(response.fields["Allow"] == nil)
  }

  @Test("the first API is gone")
  func gone() throws {
    let response = try TestConnection.rest().rest("/api/v1/package/")
    #expect(response.status == 410)
    #expect(response.fields["Content-Type"] == "text/html; charset=utf-8")
    #expect(response.fields["Vary"] == nil)
  }

  @Test(
    "a slash that is missing is a redirect, whatever the method",
    arguments: [
      ("/api/v4", "/api/v4/"), ("/api/v1", "/api/v1/"),
      ("/api/v4/packages?limit=2", "/api/v4/packages/?limit=2"),
      ("/api/v4/packages/a%20b?x=%22<", "/api/v4/packages/a%20b/?x=%22%3C"),
      ("/api/v4/packages/%FF", "/api/v4/packages/%25FF/"),
      ("/api/v4/packages%2F2192", "/api/v4/packages/2192/"),
      ("/api/v4/grids/%C3%A9'(+)", "/api/v4/grids/%C3%A9'(+)/"),
    ])
  func redirects(target: String, location: String) throws {
    for method in ["GET", "POST", "OPTIONS"] {
      let response = try TestConnection.rest().rest(target, method: method)
      #expect(
        response
          == TestResponse(
            status: 301,
            fields: [
              "Date": "Sun, 06 Nov 1994 08:49:37 GMT", "Content-Type": "text/html; charset=utf-8",
              "Location": location, "Vary": "Cookie", "X-Content-Type-Options": "nosniff",
              "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
              "Content-Length": "0",
            ], body: ""))
    }
  }

  @Test(
    "only reading is allowed, on what is there and on what is not",
    arguments: ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "M-SEARCH", "FOO"])
  func methods(method: String) throws {
    for path in ["", "packages/", "packages/no-such/", "categories/x/", "search/"] {
      let response = try TestConnection.rest().rest("/api/v4/" + path, method: method)
      #expect(response.status == 405)
      #expect(response.fields["Allow"] == "GET, HEAD, OPTIONS")
      #expect(response.body == "{\"detail\":\"Method \\\"\(method)\\\" not allowed.\"}")
    }
  }

  @Test("a request with a method that no parser knows is the last of its connection")
  func unknownMethod() throws {
    let connection = try TestConnection.rest()
    let response = try connection.response(
      to: TestRequest(method: "FOO", target: "/graphql", contentType: nil))
    #expect(response.status == 405)
    #expect(response.fields["Connection"] == "close")
    #expect(connection.isClosed)
    for broken in [
      "FOO /graphql HTTP/1.1\r\nHost: x\r\n", "FOO x\r\n\r\n", "F@O / HTTP/1.1\r\n\r\n",
    ] {
      #expect(try TestConnection.rest().responses(to: broken).map(\.status) == [400])
    }
  }

  @Test(
    "HEAD is GET without the content",
    arguments: [
      "/", "/packages/2192/", "/packages/", "/packages/no-such/", "/search/", "/?format=api",
      "/nonexistent/",
    ])
  func head(path: String) throws {
    let connection = try TestConnection.rest()
    let get = try connection.rest("/api/v4" + path)
    let head = try connection.rest("/api/v4" + path, method: "HEAD")
    #expect(head == TestResponse(status: get.status, fields: get.fields, body: ""))
  }

  @Test(
    "OPTIONS describes the view, also where there is no object",
    arguments: [
      ("", "Api Root", "The default basic root view for DefaultRouter"),
      (
        "packages/", "Package List", "API endpoint that allows packages to be viewed or edited."
      ),
      (
        "packages/0/", "Package Instance",
        "API endpoint that allows packages to be viewed or edited."
      ),
      ("grids/", "Grid List", ""), ("grids/x/", "Grid Instance", ""),
      ("categories/", "Category List", ""), ("categories/1/", "Category Instance", ""),
      (
        "search/", "Search V3 List",
        #"Accepts a 'q' GET parameter.\n\nReturns SearchV3 (PostgreSQL FTS) results."#
      ),
    ])
  func options(path: String, name: String, description: String) throws {
    let response = try TestConnection.rest().rest("/api/v4/" + path, method: "OPTIONS")
    #expect(response.status == 200)
    #expect(
      response.body == """
        {"name":"\(name)","description":"\(description)",\
        "renders":["application/json","text/html"],"parses":["application/json",\
        "application/x-www-form-urlencoded","multipart/form-data"]}
        """)
  }

  @Test("a Host that is none is refused", arguments: ["a_b.org", "a/b", "a\"b", "x y", "a:"])
  func host(host: String) throws {
    var request = TestRequest.get("/api/v4/packages")
    request.host = host
    #expect(try TestConnection.rest().response(to: request).status == 400)
  }
}
