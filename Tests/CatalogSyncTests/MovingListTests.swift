import CatalogStore
import Testing

@testable import CatalogSync

@Suite("A list that changes while it is read")
struct MovingListTests {
  @Test("is read again when an object was added")
  func added() async throws {
    let syncing = try Syncing()
    let origin = syncing.origin
    origin.disturb("packages/?limit=2") { _ in
      origin.update { $0.packages[6] = .init(title: "Six", grids: []) }
      return .json(FakeCatalog.small.page(of: "packages", limit: 2))
    }
    try await syncing.run()
    #expect(syncing.rereads == ["packages: \"count\" is 5 on one page and 6 on another"])
    #expect(try syncing.exported().contains("\"title\":\"Six\""))
    #expect(try syncing.exported().contains("\"title\":\"Four\""))
  }

  @Test("is read again when one was removed, which would hide another at the border")
  func removed() async throws {
    let syncing = try Syncing()
    let origin = syncing.origin
    origin.disturb("packages/?limit=2") { _ in
      origin.update { $0.packages[5] = nil }
      return .json(FakeCatalog.small.page(of: "packages", limit: 2))
    }
    try await syncing.run()
    #expect(syncing.rereads == ["packages: \"count\" is 5 on one page and 4 on another"])
    #expect(try syncing.exported().contains("\"title\":\"Three\""))
    #expect(try !syncing.exported().contains("\"title\":\"Five\""))
  }

  @Test("is read again when an object is on two pages")
  func repeated() async throws {
    let syncing = try Syncing()
    let second = FakeCatalog.small.page(of: "packages", limit: 2, offset: 1)
    syncing.origin.disturb("packages/?limit=2&offset=2") { _ in .json(second) }
    try await syncing.run()
    #expect(syncing.rereads == ["packages: object 4 is on two pages"])
    #expect(try syncing.exported() == FakeCatalog.small.exported)
  }

  @Test("is asked for in one page the last time")
  func wholeList() async throws {
    let syncing = try Syncing()
    let second = FakeCatalog.small.page(of: "packages", limit: 2, offset: 1)
    let again: FakeOrigin.Rule = { _ in .json(second) }
    syncing.origin.disturb("packages/?limit=2&offset=2", with: again, again)
    try await syncing.run()
    #expect(syncing.origin.targets.contains("packages/?limit=1005"))
    #expect(try syncing.exported() == FakeCatalog.small.exported)
  }

  @Test("is an error if it never fits together")
  func unsettled() async throws {
    let syncing = try Syncing()
    let short: FakeOrigin.Rule = { _ in
      .json(#"{"count":2,"next":null,"previous":null,"results":[]}"#)
    }
    syncing.origin.disturb("categories/?limit=2", with: short, short)
    syncing.origin.disturb("categories/?limit=1002", with: short)
    #expect(
      try await syncing.failure()
        == "https://example.org/api/v4/categories/?limit=1002: "
        + "\"count\" is 2, and the pages have 0 objects, each time it was read")
  }

  @Test("is read again with the others if they contradict each other")
  func contradiction() async throws {
    let syncing = try Syncing()
    var later = FakeCatalog.small
    later.grids[9] = [3]
    later.packages[3]?.grids = [9]
    syncing.origin.disturb("grids/?limit=2") { [later] _ in
      .json(later.page(of: "grids", limit: 2))
    }
    let report = try await syncing.run()
    #expect(syncing.rereads == ["all: grid 9 and package 3 disagree on belonging together"])
    #expect(report.contradiction == nil)
    #expect(try syncing.exported() == FakeCatalog.small.exported)
  }

  @Test("is taken as it is, with a note, if the contradiction stays")
  func lastingContradiction() async throws {
    var origin = FakeCatalog.small
    origin.packages[3]?.category = 4
    let syncing = try Syncing(origin)
    let report = try await syncing.run()
    #expect(report.contradiction == .category(4))
    #expect(report.summary.unresolved.categories == 1)
    #expect(try syncing.exported() == origin.exported)
  }
}
