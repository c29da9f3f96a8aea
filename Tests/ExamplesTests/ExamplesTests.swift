import CatalogGateway
import Testing

@Suite("Examples")
struct ExamplesTests {
  @Test("each gets the response in its folder, byte for byte", arguments: try Example.all())
  func answersAsWritten(example: Example) throws {
    let answer = try SampleGateway.answer(try example.request(), edits: example.edits)
    #expect(
      String(decoding: answer, as: UTF8.self)
        == String(decoding: withoutLayout(example.response), as: UTF8.self))
  }

  @Test("there are some")
  func areThere() throws {
    #expect(try !Example.all().isEmpty)
  }
}

@Suite("Documents")
struct DocumentExamplesTests {
  @Test("README's query gets the response shown beside it, stats included")
  func readme() throws {
    let readme = String(decoding: try Checkout.bytes(at: "README.md"), as: UTF8.self)
    let examples = queriesWithResponses(in: readme)
    #expect(examples.count == 1)
    for (query, response) in examples {
      let session = try SampleGateway.make().makeSession()
      let answer = session.execute(GraphQLRequest(query: Array(query.utf8), wantsStats: true))
      #expect(
        String(decoding: answer.body, as: UTF8.self)
          == String(decoding: withoutLayout(Array(response.utf8)), as: UTF8.self))
    }
  }

  @Test("every query of the guides is answered without errors", arguments: ["Gateway", "Editing"])
  func guide(name: String) throws {
    let path = "Sources/CatalogGateway/Documentation.docc/\(name).md"
    let guide = String(decoding: try Checkout.bytes(at: path), as: UTF8.self)
    let queries = codeBlocks(in: guide).filter { $0.language == "graphql" }
    #expect(!queries.isEmpty)
    for query in queries {
      var request = GraphQLRequest(query: Array(query.text.utf8))
      request.origin.credentials = .localOperator
      let answer = try SampleGateway.make().makeSession().execute(request)
      #expect(answer.outcome == .data, "\(String(decoding: answer.body, as: UTF8.self))")
    }
  }
}

@Suite("Reading examples")
struct ExampleReadingTests {
  @Test(
    "only layout between tokens is removed",
    arguments: [
      ("{ \"a\": [1,\n  2] }\n", #"{"a":[1,2]}"#),
      (#"{"a b": "c\" d" }"#, #"{"a b":"c\" d"}"#),
      (#"["\\", 1 ]"#, #"["\\",1]"#),
    ])
  func removesLayout(json: String, compact: String) {
    #expect(String(decoding: withoutLayout(Array(json.utf8)), as: UTF8.self) == compact)
  }

  @Test("a query goes with the response that follows it")
  func pairsBlocks() {
    let markdown = """
      ```graphql
      { a }
      ```
      ```sh
      curl
      ```
      ```json
      {}
      ```
      ```graphql
      { b }
      ```
      """
    #expect(codeBlocks(in: markdown).map(\.language) == ["graphql", "sh", "json", "graphql"])
    let pairs = queriesWithResponses(in: markdown)
    #expect(pairs.map(\.query) == ["{ a }"])
    #expect(pairs.map(\.response) == ["{}"])
  }
}
