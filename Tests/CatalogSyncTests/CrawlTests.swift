import CatalogStore
import Testing

@testable import CatalogSync

@Suite("A crawl")
struct CrawlTests {
  @Test("takes the lists from the root, follows next links, and gives the origin's catalog")
  func crawls() async throws {
    let syncing = try Syncing()
    let report = try await syncing.run()
    #expect(try syncing.exported() == FakeCatalog.small.exported)
    #expect(
      syncing.origin.targets.sorted() == [
        "", "categories/?limit=2", "grids/?limit=2", "grids/?limit=2&offset=2",
        "packages/?limit=2", "packages/?limit=2&offset=2", "packages/?limit=2&offset=4",
      ])
    #expect(report.traffic.requests == 7)
    #expect(report.summary.objects[.packages] == .init(added: 5))
    #expect(report.summary.gone == .init())
    #expect(report.contradiction == nil)
  }

  @Test("says what it is and what it takes")
  func headers() async throws {
    var syncing = try Syncing()
    syncing.options.userAgent = "gridql/1.2.3"
    try await syncing.run()
    #expect(
      syncing.origin.requests.allSatisfy {
        $0.headers == ["accept": "application/json", "user-agent": "gridql/1.2.3"]
      })
  }

  @Test("changes nothing the second time")
  func isIdempotent() async throws {
    let syncing = try Syncing()
    let first = try await syncing.run()
    let second = try await syncing.run()
    #expect(!second.summary.hasChanges)
    #expect(second.summary.revision == first.summary.revision)
  }

  @Test("leaves features and elements as they are")
  func keepsFeatures() async throws {
    let syncing = try Syncing()
    try syncing.importFeatures()
    try await syncing.run()
    try await syncing.run()
    #expect(try syncing.exported() == FakeCatalog.small.exported + FakeCatalog.features)
  }

  @Test("keeps to the rate")
  func rate() async throws {
    var syncing = try Syncing()
    syncing.options.requestsPerSecond = 2
    let report = try await syncing.run()
    // Seven requests have six pauses of half a second between them.
    #expect(report.elapsed == .seconds(3))
  }

  @Test("follows redirects on the same host")
  func redirects() async throws {
    let syncing = try Syncing()
    syncing.origin.disturb("") { _ in
      OriginAnswer(status: 301, headers: ["location": "/api/v4/?format=json"])
    }
    syncing.origin.disturb("?format=json") { _ in
      .json(
        """
        {"packages":"\(FakeOrigin.root)packages/?format=json",\
        "grids":"\(FakeOrigin.root)grids/","categories":"\(FakeOrigin.root)categories/"}
        """)
    }
    syncing.origin.disturb("packages/?format=json&limit=2") { _ in
      .json(FakeCatalog.small.page(of: "packages", limit: 9))
    }
    try await syncing.run()
    #expect(try syncing.exported() == FakeCatalog.small.exported)
  }
}
