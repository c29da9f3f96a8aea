import CatalogStore
import Testing

@testable import CatalogSync

@Suite("Pages that are kept")
struct ResumeTests {
  private let last = "packages/?limit=2&offset=4"

  /// A run that gets all pages but the last.
  private func stopped() async throws -> Syncing {
    var syncing = try Syncing()
    syncing.options.attempts = 1
    syncing.origin.disturb(last) { _ in nil }
    // The lists are read side by side, and the failure of one ends the others.
    let error = await #expect(throws: SyncError.self) { try await syncing.run() }
    #expect(try #require(error).keptPages >= 2)
    #expect(try syncing.exported() == "")
    return syncing
  }

  @Test("need not be fetched again by the next run")
  func resumes() async throws {
    let syncing = try await stopped()
    let before = syncing.origin.targets.count
    let report = try await syncing.run()
    let asked = syncing.origin.targets.dropFirst(before)
    #expect(report.traffic.resumed >= 2)
    #expect(!asked.contains("packages/?limit=2"))
    #expect(!asked.contains("packages/?limit=2&offset=2"))
    #expect(asked.contains(last))
    #expect(try syncing.exported() == FakeCatalog.small.exported)
  }

  @Test("are fetched again after an hour")
  func expire() async throws {
    let syncing = try await stopped()
    syncing.time.advance(by: .seconds(3601))
    let report = try await syncing.run()
    #expect(report.traffic.resumed == 0)
    #expect(report.traffic.requests == 7)
  }

  @Test("are fetched again if they do not fit to those of the next run")
  func shifted() async throws {
    let syncing = try await stopped()
    syncing.origin.update { $0.packages[6] = .init(title: "Six", grids: []) }
    try await syncing.run()
    #expect(syncing.rereads == ["packages: \"count\" is 5 on one page and 6 on another"])
    #expect(try syncing.exported().contains("\"title\":\"Six\""))
  }

  @Test("are let go at the end, where the origin has no validators")
  func letGo() async throws {
    let syncing = try Syncing()
    try await syncing.run()
    let report = try await syncing.run()
    #expect(report.traffic.requests == 7)
    #expect(report.traffic.resumed == 0)
    #expect(syncing.origin.requests.allSatisfy { $0.headers["if-none-match"] == nil })
  }

  @Test("serve conditional requests, where it has them")
  func notModified() async throws {
    let syncing = try Syncing()
    syncing.origin.update { $0.hasValidators = true }
    try await syncing.run()
    syncing.origin.update { $0.packages[1]?.title = "Won" }
    let report = try await syncing.run()
    // All pages but the last of the packages.
    #expect(report.traffic.notModified == 5)
    #expect(report.summary.objects[.packages] == .init(updated: 1, unchanged: 4))
    let third = try await syncing.run()
    #expect(third.traffic.notModified == 6)
    #expect(!third.summary.hasChanges)
  }

  @Test("serve conditional requests by date")
  func lastModified() async throws {
    let syncing = try Syncing()
    let date = "Sun, 15 Feb 2026 19:00:00 GMT"
    let page = "categories/?limit=2"
    let text = FakeCatalog.small.page(of: "categories", limit: 2)
    syncing.origin.disturb(page) { _ in .json(text, headers: ["last-modified": date]) }
    try await syncing.run()
    syncing.origin.disturb(page) { request in
      OriginAnswer(status: request.headers["if-modified-since"] == date ? 304 : 500)
    }
    #expect(try await syncing.run().traffic.notModified == 1)
  }

  @Test("are fetched anew, without conditions, if they are not what they should be")
  func unusable() async throws {
    let syncing = try Syncing()
    let url = FakeOrigin.root + "categories/?limit=2"
    try await syncing.catalog.makePageStaging().keep(
      StagedPage(
        url: url, fetched: VirtualClock.start * 1_000_000, etag: "\"x\"", lastModified: nil,
        body: Array("{}".utf8)))
    let report = try await syncing.run()
    #expect(report.traffic.resumed == 0)
    #expect(syncing.origin.requests.allSatisfy { $0.headers["if-none-match"] == nil })
  }

  @Test("are let go if they cannot be imported together")
  func rejected() async throws {
    var twins = FakeCatalog.small
    twins.packages[3]?.slug = "package-4"
    let syncing = try Syncing(twins)
    #expect(
      try await syncing.failure()
        == "https://example.org/api/v4/packages/?limit=2&offset=2, line 1, package 3, "
        + "field \"slug\": object 4 has the same slug")
    syncing.origin.update { $0 = .small }
    let report = try await syncing.run()
    #expect(report.traffic.resumed == 0)
    #expect(try syncing.exported() == FakeCatalog.small.exported)
  }

  @Test("are kept by a run that is cancelled")
  func cancelled() async throws {
    let syncing = try Syncing()
    let origin = syncing.origin
    let run = Task { [syncing] in
      origin.disturb(last) { _ in
        withUnsafeCurrentTask { $0?.cancel() }
        return nil
      }
      return try await syncing.run()
    }
    let error = await #expect(throws: SyncError.self) { try await run.value }
    _ = try #require(error)
    #expect(try await syncing.run().traffic.resumed > 0)
  }
}
