import CatalogStore
import Testing

@testable import CatalogSync

@Suite("A page that is not what it should be")
struct BadPageTests {
  private static let good = FakeCatalog.small.page(of: "packages", limit: 2)
  private static let url = "https://example.org/api/v4/packages/?limit=2"

  private static func replacing(_ text: String, _ other: String) -> OriginAnswer {
    .json(good.replacing(text, with: other))
  }

  @Test(
    "is named by its URL, with what was expected, and nothing is lost",
    arguments: [
      (
        OriginAnswer.html("<!DOCTYPE html><html></html>"),
        ", line 1: Expected a value, found \"<\" (the answer is text/html; charset=utf-8)"
      ),
      (
        .json(good.replacing(/ive.*/, with: "")),
        ", line 1, package 5, field \"title\": The string has no closing quote"
      ),
      (.json(""), ", line 1: Expected a value, found the end of the text"),
      (.json("[]"), ", line 1: expected an object, found array"),
      (.json(#"{"detail":"Not found."}"#), ", line 1, field \"count\": missing"),
      (
        replacing("\"count\":5", "\"count\":\"5\""),
        ", line 1, field \"count\": expected a whole number that is not negative, found string"
      ),
      (
        replacing("\"count\":5", "\"count\":-5"),
        ", line 1, field \"count\": expected a whole number that is not negative"
      ),
      (
        replacing("\"title\":\"Four\"", "\"title\":4"),
        ", line 1, package 4, field \"title\": expected text without U+0000, found number"
      ),
      (
        replacing("\"title\":\"Four\",", ""), ", line 1, package 4, field \"title\": missing"
      ),
      (
        replacing("https://example.org/api/v4/categories", "https://example.com/api/v4/categories"),
        ", line 1, package, field \"category\": "
          + "expected a link that begins with https://example.org/"
      ),
      (
        replacing(
          "https://example.org/api/v4/packages/?limit=2&offset=2", "https://example.com/next"),
        ": links to another scheme, host or port: https://example.com/next"
      ),
      (
        replacing("https://example.org/api/v4/packages/?limit", "http://example.org/?limit"),
        ": links to another scheme, host or port: http://example.org/?limit=2&offset=2"
      ),
      (
        replacing("&offset=2", ""),
        ": the link to the next page leads back: https://example.org/api/v4/packages/?limit=2"
      ),
      (
        .json(FakeCatalog.small.page(of: "grids", limit: 2)),
        ", line 1, package 9, field \"category\": missing"
      ),
    ] as [(OriginAnswer, String)])
  func badPage(answer: OriginAnswer, sentence: String) async throws {
    var syncing = try Syncing()
    try await syncing.run()
    let before = try syncing.exported()
    syncing.options.attempts = 1
    syncing.origin.disturb("packages/?limit=2") { _ in answer }
    #expect(try await syncing.failure() == Self.url + sentence)
    #expect(try syncing.exported() == before)
    try await syncing.run()
  }

  @Test("is asked for again first")
  func retries() async throws {
    let syncing = try Syncing()
    syncing.origin.disturb(
      "packages/?limit=2", with: { _ in .html("<p>") }, { _ in .json("{\"count\"") })
    let report = try await syncing.run()
    #expect(report.traffic.retries == 2)
  }

  @Test("may be empty only at the end")
  func emptyPage() async throws {
    var syncing = try Syncing()
    syncing.options.attempts = 1
    syncing.origin.disturb("packages/?limit=2") { _ in
      .json(
        """
        {"count":5,"next":"\(FakeOrigin.root)packages/?offset=1","previous":null,"results":[]}
        """)
    }
    #expect(
      try await syncing.failure()
        == Self.url + ": has no objects, and still a next page: "
        + "https://example.org/api/v4/packages/?offset=1")
  }

  @Test(
    "is a root without lists, too",
    arguments: [
      (
        OriginAnswer.html("<p>"),
        "expected the root of a REST v4 API, found text/html; charset=utf-8"
      ),
      (.json("{}"), "expected the root of a REST v4 API, with a link \"categories\""),
      (
        .json(#"{"categories":"https://example.com/api/v4/categories/"}"#),
        "links to another scheme, host or port: https://example.com/api/v4/categories/"
      ),
      (
        OriginAnswer(status: 302, headers: ["location": "https://example.com/"]),
        "redirects to another origin: https://example.com/"
      ),
      (OriginAnswer(status: 302), "redirects to nowhere"),
      (OriginAnswer(status: 304), "expected the root of a REST v4 API"),
    ])
  func badRoot(answer: OriginAnswer, sentence: String) async throws {
    var syncing = try Syncing()
    syncing.options.attempts = 1
    syncing.origin.disturb("") { _ in answer }
    #expect(try await syncing.failure() == "https://example.org/api/v4/: " + sentence)
  }

  @Test("ends a redirect that goes round")
  func redirectLoop() async throws {
    var syncing = try Syncing()
    syncing.options.attempts = 1
    syncing.options.redirects = 1
    let away: FakeOrigin.Rule = { _ in
      OriginAnswer(status: 301, headers: ["location": FakeOrigin.root])
    }
    syncing.origin.disturb("", with: away, away)
    #expect(
      try await syncing.failure() == "https://example.org/api/v4/: redirects more than 1 times")
  }
}
