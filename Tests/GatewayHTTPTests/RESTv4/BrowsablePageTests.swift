import CatalogGateway
import JSON
import Testing

@testable import GatewayHTTP

@Suite("REST v4: browsable pages")
struct BrowsablePageTests {
  @Test("the text block of a package is the original's, character for character")
  func textBlock() throws {
    let response = try TestConnection.rest().rest("/api/v4/packages/2192/?format=api")
    #expect(response.status == 200)
    #expect(response.fields["Content-Type"] == "text/html; charset=utf-8")
    #expect(response.fields["Vary"] == "Accept, Cookie")
    let blocks = preformatted(response.body)
    #expect(blocks.first == "GET /api/v4/packages/2192/?format=api")
    #expect(try blocks.last == RESTCatalog.fixture("package-2192.api.txt"))
  }

  @Test("errors have a page too, for those who accept one")
  func errors() throws {
    let connection = try TestConnection.rest()
    let missing = try connection.rest("/api/v4/grids/none/", accept: "text/html")
    #expect(missing.status == 404)
    #expect(
      preformatted(missing.body).last == """
        HTTP 404 Not Found
        Allow: GET, HEAD, OPTIONS
        Content-Type: application/json
        Vary: Accept

        {
            "detail": "No Grid matches the given query."
        }
        """)
    let refused = try connection.rest("/api/v4/", method: "DELETE", accept: "text/html;indent=0")
    #expect(
      preformatted(refused.body).last?.hasSuffix(#"{"detail":"Method \"DELETE\" not allowed."}"#)
        == true)
  }

  @Test("a page shows the way from the root, the formats, and its own address as text")
  func navigation() throws {
    let page = try TestConnection.rest().rest("/api/v4/grids/fax.api?x=<&format=api").body
    let lines = [
      "<title>Grid Instance – gridql</title>",
      #"<li><a href="/api/v4/?format=api">Api Root</a></li>"#,
      #"<li><a href="/api/v4/grids/?format=api">Grid List</a></li>"#,
      #"<li><a href="/api/v4/grids/fax.api?format=api" aria-current="page">Grid Instance</a></li>"#,
      #"<a href="/api/v4/grids/fax.api?x=%3C&amp;format=api">GET</a>"#,
      #"<a href="/api/v4/grids/fax.api?format=json&amp;x=%3C">json</a>"#,
      #"<a href="/api/v4/grids/fax.api?format=api&amp;x=%3C">api</a>"#,
      "OPTIONS</button>", "<h1>Grid Instance</h1>",
      "<b>GET</b> /api/v4/grids/fax.api?x=%3C&amp;format=api",
    ]
    var rest = page[...]
    for line in lines {
      guard let found = rest.range(of: line) else {
        Issue.record("\(line) is not where it should be")
        continue
      }
      rest = rest[found.upperBound...]
    }
  }

  @Test("a list of more than one page has their numbers")
  func numbers() throws {
    let connection = try TestConnection.rest()
    let page = try connection.rest("/api/v4/categories/?format=api&limit=2&offset=2").body
    let list = "https://djangopackages.org/api/v4/categories/?format=api&amp;limit=2"
    #expect(
      page.contains(
        """
        <nav class="pages" aria-label="Pages"><a href="\(list)">«</a> <a href="\(list)">1</a> \
        <b aria-current="page">2</b> <a href="\(list)&amp;offset=4">3</a> \
        <a href="\(list)&amp;offset=4">»</a></nav>
        """))
    #expect(
      !(try connection.rest("/api/v4/categories/?format=api").body.contains("aria-label=\"Pages\""))
    )
  }

  @Test("a page needs nothing from elsewhere")
  func selfContained() throws {
    let page = try TestConnection.rest().rest("/api/v4/?format=api").body
    for part in ["<link", "src=", "@import", "url("] { #expect(!page.contains(part)) }
  }

  @Test(
    "a page leads to the same question in GraphQL, which has an answer",
    arguments: [
      "", "packages/", "packages/?limit=3&offset=5", "packages/2192/", "packages/django-vies/",
      "packages/%22%E2%80%A8/", "grids/", "grids/270/", "categories/", "categories/7/", "search/",
      "search/?q=%22tax%5C",
    ])
  func graphQL(path: String) throws {
    let connection = try TestConnection.rest()
    let page = try connection.rest("/api/v4/" + path, accept: "text/html").body
    let link = try #require(page.firstMatch(of: /href="(\/graphql\?query=[^"]*)">Ask in GraphQL/))
    let response = try connection.rest(String(link.1))
    #expect(response.status == 200)
    #expect(try parseJSON(response.body)["errors"] == nil)
  }

  /// The texts of the `<pre>` elements.
  private func preformatted(_ page: String) -> [String] {
    page.matches(of: /<pre[^>]*>([^\0]*?)<\/pre>/).map { match in
      let entities = [("lt", "<"), ("gt", ">"), ("quot", "\""), ("#x27", "'"), ("amp", "&")]
      return entities.reduce(String(match.1).replacing(/<[^>]*>/, with: "")) { text, entity in
        text.replacing("&\(entity.0);", with: entity.1)
      }
    }
  }
}
