import CatalogStore
import Testing

@testable import CatalogSync

@Suite("Objects that the origin no longer lists")
struct GoneObjectsTests {
  /// A synced catalog whose origin has then lost package 2, which was in both grids.
  private func withoutPackageTwo() async throws -> Syncing {
    let syncing = try Syncing()
    try await syncing.run()
    syncing.origin.update { origin in
      origin.packages[2] = nil
      origin.grids[7] = [1]
      origin.grids[8] = []
    }
    return syncing
  }

  @Test("are marked, and stay with all that belongs to them")
  func marked() async throws {
    let syncing = try await withoutPackageTwo()
    let report = try await syncing.run()
    #expect(report.summary.gone.found == 1)
    #expect(report.summary.gone.marked == [.packages: 1])
    #expect(report.summary.gone.examples == [.init(.packages, 2)])
    // At the end of the grid, behind what the origin lists.
    var expected = FakeCatalog.small
    expected.grids[7] = [1, 2]
    #expect(try syncing.exported() == expected.exported)
    let again = try await syncing.run()
    #expect(!again.summary.hasChanges)
    #expect(again.summary.gone.found == 0)
    #expect(again.summary.gone.marked == [.packages: 1])
  }

  @Test("are unmarked when they come back")
  func returned() async throws {
    let syncing = try await withoutPackageTwo()
    try await syncing.run()
    syncing.origin.update { $0 = .small }
    let report = try await syncing.run()
    #expect(report.summary.gone.returned == 1)
    #expect(report.summary.gone.marked == [:])
    #expect(try syncing.exported() == FakeCatalog.small.exported)
  }

  @Test("are removed by pruning, with their memberships", arguments: [false, true])
  func pruned(afterMarking: Bool) async throws {
    var syncing = try await withoutPackageTwo()
    if afterMarking { try await syncing.run() }
    syncing.options.prunes = true
    let report = try await syncing.run()
    #expect(report.summary.objects[.packages] == .init(unchanged: 4, removed: 1))
    #expect(report.summary.memberships.removed == 2)
    #expect(report.summary.gone.marked == [:])
    var expected = FakeCatalog.small
    expected.packages[2] = nil
    expected.grids = [7: [1], 8: [], 9: []]
    #expect(try syncing.exported() == expected.exported)
    #expect(try await !syncing.run().summary.hasChanges)
  }

  @Test("are grids, too, with their features and elements")
  func prunedGrid() async throws {
    var syncing = try Syncing()
    try syncing.importFeatures()
    try await syncing.run()
    syncing.origin.update { origin in
      origin.grids[7] = nil
      origin.packages[1]?.grids = []
      origin.packages[2]?.grids = [8]
    }
    try await syncing.run()
    #expect(
      try syncing.exported() == FakeCatalog.small.exportedWithGridsAppended + FakeCatalog.features)
    syncing.options.prunes = true
    let report = try await syncing.run()
    #expect(report.summary.objects[.grids] == .init(unchanged: 2, removed: 1))
    #expect(report.summary.objects[.features] == .init(removed: 1))
    #expect(report.summary.objects[.elements] == .init(removed: 1))
    var expected = FakeCatalog.small
    expected.grids[7] = nil
    expected.packages[1]?.grids = []
    expected.packages[2]?.grids = [8]
    #expect(try syncing.exported() == expected.exported)
  }

  @Test("are categories, but not while packages are in them")
  func categoryInUse() async throws {
    var origin = FakeCatalog.small
    origin.categories = [1, 2, 3]
    origin.packages[5]?.category = 2
    var syncing = try Syncing(origin)
    try await syncing.run()
    syncing.options.prunes = true
    // The package still says that it is in category 2.
    syncing.origin.update { $0.categories = [1] }
    let report = try await syncing.run()
    #expect(report.summary.objects[.categories] == .init(unchanged: 1, removed: 1))
    #expect(report.summary.gone.marked == [.categories: 1])
    #expect(report.summary.gone.categoriesInUse == 1)
    syncing.origin.update { $0.packages[5]?.category = 1 }
    #expect(try await syncing.run().summary.objects[.categories]?.removed == 1)
  }

  @Test("give their slug to an object that needs it")
  func slug() async throws {
    let syncing = try Syncing()
    try await syncing.run()
    syncing.origin.update { origin in
      origin.packages[5] = nil
      origin.packages[6] = .init(title: "Five anew", grids: [], slug: "package-5")
    }
    try await syncing.run()
    #expect(try syncing.exported().contains("\"slug\":\"package-5-gone-5\""))
    syncing.origin.update { origin in
      origin.packages[5] = .init(title: "Five", grids: [])
      origin.packages[6]?.slug = "package-6"
    }
    try await syncing.run()
    #expect(try !syncing.exported().contains("gone"))
  }

  @Test("are not all of them: an empty list removes nothing")
  func emptyList() async throws {
    var syncing = try Syncing()
    try await syncing.run()
    syncing.options.prunes = true
    syncing.origin.update { origin in
      origin.packages = [:]
      origin.grids = [7: [], 8: [], 9: []]
    }
    #expect(
      try await syncing.failure()
        == "https://example.org/api/v4/packages/?limit=2: lists no packages at all; "
        + "the 5 of the catalog are not removed for that")
    #expect(try syncing.exported() == FakeCatalog.small.exported)
  }
}

extension FakeCatalog {
  /// With grid 7 behind the other grid of package 2, as a gone grid is kept.
  fileprivate var exportedWithGridsAppended: String {
    var catalog = self
    catalog.packages[2]?.grids = [8, 7]
    return catalog.exported
  }
}
