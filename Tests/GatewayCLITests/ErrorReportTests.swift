import GraphQLLanguage
import JSON
import Testing

@testable import GatewayCLI

@Suite("Errors for people")
struct ErrorReportTests {
  @Test("show message, code, path, and the place in the document")
  func whole() throws {
    let errors = [
      ReportedError(
        message: "Cannot query field \"titel\" on type \"Package\".",
        code: "GRAPHQL_VALIDATION_FAILED", locations: [SourceLocation(line: 2, column: 7)]),
      ReportedError(message: "It is gone.", path: ["packages", "3", "title"]),
    ]
    let source = Source("{ packages {\r\n\t日本: titel\n} }", name: "a.graphql")
    #expect(
      errorReport(errors, in: source) == """
        error: Cannot query field "titel" on type "Package". [GRAPHQL_VALIDATION_FAILED]
          --> a.graphql:2:7
             日本: titel
                    ^
        error: It is gone.
          at packages.3.title
        """)
  }

  @Test(
    "show no line where there is none, and nothing that controls a terminal",
    arguments: [
      (ReportedError(message: "\u{1B}[2J"), "error: \u{FFFD}[2J"),
      (
        ReportedError(message: "m", locations: [SourceLocation(line: 7, column: 1)]),
        "error: m\n  --> q:7:1"
      ),
      (
        ReportedError(message: "m", locations: [SourceLocation(line: 1, column: 6)]),
        "error: m\n  --> q:1:6\n    { a }\n         ^"
      ),
      (
        ReportedError(message: "m", locations: [SourceLocation(line: 1, column: 7)]),
        "error: m\n  --> q:1:7"
      ),
    ])
  func withoutLine(error: ReportedError, report: String) {
    #expect(errorReport([error], in: Source("{ a }", name: "q")) == report)
  }

  @Test(
    "are read from a response, malformed parts left out",
    arguments: [
      (
        #"{"message":"m","path":["a",0],"locations":[{"line":1,"column":2}],"extensions":{"code":"C"}}"#,
        ReportedError(
          message: "m", code: "C", path: ["a", "0"],
          locations: [SourceLocation(line: 1, column: 2)])
      ),
      ("{}", ReportedError(message: "an error without a message")),
      (
        #"{"message":1,"path":"a","locations":[{"line":0,"column":1},null],"extensions":[]}"#,
        ReportedError(message: "an error without a message")
      ),
    ])
  func response(text: String, error: ReportedError) throws {
    #expect(ReportedError(response: try parseJSON(text)) == error)
  }
}
