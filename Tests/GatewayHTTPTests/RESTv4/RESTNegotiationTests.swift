import Testing

@testable import GatewayHTTP

@Suite("REST v4: what form an answer has")
struct RESTNegotiationTests {
  @Test(
    "the most specific media type decides, then JSON goes before the page; weights do not matter",
    arguments: [
      (nil, .json), ("*/*", .json), ("application/*", .json), ("text/*", .api),
      ("text/html", .api), ("text/html;q=0", .api), ("Text/HTML", .api), ("*/json", .json),
      ("text/html, application/json", .json), ("*/*, text/html", .api),
      ("application/json;q=0.1, text/html", .json), ("text/html;level=1, application/json", .api),
      ("text/*, application/*", .json),
      ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", .api),
      ("image/png, */*;q=0.1", .json), (",application/json", .json),
    ] as [(String?, RESTFormat)])
  func prefers(accept: String?, format: RESTFormat) throws {
    #expect(try RESTNegotiation(format: nil, accept: accept).format == format)
  }

  @Test(
    "nothing else will do",
    arguments: ["", "*", "json", "image/png", "application/xml", "application/", ";", ","])
  func refuses(accept: String) {
    #expect(throws: RESTNegotiation.Failure.notAcceptable) {
      try RESTNegotiation(format: nil, accept: accept)
    }
  }

  @Test("a format that is named must be acceptable too; an empty name is none")
  func named() throws {
    #expect(try RESTNegotiation(format: "api", accept: "*/*").format == .api)
    #expect(try RESTNegotiation(format: "", accept: "text/html").format == .api)
    #expect(throws: RESTNegotiation.Failure.notAcceptable) {
      try RESTNegotiation(format: "json", accept: "text/html")
    }
    for format in ["xml", "html", "JSON"] {
      #expect(throws: RESTNegotiation.Failure.unknownFormat) {
        try RESTNegotiation(format: format, accept: nil)
      }
    }
  }

  @Test(
    "the media type may ask for blanks a level",
    arguments: [
      ("application/json", nil), ("application/json; indent=4", 4), ("*/*; indent=2", 2),
      ("application/json; indent=0", nil), ("application/json; indent=9", 8),
      ("application/json; INDENT=\"3\"", 3), ("application/json; indent=x", nil),
      ("application/json; indent=-1", nil), ("text/html", 4), ("text/html; indent=2", 2),
      ("text/html; indent=0", nil),
    ] as [(String, Int?)])
  func indents(accept: String, indent: Int?) throws {
    #expect(try RESTNegotiation(format: nil, accept: accept).indent == indent)
  }
}
