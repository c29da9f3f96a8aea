import CatalogGateway
import Testing

@testable import GatewayHTTP

@Suite("REST v4: answers")
struct RESTv4Tests {
  @Test("every object is the original's text, links to what is not here included")
  func objects() throws {
    let connection = try TestConnection.rest()
    for object in try RESTCatalog.objects.get() {
      let response = try connection.rest("/api/v4/\(object.resource)/\(object.id)/")
      #expect(response.body == object.text)
    }
  }

  @Test("an object has the fields of the original and a validator")
  func fields() throws {
    let response = try TestConnection.rest().rest("/api/v4/grids/fax/")
    #expect(
      response
        == TestResponse(
          status: 200,
          fields: [
            "Date": "Sun, 06 Nov 1994 08:49:37 GMT", "Content-Type": "application/json",
            "Vary": "Accept, Cookie", "Allow": "GET, HEAD, OPTIONS", "X-Frame-Options": "DENY",
            "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin", "Content-Length": "192",
            "ETag": "\"83adb4a3624b7a06b219284e07685cdf\"",
          ],
          body: """
            {"id":120,"title":"Fax","slug":"fax","description":"","is_locked":false,"packages":[],\
            "header":false,"created":"2011-09-02T12:38:46.083390-04:00",\
            "modified":"2022-09-24T09:10:45.562709-04:00"}
            """))
  }

  @Test(
    "an object has the same answer by slug and by any way to write its id",
    arguments: [
      ("packages", "2192", ["django-vies", "002192", "%EF%BC%92%EF%BC%91%EF%BC%99%EF%BC%92"]),
      ("grids", "270", ["tax-and-vat"]), ("categories", "7", ["+7", "%207%20", "%D9%A7"]),
    ])
  func lookups(resource: String, id: String, names: [String]) throws {
    let connection = try TestConnection.rest()
    let expected = try connection.rest("/api/v4/\(resource)/\(id)/")
    #expect(expected.status == 200)
    for name in names {
      #expect(try connection.rest("/api/v4/\(resource)/\(name)/") == expected)
    }
  }

  @Test("a list is a page of its objects, newest first, all of them if the page is large enough")
  func lists() throws {
    let connection = try TestConnection.rest()
    for resource in RESTResource.allCases {
      let objects = try RESTCatalog.objects.get().filter { $0.resource == resource.rawValue }
      let all = """
        {"count":\(objects.count),"next":null,"previous":null,\
        "results":[\(objects.map(\.text).joined(separator: ","))]}
        """
      #expect(
        try connection.rest("/api/v4/\(resource)/?limit=99999999999999999999").body.hasSuffix(
          all.dropFirst(1)))
      #expect(try connection.rest("/api/v4/\(resource)/").body == all)
    }
  }

  /// A page, and the queries of the links beside it.
  struct Page: Sendable {
    let query: String
    let next: String?
    let previous: String?
    var results = 0
  }

  @Test(
    "a page has links to its neighbours, with all parameters in the order of their names",
    arguments: [
      Page(query: "limit=2", next: "limit=2&offset=2", previous: nil, results: 2),
      Page(
        query: "limit=2&offset=1", next: "limit=2&offset=3", previous: "limit=2", results: 2),
      Page(
        query: "limit=2&offset=3", next: "limit=2&offset=5", previous: "limit=2&offset=1",
        results: 2),
      Page(query: "limit=2&offset=4", next: nil, previous: "limit=2&offset=2", results: 2),
      Page(query: "limit=abc&offset=20", next: nil, previous: "limit=20"),
      Page(query: "limit=0&offset=-1", next: nil, previous: nil, results: 6),
      Page(query: "limit=%201_0%20&offset=+3", next: nil, previous: "limit=10", results: 3),
      Page(query: "limit=3&limit=5", next: "limit=5&offset=5", previous: nil, results: 5),
      Page(
        query: "limit=2&offset=99999999999999999999", next: nil,
        previous: "limit=2&offset=99999999999999999997"),
      Page(
        query: "zz=1&limit=5&aa=%C3%A9+x&format=json",
        next: "aa=%C3%A9+x&format=json&limit=5&offset=5&zz=1", previous: nil, results: 5),
    ])
  func pages(page: Page) throws {
    let list = "https://djangopackages.org/api/v4/categories/"
    let response = try TestConnection.rest().rest("/api/v4/categories/?\(page.query)")
    let next = page.next.map { "\"\(list)?\($0)\"" } ?? "null"
    let previous = page.previous.map { "\"\(list)?\($0)\"" } ?? "null"
    #expect(response.body.hasPrefix("{\"count\":6,\"next\":\(next),\"previous\":\(previous),"))
    #expect(response.body.split(separator: "\"title\":").count == page.results + 1)
  }

  @Test(
    "the format goes along in every link",
    arguments: [
      ("/270/?format=json", "/2192/?format=json"), ("/270/?format=", "/2192/?format="),
      ("/270/?x=1", "/2192/"), ("/270.json", "/2192.json"), ("/270.json/", "/2192.json"),
      ("/270.json?format=json", "/2192.json?format=json"),
      ("/270/?format=api&format=json", "/2192/?format=json"),
    ])
  func formatInLinks(target: String, link: String) throws {
    let response = try TestConnection.rest().rest("/api/v4/grids" + target)
    #expect(response.body.contains("\"https://djangopackages.org/api/v4/packages\(link)\""))
  }

  @Test("the root says where everything is")
  func root() throws {
    let response = try TestConnection.rest().rest("/api/v4/.json?format=json")
    let base = "https://djangopackages.org/api/v4/"
    #expect(
      response.body == """
        {"packages":"\(base)packages.json?format=json","search":"\(base)search.json?format=json",\
        "grids":"\(base)grids.json?format=json","categories":"\(base)categories.json?format=json"}
        """)
  }

  @Test("links have the scheme and host of the request, or the public URL")
  func hosts() throws {
    let request = TestRequest.get("/api/v4/")
    let plain = try TestConnection.rest().response(to: request)
    #expect(plain.body.hasPrefix(#"{"packages":"http://localhost/api/v4/packages/""#))
    let connection = try TestConnection.rest { $0.publicURL = PublicURL("https://x.org/catalog") }
    #expect(
      try connection.response(to: request).body.hasPrefix(
        #"{"packages":"https://x.org/catalog/api/v4/packages/""#))
    #expect(
      try connection.rest("/api/v4/packages").fields["Location"] == "/catalog/api/v4/packages/")
  }

  @Test("search gives a list of finds, of which none is a page or a link")
  func search() throws {
    let connection = try TestConnection.rest()
    #expect(try connection.rest("/api/v4/search/").body == "[]")
    #expect(try connection.rest("/api/v4/search/?q=").body == "[]")
    #expect(
      try connection.rest("/api/v4/search/?q=tax%00%20vat&limit=0").body == """
        [{"description":"VAT numbers, tax rates and invoicing.","title":"Tax and VAT","title_no_prefix":"Tax and VAT",\
        "slug_no_prefix":"tax-and-vat","clean_title":"Tax and VAT",\
        "absolute_url":"/grids/g/tax-and-vat/","created":"2014-06-03T17:57:14.576234-04:00",\
        "modified":"2024-12-29T17:40:57.513238-05:00","weight":0,"item_type":"grid",\
        "slug":"tax-and-vat","category":"","repo_watchers":0,"repo_forks":0,"pypi_downloads":0,\
        "score":0,"usage":0,"participants":"","last_committed":null,"last_released":null}]
        """)
  }
}
