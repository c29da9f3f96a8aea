import CatalogGateway
import JSON
import Testing

@Suite("GraphQL over HTTP, Request Parameters in a JSON body (H4)")
struct GraphQLRequestBodyTests {
  @Test("all of them are read (X12)")
  func readsAll() throws {
    let request = try GraphQLRequest(
      body: Array(
        #"""
        {"query": "{ a(b: \"\u00e9\n\") }", "operationName": "Q",
         "variables": {"x": [1, null], "y": {"z": 1.5}}, "extensions": {"stats": true}}
        """#.utf8))
    #expect(String(decoding: request.query, as: UTF8.self) == "{ a(b: \"é\n\") }")
    #expect(request.operationName == "Q")
    #expect(
      request.variables == [
        JSONMember(name: "x", value: .array([.int(1), .null])),
        JSONMember(
          name: "y", value: .object([JSONMember(name: "z", value: .number(1.5))])),
      ])
    #expect(request.wantsStats)
    #expect(request.allowsMutation)
  }

  @Test(
    "optional ones may be null or absent, and members of other names are ignored (X12, H8)",
    arguments: [
      #"{"query": "{a}"}"#,
      #"{"query": "{a}", "operationName": null, "variables": null, "extensions": null}"#,
      #"{"id": 7, "query": "{a}", "document": {"x": []}}"#,
      #"{"qu\u0065ry": "{a}"}"#,
      #"{"query": "{a}", "extensions": {"stats": "true"}}"#,
    ])
  func acceptsAbsence(body: String) throws {
    let request = try GraphQLRequest(body: Array(body.utf8))
    #expect(request.query == Array("{a}".utf8))
    #expect(request.operationName == nil)
    #expect(request.variables.isEmpty)
    #expect(!request.wantsStats)
  }

  @Test(
    "what is wrong is named (X12)",
    arguments: [
      ("", RequestError.missingBody),
      ("[]", .bodyNotObject(found: .array)),
      ("{}", .missingQuery),
      (#"{"query": null}"#, .missingQuery),
      (#"{"query": {"a": 1}}"#, .wrongType(.query, found: .object)),
      (#"{"query": 0}"#, .wrongType(.query, found: .number)),
      (#"{"query": false}"#, .wrongType(.query, found: .boolean)),
      (#"{"query": []}"#, .wrongType(.query, found: .array)),
      (#"{"query": "{a}", "operationName": []}"#, .wrongType(.operationName, found: .array)),
      (#"{"query": "{a}", "variables": "{}"}"#, .wrongType(.variables, found: .string)),
      (#"{"query": "{a}", "variables": []}"#, .wrongType(.variables, found: .array)),
      (#"{"query": "{a}", "extensions": 1}"#, .wrongType(.extensions, found: .number)),
    ])
  func namesWhatIsWrong(body: String, error: RequestError) {
    #expect(throws: error) { try GraphQLRequest(body: Array(body.utf8)) }
  }

  @Test(
    "what is no JSON is refused as such, a wrong type before it or not",
    arguments: ["{", #"{"query": 1"#, #"{"query": "{a}"} x"#, "  ", "\u{FEFF}{}"])
  func refusesWhatIsNoJSON(body: String) {
    let error = #expect(throws: RequestError.self) {
      try GraphQLRequest(body: Array(body.utf8))
    }
    guard case .invalidJSON(nil, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("what nests more deeply than is read is told limit and place, in a body and in a URL")
  func tellsLimitOfNesting() throws {
    let lists = String(repeating: "[", count: 250) + String(repeating: "]", count: 250)
    let variables = "{\"a\":\(lists)}"
    let inBody = #expect(throws: RequestError.self) {
      try GraphQLRequest(body: Array(#"{"query":"{a}","variables":\#(variables)}"#.utf8))
    }
    let inURL = #expect(throws: RequestError.self) {
      try GraphQLRequest(
        urlQuery: Array("{a}".utf8), operationName: nil, variables: Array(variables.utf8),
        extensions: nil)
    }
    let bodies = try [#require(inBody), #require(inURL)].map { error in
      String(decoding: GraphQLResponse(error).body, as: UTF8.self)
    }
    #expect(
      bodies == [
        #"{"errors":[{"message":"The request body nests values more than 200 levels deep; "#
          + #"the limit jsonNesting is 200 (line 1, column 231).","#
          + #""extensions":{"code":"LIMIT_EXCEEDED"}}]}"#,
        #"{"errors":[{"message":"The parameter \"variables\" nests values more than 200 levels "#
          + #"deep; the limit jsonNesting is 200 (line 1, column 205).","#
          + #""extensions":{"code":"LIMIT_EXCEEDED"}}]}"#,
      ])
  }

  @Test("the sentence says parameter, type and what was found")
  func composesSentence() {
    let response = GraphQLResponse(.wrongType(.variables, found: .array))
    #expect(
      String(decoding: response.body, as: UTF8.self)
        == #"{"errors":[{"message":"The parameter \"variables\" must be an object, not an array.","#
        + #""extensions":{"code":"BAD_REQUEST"}}]}"#)
    #expect(response.outcome == .requestError(.badRequest))
  }
}

@Suite("GraphQL over HTTP, GET (H5)")
struct GraphQLRequestURLTests {
  @Test("a request of a URL may not mutate (H6)")
  func readsAll() throws {
    let request = try request(
      query: "{a}", operationName: "null", variables: #"{"x": 1}"#,
      extensions: #"{"stats": true}"#)
    #expect(request.query == Array("{a}".utf8))
    #expect(request.operationName == "null")
    #expect(request.variables == [JSONMember(name: "x", value: .int(1))])
    #expect(request.wantsStats)
    #expect(!request.allowsMutation)
  }

  @Test("an empty value counts as absent")
  func emptyIsAbsent() throws {
    let request = try request(query: "{a}", operationName: "", variables: "", extensions: "")
    #expect(request.operationName == nil)
    #expect(request.variables.isEmpty)
    #expect(throws: RequestError.missingQuery) { try self.request(query: "") }
  }

  @Test("variables and extensions must be JSON objects")
  func mustBeObjects() {
    #expect(throws: RequestError.wrongType(.variables, found: .array)) {
      try request(query: "{a}", variables: "[]")
    }
    #expect(throws: RequestError.wrongType(.extensions, found: .string)) {
      try request(query: "{a}", extensions: #""x""#)
    }
    #expect(throws: RequestError.self) { try request(query: "{a}", variables: "{") }
    #expect(throws: RequestError.self) { try request(query: "{a}", variables: "{} {}") }
  }

  @Test("a name that is not UTF-8 is refused")
  func refusesInvalidName() {
    #expect(throws: RequestError.invalidEncoding(.operationName)) {
      try GraphQLRequest(
        urlQuery: Array("{a}".utf8), operationName: [0xFF], variables: nil, extensions: nil)
    }
  }

  private func request(
    query: String, operationName: String? = nil, variables: String? = nil,
    extensions: String? = nil
  ) throws -> GraphQLRequest {
    try GraphQLRequest(
      urlQuery: Array(query.utf8), operationName: operationName.map { Array($0.utf8) },
      variables: variables.map { Array($0.utf8) }, extensions: extensions.map { Array($0.utf8) })
  }
}
