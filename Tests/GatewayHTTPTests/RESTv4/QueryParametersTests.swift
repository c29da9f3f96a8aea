import Testing

@testable import GatewayHTTP

@Suite("REST v4: parameters of a URL")
struct QueryParametersTests {
  @Test(
    "come out ordered by name and encoded anew, repeated ones together",
    arguments: [
      ("", ""), ("b=1&a=2", "?a=2&b=1"), ("b=2&a=1&b=1&B=3", "?B=3&a=1&b=2&b=1"), ("x", "?x="),
      ("&&x=&", "?x="), ("=", "?="), ("x==y", "?x=%3Dy"), ("x=a+b%20c%2Bd", "?x=a+b+c%2Bd"),
      ("x=%c3%a9", "?x=%C3%A9"), ("x=%FF", "?x=%EF%BF%BD"), ("x=%zz%", "?x=%25zz%25"),
      ("x=~-._*!'()", "?x=~-._%2A%21%27%28%29"), ("x=/?:@;", "?x=%2F%3F%3A%40%3B"),
      ("%6Cimit=4", "?limit=4"), ("é=1&z=1&Z=1", "?Z=1&z=1&%C3%A9=1"),
    ])
  func text(query: String, text: String) {
    #expect(QueryParameters(query.utf8).text == text)
  }

  @Test("of a repeated one the last counts")
  func last() {
    let parameters = QueryParameters("a=1&b=2&a=3&c".utf8)
    #expect(parameters.last("a") == "3")
    #expect(parameters.last("c") == "")
    #expect(parameters.last("d") == nil)
  }

  @Test("can be replaced and removed")
  func replacing() {
    let parameters = QueryParameters("a=1&b=2&a=3".utf8)
    #expect(parameters.replacing("a", with: "x y").text == "?a=x+y&b=2")
    #expect(parameters.replacing("a", with: nil).text == "?b=2")
    #expect(parameters.replacing("c", with: "").text == "?a=1&a=3&b=2&c=")
  }

  @Test("bytes beyond ASCII count as Latin-1 where links carry them on")
  func latin1() {
    #expect(
      percentEncodedQuery("x=é <>\"%20#".utf8).elementsEqual("x=%C3%83%C2%A9%20%3C%3E%22%20#".utf8))
  }
}
