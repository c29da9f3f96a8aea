import SQLite
import Testing

@testable import CatalogStore

@Suite("Query plans of edits")
struct EditQueryPlanTests {
  private static let exceptions = [
    PlanException("a list of keys or of rows to bring back is walked") { step, text in
      step.contains("VIRTUAL TABLE") && text.contains("json_each(?1")
    },
    PlanException("rows to bring back are put in the order of their list") { step, text in
      step.hasPrefix("USE TEMP B-TREE") && text.contains("json_each(?1, '$.grid_packages')")
    },
    PlanException("what waits for an object that is not here is little") { step, text in
      step.hasPrefix("USE TEMP B-TREE") && text.contains("pending_memberships")
    },
  ]

  /// Edits that between them make every statement there is.
  private static let edits: [CatalogEdit] = [
    .create(.package, [.title: .text("New"), .grids: .references([.id(10), .id(20)])]),
    .create(.grid, [.title: .text("New"), .packages: .references([.id(1)])]),
    .create(.category, [.title: .text("New")]),
    .create(.feature, [.title: .text("New"), .grid: .reference(.id(20))]),
    .update(
      .package, .slug("drf"),
      [
        .title: .text("X"), .slug: .text("x"), .category: .reference(.id(2)),
        .repoURL: .text("https://e.org/new"), .pypiURL: .text("https://pypi.org/project/a"),
        .lastUpdated: .text("2026-02-15T14:03:04Z"), .grids: .references([.id(40), .id(30)]),
      ]),
    .update(.grid, .slug("forms"), [.isLocked: .boolean(true), .packages: .references([])]),
    .update(.category, .slug("apps"), [.showPypi: .boolean(false)]),
    .update(.feature, .id(202), [.title: .text("X")]),
    .upsert(.package, [[.slug: .text("creme"), .title: .text("Creme")]]),
    .addToGrid(grid: .id(20), package: .id(1)), .removeFromGrid(grid: .id(20), package: .id(3)),
    .setElement(grid: .id(20), package: .id(1), feature: 203, text: "a"),
    .setElement(grid: .id(20), package: .id(1), feature: 203, text: "b"),
    .delete(.feature, .id(203)), .delete(.package, .id(1)), .delete(.grid, .id(20)),
    .delete(.category, .id(3)),
  ]

  @Test("no scan and no sort but for a listed reason, and every reason is still needed")
  func plans() throws {
    let catalog = try EditedCatalog()
    var revisions: [Int64] = []
    for edit in Self.edits {
      revisions += try catalog.apply(edit).objects.compactMap(\.revision)
    }
    // Some are refused, since what undid others came after them.
    for revision in revisions.reversed() {
      _ = try catalog.refusal(of: .revert(revision: revision))
    }
    var unused = Set(Self.exceptions.map(\.reason))
    let reader = catalog.catalog.reader
    _ = try reader.changes(since: 0, first: 5)
    _ = try reader.histories(of: .package, ids: [1, 2])
    for text in catalog.writer.statements.texts + reader.statementTexts
    where !text.hasPrefix("SAVEPOINT") && !text.hasPrefix("RELEASE") {
      for step in try costlySteps(of: text, on: catalog.catalog.writer) {
        let exception = Self.exceptions.first { $0.allows(step, text) }
        if exception == nil { Issue.record("\(step) in \(text)") }
        unused.subtract(exception.map { [$0.reason] } ?? [])
      }
    }
    #expect(unused == [])
  }
}
