import CatalogStore
import JSON
import Testing

@testable import CatalogGateway

@Suite("REST v4: questions to the catalog")
struct RESTAnswerTests {
  private static let links = RESTLinks(base: "https://x.org/api/v4/", suffix: "/")
  private static let large = Result {
    var lines: [UInt8] = []
    try generateCatalog(packages: 2_000, seed: 7) { lines += $0 }
    return try SmallCatalog.gateway(over: String(decoding: lines, as: UTF8.self))
  }

  private static func answer(
    _ question: RESTQuestion, in gateway: Gateway? = nil
  ) throws -> RESTAnswer {
    try (gateway ?? SmallCatalog.gateway.get()).makeSession().answer(question)
  }

  private static func text(_ question: RESTQuestion) throws -> String {
    String(decoding: try answer(question).body, as: UTF8.self)
  }

  @Test("an object has REST's names and order, and empty texts as they came in")
  func object() throws {
    #expect(
      try Self.text(.object(.packages, .slug("beta"), links: Self.links)) == """
        {"category":"https://x.org/api/v4/categories/1/","grids":["https://x.org/api/v4/grids/1/"],\
        "id":2,"title":"beta","slug":"beta","last_updated":"2024-12-31T23:30:00-05:00",\
        "last_fetched":null,"repo_url":"","pypi_version":"","created":"2014-02-01T00:00:00Z",\
        "modified":"2014-02-01T00:00:00Z","repo_forks":0,"repo_description":"Forms, again",\
        "pypi_url":"","documentation_url":null,"repo_watchers":10,"commits_over_52":[],\
        "participants":[]}
        """)
  }

  @Test("a category that is not here has its link all the same")
  func missingCategory() throws {
    let text = try Self.text(.object(.packages, .id(4), links: Self.links))
    #expect(text.hasPrefix(#"{"category":"https://x.org/api/v4/categories/9/","grids":[],"id":4,"#))
  }

  @Test("what is not there is not found")
  func notFound() throws {
    for resource in RESTResource.allCases {
      let answer = try Self.answer(.object(resource, .id(99), links: Self.links))
      #expect(answer.outcome == .notFound)
      #expect(answer.body == [])
    }
  }

  @Test("a page tells how many there are, and leaves out the link to a page that is none")
  func page() throws {
    let page = RESTPage(limit: 1, offset: 1, next: "N", previous: "P")
    #expect(
      try Self.text(.page(.categories, page, links: Self.links)) == """
        {"count":2,"next":null,"previous":"P","results":[{"id":1,"title":"App","slug":"apps",\
        "description":"Small","title_plural":"Apps","show_pypi":true,\
        "created":"2010-08-14T12:03:11.482110-04:00",\
        "modified":"2021-09-19T23:01:02.077001-04:00"}]}
        """)
    let beyond = RESTPage(limit: .max, offset: .max, next: "N", previous: nil)
    #expect(
      try Self.text(.page(.grids, beyond, links: Self.links))
        == #"{"count":3,"next":null,"previous":null,"results":[]}"#)
  }

  @Test("a find has the origin's members, of packages and of grids")
  func finds() throws {
    #expect(try Self.text(.search("zzz")) == "[]")
    #expect(try Self.text(.search("oauth")).hasPrefix(#"[{"description":"","title":"Auth","#))
    #expect(
      try Self.text(.search("alpha")) == """
        [{"description":"The \\"first\\" form builder","title":"Alpha","title_no_prefix":"Alpha",\
        "slug_no_prefix":"alpha","clean_title":"Alpha","absolute_url":"/packages/p/alpha/",\
        "created":"2014-01-01T00:00:00Z","modified":"2014-01-02T00:00:00Z","weight":0,\
        "item_type":"package","slug":"alpha","category":"App","repo_watchers":50,"repo_forks":5,\
        "pypi_downloads":0,"score":50,"usage":0,"participants":"ann,böb",\
        "last_committed":"2025-05-05T05:05:05.000005-04:00","last_released":null}]
        """)
  }

  /// A question and how many lookups it takes.
  struct Shape: Sendable, CustomTestStringConvertible {
    let question: RESTQuestion
    let lookups: Int

    var testDescription: String { question.operationName }
  }

  @Test(
    "lookups, the same for five packages and for two thousand",
    arguments: [
      Shape(question: .object(.packages, .id(3), links: links), lookups: 2),
      Shape(question: .object(.packages, .id(999_999), links: links), lookups: 1),
      Shape(question: .object(.grids, .id(1), links: links), lookups: 2),
      Shape(question: .object(.categories, .id(1), links: links), lookups: 1),
      Shape(question: .page(.packages, twenty, links: links), lookups: 3),
      Shape(question: .page(.packages, everything, links: links), lookups: 3),
      Shape(question: .page(.grids, twenty, links: links), lookups: 3),
      Shape(question: .page(.categories, twenty, links: links), lookups: 2),
      Shape(question: .search("a"), lookups: 2),
    ])
  func lookups(shape: Shape) throws {
    for gateway in [SmallCatalog.gateway, Self.large] {
      let answer = try Self.answer(shape.question, in: gateway.get())
      #expect(answer.account.cost.lookups.lookups == shape.lookups)
    }
  }

  private static let twenty = RESTPage(limit: 20, offset: 0, next: "", previous: nil)
  private static let everything = RESTPage(limit: .max, offset: 0, next: "", previous: nil)

  @Test("an answer over a limit says which, and is told from other failures")
  func overLimit() throws {
    var rows = RequestLimits()
    rows.rows = 2
    var bytes = RequestLimits()
    bytes.responseBytes = 10
    var deadline = RequestLimits()
    deadline.deadline = .zero
    for (limits, outcome, detail) in [
      (rows, RESTAnswer.Outcome.overLimit, "the limit is 2."),
      (bytes, .overLimit, "the limit is 10."), (deadline, .tooSlow, "0"),
    ] {
      let gateway = try SmallCatalog.gateway(over: SmallCatalog.lines, limits: limits)
      let answer = try Self.answer(
        .page(.packages, Self.everything, links: Self.links), in: gateway)
      #expect(answer.outcome == outcome)
      #expect(String(decoding: answer.body, as: UTF8.self).contains(detail))
    }
  }

  @Test("what only REST asks, no client can ask")
  func hidden() throws {
    #expect(
      try SmallCatalog.answer("{ package(id: 1) { storedRepoUrl } }").contains("Cannot query field")
    )
    #expect(
      try SmallCatalog.data("{ __type(name: \"PackagePage\") { name } }") == #"{"__type":null}"#)
  }

  @Test(
    "emoji codes are the characters they name; other colons stay",
    arguments: [
      ("\":rocket: x\"", "\"🚀 x\""), ("\"a:fire::snake:b\"", "\"a🔥🐍b\""),
      ("\":copyright: :red_heart: :shield:\"", "\"©️ ❤️ 🛡️\""),
      ("\":lock: :locked:\"", "\":lock: 🔒\""),
      ("\":no_such_code: 12:30:45 ::\"", "\":no_such_code: 12:30:45 ::\""), ("\":\"", "\":\""),
      ("\"x:rocket\"", "\"x:rocket\""),
    ])
  func emoji(text: String, expected: String) {
    var output: [UInt8] = []
    appendWithEmoji(Array(text.utf8)[...], to: &output)
    #expect(String(decoding: output, as: UTF8.self) == expected)
  }
}
