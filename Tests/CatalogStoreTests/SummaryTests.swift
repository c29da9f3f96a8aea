import Testing

@testable import CatalogStore

@Suite("Summary of the catalog")
struct SummaryTests {
  @Test("counts what is there and tells the revision")
  func summarizes() throws {
    let catalog = try TestCatalog.sample()
    #expect(
      try catalog.reader.summary()
        == CatalogSummary(
          packageCount: 6, gridCount: 4, categoryCount: 2, revision: 0, modified: nil))
    try catalog.writer.execute(
      "UPDATE catalog_revision SET revision = 3, modified = '2026-02-15T00:00:00Z'")
    let summary = try catalog.reader.summary()
    #expect(summary.revision == 3)
    #expect(summary.modified == "2026-02-15T00:00:00Z")
  }
}
