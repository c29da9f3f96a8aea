import Testing

@testable import GatewayHTTP

@Suite("RFC 9111 §5.2 Cache-Control")
struct CacheControlTests {
  @Test(
    "a list of directives is taken, with one blank after each comma",
    arguments: [
      ("max-age=60", "max-age=60"),
      ("public,max-age=60", "public, max-age=60"),
      ("  private ,\tno-cache ", "private, no-cache"),
      ("s-maxage=0, stale-while-revalidate=30", "s-maxage=0, stale-while-revalidate=30"),
      ("private=\"set-cookie\", no-transform", "private=\"set-cookie\", no-transform"),
      ("community=\"UCI, LA\"", "community=\"UCI, LA\""),
      ("immutable", "immutable"),
    ])
  func takes(text: String, field: String) {
    #expect(CacheControl(text)?.text == field)
  }

  @Test(
    "what is none is refused",
    arguments: [
      "", ",", "public,", "max-age", "max-age=", "max-age=-1", "max-age=1.5", "max-age=\"60\"",
      "Max-Age=x", "max-age=1000000000", "max age=60", "no cache", "a=b c", "a=\"b", "a=\"b\"c",
      "a=\"b\"\"", "a=\"\\\"\"", "é", "a=\"é\"", "a\r\nSet-Cookie: b",
    ])
  func refuses(text: String) {
    #expect(CacheControl(text) == nil)
  }
}
