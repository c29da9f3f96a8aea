import CatalogGateway
import CatalogStore
import JSON
import Testing

/// `{ __typename }`, by its SHA-256 hash.
private let typenameHash = "7f56e67dd21ab3f30d1ff8b7bed08893f0a0db86449836189b361dd1e56ddb4b"

/// One request after the other, each as a body of POST.
private struct Conversation {
  let session: GatewaySession

  init(_ change: (inout DocumentPolicy) throws -> Void = { _ in }) throws {
    var policy = DocumentPolicy()
    try change(&policy)
    let catalog = try CatalogDatabase.inMemory()
    session = try Gateway(catalog: catalog, documents: policy) { Issue.record("\($0)") }
      .makeSession()
  }

  func post(_ body: String) throws -> String {
    try text(GraphQLRequest(body: Array(body.utf8)))
  }

  func text(_ request: GraphQLRequest) -> String {
    String(decoding: session.execute(request).body, as: UTF8.self)
  }
}

private func extensions(_ hash: String) -> String {
  #""extensions":{"persistedQuery":{"version":1,"sha256Hash":"\#(hash)"},"stats":true}"#
}

private func error(_ message: String, _ code: String) -> String {
  #"{"errors":[{"message":"\#(message)","extensions":{"code":"\#(code)"}}]}"#
}

private func typename(plan: String) -> String {
  #"{"data":{"__typename":"Query"},"extensions":{"stats":{"lookups":0,"statements":0,"rows":0,"#
    + #""plan":"\#(plan)"}}}"#
}

@Suite("Automatic persisted queries")
struct AutomaticPersistedQueryTests {
  private let hashOnly = "{\(extensions(typenameHash))}"
  private let both = #"{"query":"{ __typename }",\#(extensions(typenameHash))}"#

  @Test("a hash is not found, then comes with the text, and is enough from then on")
  func flow() throws {
    let client = try Conversation()
    let notFound = error("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND")
    #expect(try client.post(hashOnly) == notFound)
    #expect(try client.post(both) == typename(plan: "miss"))
    #expect(try client.post(hashOnly) == typename(plan: "hit"))
    #expect(try client.post(both) == typename(plan: "hit"))
    #expect(try client.post("{\(extensions(typenameHash.uppercased()))}") == typename(plan: "hit"))
    #expect(
      try client.post(#"{"documentId":"sha256:\#(typenameHash)","extensions":{"stats":true}}"#)
        == typename(plan: "hit"))
  }

  @Test("by GET as well as by POST")
  func get() throws {
    let client = try Conversation()
    let json = Array(
      #"{"persistedQuery":{"version":1,"sha256Hash":"\#(typenameHash)"}}"#.utf8)
    let query = Array("{ __typename }".utf8)
    let answers = try [nil, query, nil].map { query in
      try client.text(
        GraphQLRequest(urlQuery: query, operationName: nil, variables: nil, extensions: json))
    }
    #expect(
      answers == [
        error("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND"),
        #"{"data":{"__typename":"Query"}}"#, #"{"data":{"__typename":"Query"}}"#,
      ])
  }

  @Test("a text that does not have the hash is refused, and not remembered")
  func mismatch() throws {
    let client = try Conversation()
    let refusal = error("provided sha does not match query", "BAD_REQUEST")
    for hash in [typenameHash, "abc", String(repeating: "g", count: 64)] {
      #expect(
        try client.post(#"{"query":"{ catalog { revision } }",\#(extensions(hash))}"#) == refusal)
    }
    #expect(try client.post(hashOnly).contains("PERSISTED_QUERY_NOT_FOUND"))
  }

  @Test("a document that is invalid is not remembered")
  func invalid() throws {
    let client = try Conversation()
    let hash = "919c0b7aa452b0b2fb42688461501bb8b0c3ef3b9d05ce7b9afd4f28bbe96ceb"
    #expect(
      try client.post(#"{"query":"{ nothing }",\#(extensions(hash))}"#).contains("errors"))
    #expect(
      try client.post("{\(extensions(hash))}").contains("PERSISTED_QUERY_NOT_FOUND"))
  }

  @Test(
    "switched off, clients are told to send texts",
    arguments: [
      ("{\(extensions(typenameHash))}", "PersistedQueryNotSupported"),
      (
        #"{"query":"{ __typename }",\#(extensions(typenameHash))}"#, "PersistedQueryNotSupported"
      ),
      (#"{"documentId":"a"}"#, "This server knows no documents by their ids."),
    ])
  func switchedOff(body: String, message: String) throws {
    let client = try Conversation { $0.remembersDocuments = false }
    #expect(try client.post(body) == error(message, "PERSISTED_QUERY_NOT_SUPPORTED"))
    #expect(try client.post(#"{"query":"{ __typename }"}"#) == #"{"data":{"__typename":"Query"}}"#)
  }

  @Test(
    "an extension of another form is a bad request",
    arguments: [#"{"version":2,"sha256Hash":"a"}"#, #"{"version":1}"#, "true"])
  func form(value: String) throws {
    #expect(throws: RequestError.unsupportedPersistedQuery) {
      try GraphQLRequest(body: Array(#"{"extensions":{"persistedQuery":\#(value)}}"#.utf8))
    }
  }

  @Test("a mutation is not run by GET, named by its hash or not")
  func mutation() throws {
    let client = try Conversation()
    let text = "mutation { revertChange(input: {revision: 1}) { clientMutationId } }"
    var documents = TrustedDocuments()
    try documents.add(Array(text.utf8), id: "revert", name: "revert")
    let trusting = try Conversation { $0.trusted = documents }
    let request = try GraphQLRequest(
      urlQuery: nil, documentID: Array("revert".utf8), operationName: nil, variables: nil,
      extensions: nil)
    #expect(trusting.session.execute(request).outcome == .operationNotAllowed)
    #expect(client.text(request).contains("There is no document with the id"))
  }
}

@Suite("Trusted documents")
struct TrustedDocumentTests {
  private static let deep = """
    { __schema { types { fields { type { fields { type { fields { name } } } } } } } }
    """

  private func documents() throws -> TrustedDocuments {
    var documents = TrustedDocuments()
    try documents.add(Array("{ __typename }\n".utf8), id: "name", name: "name.graphql")
    try documents.add(
      Array("query A { __typename } query B { b: __typename }".utf8), id: "two", name: "two")
    try documents.add(Array(Self.deep.utf8), id: "deep", name: "deep")
    return documents
  }

  @Test(
    "are known by their ids and by their hashes, with a file's last newline and without",
    arguments: [
      (#"{"documentId":"name"}"#, #"{"data":{"__typename":"Query"}}"#),
      (#"{"documentId":"sha256:\#(typenameHash)"}"#, #"{"data":{"__typename":"Query"}}"#),
      (
        #"{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"\#(typenameHash)"}}}"#,
        #"{"data":{"__typename":"Query"}}"#
      ),
      (
        #"{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"name"}}}"#,
        #"{"data":{"__typename":"Query"}}"#
      ),
      (#"{"documentId":"two","operationName":"B"}"#, #"{"data":{"b":"Query"}}"#),
      (
        #"{"documentId":"other"}"#,
        error(#"There is no document with the id \"other\"."#, "PERSISTED_QUERY_NOT_FOUND")
      ),
      (
        #"{"documentId":"two","query":"{ __typename }"}"#,
        error(
          #"The parameters \"query\" and \"documentId\" are different documents."#, "BAD_REQUEST")
      ),
    ])
  func names(body: String, answer: String) throws {
    let client = try Conversation { $0.trusted = try documents() }
    #expect(try client.post(body) == answer)
  }

  @Test("are prepared when the gateway starts, and no limit of documents holds for them")
  func prepared() throws {
    let client = try Conversation { $0.trusted = try documents() }
    let answer = try client.post(#"{"documentId":"deep","extensions":{"stats":true}}"#)
    #expect(answer.contains(#""plan":"hit""#))
  }

  @Test(
    "with nothing else allowed, other documents are refused, however they come",
    arguments: [
      (
        #"{"query":"{ a: __typename }"}"#,
        error(
          "This server executes only its trusted documents, and this is none of them.", "FORBIDDEN"
        )
      ),
      (
        "{\(extensions(String(repeating: "0", count: 64)))}",
        error("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND")
      ),
      (#"{"query":"{ __typename }\n"}"#, #"{"data":{"__typename":"Query"}}"#),
      (#"{"documentId":"name"}"#, #"{"data":{"__typename":"Query"}}"#),
    ])
  func onlyTrusted(body: String, answer: String) throws {
    let client = try Conversation {
      $0.trusted = try documents()
      $0.executesOnlyTrusted = true
    }
    #expect(try client.post(body) == answer)
  }

  @Test(
    "a manifest has operations, or maps ids to texts",
    arguments: [
      #"""
      {"format":"apollo-persisted-query-manifest","version":1,
       "operations":[{"id":"x1","name":"Q","type":"query","body":"query Q { __typename }"}]}
      """#,
      #"{"x1":"query Q { __typename }"}"#,
    ])
  func manifests(manifest: String) throws {
    var documents = TrustedDocuments()
    try documents.add(manifest: Array(manifest.utf8), name: "manifest.json")
    let client = try Conversation { $0.trusted = documents }
    #expect(try client.post(#"{"documentId":"x1"}"#) == #"{"data":{"__typename":"Query"}}"#)
  }

  @Test(
    "what is no manifest is named",
    arguments: [
      ("[]", TrustedDocumentError.unknownForm(name: "m.json")),
      (#"{"a":1}"#, .unknownForm(name: "m.json")),
      (#"{"operations":[{"id":"a"}]}"#, .unknownForm(name: "m.json")),
      (
        #"{"a":"{ b }","a":"{ c }"}"#,
        .repeatedID("a", name: #"m.json, document "a""#, other: #"m.json, document "a""#)
      ),
    ])
  func badManifest(manifest: String, error: TrustedDocumentError) {
    var documents = TrustedDocuments()
    #expect(throws: error) { try documents.add(manifest: Array(manifest.utf8), name: "m.json") }
  }

  @Test("a document that cannot be executed stops the gateway from starting, and is named")
  func invalid() throws {
    var documents = TrustedDocuments()
    try documents.add(Array("{\n  nothing\n}".utf8), id: "a", name: "a.graphql")
    let error = #expect(throws: TrustedDocumentError.self) {
      try Conversation { $0.trusted = documents }
    }
    #expect(
      error?.description == """
        a.graphql cannot be trusted: Cannot query field "nothing" on type "Query". \
        (line 2, column 3)
        """)
  }
}
