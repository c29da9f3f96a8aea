import Testing

@testable import GatewayHTTP

@Suite("RFC 9110 §12.5.1 Accept (H10)")
struct ResponseTypeTests {
  @Test(
    "the type the client likes best is chosen",
    arguments: [
      (nil, ResponseType.json),
      ("", .json),
      ("*/*", .json),
      ("application/*", .json),
      ("application/json", .json),
      ("APPLICATION/JSON", .json),
      ("application/graphql-response+json", .graphQLResponse),
      ("application/graphql-response+json, application/json", .graphQLResponse),
      ("application/json, application/graphql-response+json", .json),
      ("application/json;q=0.5, application/graphql-response+json;q=0.9", .graphQLResponse),
      ("application/graphql-response+json;q=0.5,application/json;q=0.501", .json),
      ("*/*, application/graphql-response+json", .graphQLResponse),
      ("application/json;q=0, */*", .graphQLResponse),
      ("application/*;q=0.1, application/json;q=0, */*;q=0.9", .graphQLResponse),
      ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", .json),
      ("application/graphql-response+json; charset=utf-8", .graphQLResponse),
      ("application/graphql-response+json;charset=\"UTF-8\" ;q=1.000", .graphQLResponse),
      ("application/json;charset=iso-8859-1, application/graphql-response+json", .graphQLResponse),
      ("text/plain;x=\"a, application/json;q=0\", application/json", .json),
      ("application/json;q=2, application/graphql-response+json;q=0.1", .graphQLResponse),
      (",, application/json", .json),
    ] as [(String?, ResponseType)])
  func chooses(accept: String?, type: ResponseType) {
    #expect(ResponseType(accept: accept, .audit) == type)
  }

  @Test(
    "there may be none",
    arguments: [
      "text/html", "application/json;q=0", "*/*;q=0", "application/json;charset=latin1",
      "application", "application/", "image/*, text/*", "application/json;q=x",
    ])
  func choosesNone(accept: String) {
    for statusCodes in StatusCodes.allCases {
      #expect(ResponseType(accept: accept, statusCodes) == nil)
    }
  }

  @Test("a client that accepts none gets a 406 with the reason in JSON (H13)")
  func notAcceptable() throws {
    let response = try TestConnection().response(
      to: .post(#"{"query":"{ __typename }"}"#, accept: "text/html"))
    #expect(response.status == 406)
    #expect(response.fields["Content-Type"] == "application/json; charset=utf-8")
  }

  @Test("several Accept lines are one list")
  func joinsLines() throws {
    var request = TestRequest.post(#"{"query":"{ __typename }"}"#, accept: "text/html")
    request.fields = "Accept: application/graphql-response+json\r\n"
    let response = try TestConnection().response(to: request)
    #expect(
      response.fields["Content-Type"] == "application/graphql-response+json; charset=utf-8")
  }
}
