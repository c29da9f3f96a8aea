import Testing

@testable import CatalogSync

@Suite("The URL of an origin")
struct OriginURLTests {
  @Test(
    "is written in one way",
    arguments: [
      ("https://djangopackages.org/api/v4/", "https://djangopackages.org/api/v4/"),
      ("HTTPS://DjangoPackages.org:443/api", "https://djangopackages.org/api"),
      ("http://127.0.0.1:8000/?a=b", "http://127.0.0.1:8000/?a=b"),
      ("http://[::1]:80/x#part", "http://[::1]/x"),
      ("http://localhost", "http://localhost/"),
      ("http://localhost?limit=1", "http://localhost/?limit=1"),
    ])
  func parses(text: String, description: String) throws {
    #expect(try #require(OriginURL(text)).description == description)
  }

  @Test(
    "is of http or https, and names a host",
    arguments: [
      "", "djangopackages.org", "ftp://x/", "file:///x", "http://", "http:///x", "http://a b/",
      "http://user@x/", "http://x:0/", "http://x:65536/", "http://x:port/", "http://[::1/",
      "https://x/\u{E9}", "http://x/\n",
    ])
  func rejects(text: String) {
    #expect(OriginURL(text) == nil)
  }

  @Test(
    "resolves the references of its page",
    arguments: [
      ("https://example.com/b", "https://example.com/b"),
      ("//example.com/b", "https://example.com/b"),
      ("/b?c", "https://example.org/b?c"),
      ("?offset=2", "https://example.org/api/v4/?offset=2"),
      ("packages/", "https://example.org/api/v4/packages/"),
    ])
  func resolves(reference: String, description: String) throws {
    let page = try #require(OriginURL("https://example.org/api/v4/?limit=1"))
    #expect(page.resolve(reference)?.description == description)
  }

  @Test("resolves nothing else", arguments: ["mailto:x@example.org", "ftp://example.org/"])
  func resolvesNot(reference: String) throws {
    let page = try #require(OriginURL("https://example.org/api/v4/?limit=1"))
    #expect(page.resolve(reference) == nil)
  }

  @Test(
    "may send a client on within its origin, or to https",
    arguments: [
      ("http://a/", "http://a/b", true), ("http://a/", "https://a/", true),
      ("https://a/", "http://a/", false), ("http://a/", "http://b/", false),
      ("http://a:8000/", "https://a/", false), ("http://a:8000/", "http://a:8001/", false),
    ])
  func redirects(from: String, to: String, isAllowed: Bool) throws {
    let (from, to) = (try #require(OriginURL(from)), try #require(OriginURL(to)))
    #expect(from.mayRedirect(to: to) == isAllowed)
  }

  @Test(
    "of a list asks for a first page of a size",
    arguments: [
      ("http://a/packages/", "http://a/packages/?limit=9"),
      ("http://a/packages/?format=json", "http://a/packages/?format=json&limit=9"),
      ("http://a/packages/?limit=1&offset=5", "http://a/packages/?limit=9"),
    ])
  func firstPage(list: String, page: String) throws {
    #expect(try #require(OriginURL(list)).firstPage(ofSize: 9).description == page)
  }
}
