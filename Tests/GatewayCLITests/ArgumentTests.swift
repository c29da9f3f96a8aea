import ArgumentParser
import GraphQLLanguage
import Testing

@testable import GatewayCLI

@Suite("Arguments")
struct ArgumentTests {
  @Test(
    "of wrong usage end with status 64",
    arguments: [
      ["frobnicate"],
      ["serve", "--port", "many"],
      ["serve", "--port", "65536"],
      ["serve", "extra"],
      ["serve", "--max-depth", "0"],
      ["serve", "--max-tokens", "-1"],
      ["serve", "--max-aliases", "many"],
      ["serve", "--max-body-bytes", "1e6"],
      ["serve", "--max-first", ""],
      ["serve", "--deadline", "5"],
      ["serve", "--deadline", "0s"],
      ["serve", "--deadline", "-1s"],
      ["serve", "--deadline", "soon"],
      ["serve", "--trusted-documents-only"],
      ["import"],
      ["import", "-", "-"],
      ["import", "a.ndjson", "--databse", "x"],
      ["query"],
      ["query", "{ a }", "--file", "a.graphql"],
      ["query", "{ a }", "--database", "a.db", "--endpoint", "http://localhost"],
      ["query", "{ a }", "--endpoint", "localhost:8080"],
      ["query", "{ a }", "--header", "A: b"],
      ["query", "{ a }", "--endpoint", "http://localhost", "--header", "no colon"],
      ["query", "{ a }", "--output", "xml"],
      ["query", "{ a }", "--variables", "[1]"],
      ["query", "{ a }", "--variables", "{"],
      ["query", "{ a }", "-v", "name"],
      ["query", "{ a }", "-v", "=value"],
      ["export", "catalog.db"],
      ["generate"],
      ["generate", "--packages", "-1"],
      ["generate", "--packages", "10", "--seed", "x"],
      ["token", "create"],
      ["token", "create", "--role", "king"],
      ["token", "create", "--role", "editor", "--expires", "soon"],
      ["token", "create", "--role", "editor", "--expires", "0d"],
      ["token", "revoke"],
      ["backup"],
      ["doctor", "catalog.db"],
      ["schema", "frobnicate"],
      ["schema", "check"],
      ["schema", "check", "-", "-"],
      ["schema", "check", "a.graphql", "--batch", "-"],
      ["schema", "print", "a.graphql", "--batch", "-"],
      ["schema", "diff", "-", "-"],
      ["schema", "diff", "a.graphql", "--batch", "-"],
      ["validate"],
      ["validate", "{ a }", "--batch", "-"],
      ["validate", "{ a }", "--format", "xml"],
      ["validate", "--schema", "-", "-"],
      ["validate", "--schema", "-", "--batch", "-"],
      ["format", "-", "-"],
      ["format", "{ a }", "--batch", "-"],
      ["execute", "{ a }"],
      ["execute", "--data", "-", "-"],
      ["execute", "{ a }", "--batch", "-"],
    ])
  func wrongUsage(arguments: [String]) {
    let error = #expect(throws: (any Error).self) { try Gridql.parseAsRoot(arguments) }
    #expect(error.map { Gridql.exitCode(for: $0) } == .validationFailure)
  }

  @Test("-v is JSON if it can be, else a string, and beats --variables")
  func variables() throws {
    let arguments = [
      "query", "--variables", #"{"a":1,"b":{"c":null}}"#, "-v", "a=2", "-v", "d=django-vies",
      "-v", "e=[1,2]", "-v", #"f="2""#, "-v", "g=x=y", "-v", "$h=-1", "-v", "i=", "{ a }",
    ]
    let query = try #require(try Gridql.parseAsRoot(arguments) as? Query)
    let request = try query.input.request(for: Source("{ a }"), wantsStats: false)
    #expect(
      request.variables.map { "\($0.name)=\($0.value)" } == [
        "a=2", #"b={"c":null}"#, #"d="django-vies""#, "e=[1,2]", #"f="2""#, #"g="x=y""#, "h=-1",
        #"i="""#,
      ])
  }

  @Test("-v is the text itself for a variable that the operation declares as String or ID")
  func declaredVariables() throws {
    let arguments = [
      "query", "-v", "id=007", "-v", "text=null", "-v", "number=1", "-v", "names=[\"a\"]", "-v",
      "genre=JAZZ", "-v", "other=1", "--operation", "B", "-",
    ]
    let query = try #require(try Gridql.parseAsRoot(arguments) as? Query)
    let source = Source(
      "query A($number: String) { a } "
        + "query B($id: ID!, $text: String, $number: Int, $names: [String!], $genre: Genre) { a }")
    let request = try query.input.request(for: source, wantsStats: false)
    #expect(
      request.variables.map { "\($0.name)=\($0.value)" } == [
        #"id="007""#, #"text="null""#, "number=1", #"names=["a"]"#, #"genre="JAZZ""#, "other=1",
      ])
  }

  @Test("@ reads the variables from a file, --file the query")
  func files() throws {
    try TemporaryFolder.with { folder in
      let variables = try folder.file("variables.json", #" {"slug": "django-vies"} "#)
      let document = try folder.file("query.graphql", "{ packages { title } }\n")
      let arguments = [
        "query", "--file", document, "--variables", "@" + variables, "--operation", "Q",
        "--stats",
      ]
      let query = try #require(try Gridql.parseAsRoot(arguments) as? Query)
      let request = try query.input.request(for: query.input.source(), wantsStats: query.stats)
      #expect(
        String(decoding: requestBody(request), as: UTF8.self) == #"""
          {"query":"{ packages { title } }\n","operationName":"Q",\#
          "variables":{"slug":"django-vies"},"extensions":{"stats":true}}
          """#)
    }
  }

  @Test(
    "--header is a name, a colon and a value",
    arguments: [
      ("Authorization: Bearer x:y", "Authorization", "Bearer x:y"), ("A:b", "A", "b"),
      ("A:", "A", ""),
    ])
  func header(text: String, name: String, value: String) throws {
    let header = try #require(EndpointHeader(text))
    #expect(header.name == name)
    #expect(header.value == value)
  }

  @Test(
    "--header refuses what would break a request", arguments: ["A", ":b", "A b: c", "A: b\nC: d"])
  func badHeader(text: String) {
    #expect(EndpointHeader(text) == nil)
  }
}
