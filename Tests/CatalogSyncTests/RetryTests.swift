import Testing

@testable import CatalogSync

@Suite("Trying again")
struct RetryTests {
  private let page = "packages/?limit=2"

  @Test(
    "helps where the origin may think better of it",
    arguments: [408, 429, 500, 502, 503, 504])
  func retriesStatus(status: Int) async throws {
    let syncing = try Syncing()
    syncing.origin.disturb(page, with: { _ in .html("busy", status: status) }, { _ in nil })
    let report = try await syncing.run()
    #expect(report.traffic.retries == 2)
    #expect(try syncing.exported() == FakeCatalog.small.exported)
  }

  @Test("waits twice as long each time")
  func backsOff() async throws {
    let syncing = try Syncing()
    syncing.origin.disturb("", with: { _ in nil }, { _ in nil }, { _ in nil }, { _ in nil })
    try await syncing.run()
    #expect(
      syncing.time.sleeps.filter { $0 >= .milliseconds(500) }
        == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(4)])
  }

  @Test(
    "waits as long as the origin asks",
    arguments: [("7", 7), ("Sun, 15 Feb 2026 19:00:30 GMT", 30)])
  func retryAfter(text: String, seconds: Int) async throws {
    let syncing = try Syncing()
    syncing.origin.disturb("") { _ in
      OriginAnswer(status: 503, headers: ["retry-after": text])
    }
    try await syncing.run()
    #expect(syncing.time.sleeps.first == .seconds(seconds))
  }

  @Test("gives up where the origin asks for more patience than there is")
  func mustWait() async throws {
    let syncing = try Syncing()
    syncing.origin.disturb("") { _ in
      OriginAnswer(status: 429, headers: ["retry-after": "86400"])
    }
    #expect(
      try await syncing.failure()
        == "https://example.org/api/v4/: asks to come back in 86400 seconds, longer than a sync waits"
    )
  }

  @Test("ends after as many attempts as were asked for, with the catalog as it was")
  func givesUp() async throws {
    var syncing = try Syncing()
    try await syncing.run()
    let before = try syncing.exported()
    syncing.options.attempts = 2
    syncing.origin.update { $0.packages[1]?.title = "Won" }
    syncing.origin.disturb("packages/?limit=2&offset=2", with: { _ in nil }, { _ in nil })
    #expect(
      try await syncing.failure()
        == "https://example.org/api/v4/packages/?limit=2&offset=2: no answer: "
        + "Connection reset by peer")
    #expect(try syncing.exported() == before)
  }

  @Test("is not tried where the answer is final", arguments: [401, 403, 404, 410])
  func finalStatus(status: Int) async throws {
    let syncing = try Syncing()
    syncing.origin.disturb("") { _ in .json("{}", status: status) }
    #expect(
      try await syncing.failure()
        == "https://example.org/api/v4/: answered with status \(status), expected 200")
    #expect(syncing.origin.targets == [""])
  }
}

@Suite("RFC 9110 §10.2.3 Retry-After")
struct RetryAfterTests {
  private let now = VirtualClock.start * 1_000_000

  @Test(
    "is seconds, or a date in one of three forms",
    arguments: [
      ("0", 0), ("120", 120), ("Sun, 15 Feb 2026 19:01:00 GMT", 60),
      ("Sunday, 15-Feb-26 19:01:00 GMT", 60), ("Sun Feb 15 19:01:00 2026", 60),
      ("Sun Mar  1 19:00:00 2026", 14 * 86_400), ("Sun, 06 Nov 1994 08:49:37 GMT", 0),
    ])
  func accepts(text: String, seconds: Int) {
    #expect(CatalogSync.retryAfter(text, now: now) == .seconds(seconds))
  }

  @Test(
    "is nothing else",
    arguments: ["", "-1", "1.5", "soon", "Sun, 15 Feb 2026", "Sun, 32 Feb 2026 19:01:00 GMT"])
  func rejects(text: String) {
    #expect(CatalogSync.retryAfter(text, now: now) == nil)
  }

  @Test("has a date that counts from 1970")
  func dates() {
    #expect(secondsSince1970(ofDate: "Thu, 01 Jan 1970 00:00:00 GMT") == 0)
    #expect(secondsSince1970(ofDate: "Tue, 29 Feb 2000 12:00:00 GMT") == 951_825_600)
  }
}
