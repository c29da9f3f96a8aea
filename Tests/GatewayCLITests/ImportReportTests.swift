import Testing

@testable import CatalogStore
@testable import GatewayCLI

@Suite("Import report")
struct ImportReportTests {
  @Test("counts objects by resource, and memberships")
  func counts() {
    var summary = ImportSummary()
    summary.objects[.packages] = .init(added: 5400)
    summary.objects[.categories] = .init(added: 1, updated: 2, unchanged: 3)
    summary.memberships = .init(added: 10_796, removed: 4, moved: 5, unchanged: 6)
    summary.revision = 7
    #expect(
      importReport(summary, database: "catalog.db") == """
        resource           added  updated  unchanged  removed  rejected
        ─────────────────  ─────  ───────  ─────────  ───────  ────────
        categories             1        2          3        0         0
        packages            5400        0          0        0         0
        packages in grids  10796        5          6        4         0
        catalog.db is now at revision 7.

        """)
  }

  @Test("says that nothing changed")
  func unchanged() {
    var summary = ImportSummary()
    summary.objects[.grids] = .init(unchanged: 380)
    summary.revision = 7
    #expect(
      importReport(summary, database: "a.db") == """
        resource           added  updated  unchanged  removed  rejected
        ─────────────────  ─────  ───────  ─────────  ───────  ────────
        grids                  0        0        380        0         0
        packages in grids      0        0          0        0         0
        a.db is unchanged, at revision 7.

        """)
    #expect(importNotes(summary) == [])
  }

  @Test("names links that lead nowhere yet, with examples, and those that do now")
  func links() {
    var summary = ImportSummary()
    summary.resolved = 1200
    summary.unresolved = .init(categories: 1, memberships: 3)
    summary.unresolved.examples = [
      .init(from: .packages, fromID: 2192, to: .categories, toID: 1)
    ]
    #expect(
      importNotes(summary) == [
        "note: 1,200 links of earlier imports now have their ends",
        "note: 4 links lead to what is not in the catalog; "
          + "they are kept and take effect when it arrives:",
        "  1 package without its category",
        "  3 packages in grids, one of the two missing",
        "  for example package 2192 → category 1",
      ])
  }

  @Test("speaks of one link as of one")
  func oneLink() {
    var summary = ImportSummary()
    summary.resolved = 1
    summary.unresolved = .init(memberships: 1)
    #expect(
      importNotes(summary) == [
        "note: 1 link of earlier imports now has its ends",
        "note: 1 link leads to what is not in the catalog; "
          + "it is kept and takes effect when that arrives:",
        "  1 package in a grid, one of the two missing",
      ])
  }
}
