import Testing

@testable import GatewayHTTP

@Suite("The URL under which clients reach the server")
struct PublicURLTests {
  @Test(
    "is absolute, with a host and perhaps a port and a path",
    arguments: [
      ("https://example.org", "https://example.org", ""),
      ("http://[::1]:80/", "http://[::1]:80", ""),
      ("https://example.org:8443/a/b/", "https://example.org:8443", "/a/b"),
      ("HTTPS://Example.org", "https://Example.org", ""),
      ("http://127.0.0.1/%C3%A9", "http://127.0.0.1", "/%C3%A9"),
    ])
  func reads(text: String, origin: String, path: String) {
    let url = PublicURL(text)
    #expect(url?.origin == origin)
    #expect(url?.path == path)
  }

  @Test(
    "is nothing else",
    arguments: [
      "", "example.org", "ftp://example.org", "https://", "https:///a", "https://a b.org",
      "https://a@b.org", "https://example.org?x=1", "https://example.org/?x", "https://a.org/#x",
      "https://a.org:", "https://a.org:x", "https://[a]", "https://a.org/a b", "https://a.org/é",
      "https://a.org\r\nx: y", "//example.org", "https://a_b.org",
    ])
  func refuses(text: String) {
    #expect(PublicURL(text) == nil)
  }
}
