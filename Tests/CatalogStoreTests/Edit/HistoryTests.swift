import Columns
import Testing

@testable import CatalogStore

@Suite("History")
struct HistoryTests {
  let catalog: EditedCatalog

  init() throws {
    catalog = try EditedCatalog()
    try catalog.object(.update(.package, .id(1), [.title: .text("One")]))
    try catalog.object(.addToGrid(grid: .id(20), package: .id(1)))
    try catalog.object(.update(.grid, .id(20), [.header: .boolean(false)]))
    try catalog.object(.setElement(grid: .id(20), package: .id(1), feature: 203, text: "fast"))
    try catalog.object(.delete(.package, .id(3)))
  }

  @Test("every edit is a change, in the order they were made")
  func changes() throws {
    let batch = try catalog.catalog.reader.changes(since: 0, first: 10)
    #expect(batch.revisions == [1, 2, 3, 4, 5])
    #expect(batch.actions == [.update, .create, .update, .create, .delete])
    #expect(
      batch.subjects == [
        ChangeSubject(entity: .package, id: 1), ChangeSubject(entity: .gridPackage, id: 107),
        ChangeSubject(entity: .grid, id: 20), ChangeSubject(entity: .element, id: 305),
        ChangeSubject(entity: .package, id: 3),
      ])
    #expect(LeafColumn.encoded(batch.actors).texts == Array(repeating: "\"ann\"", count: 5))
    #expect(LeafColumn.encoded(batch.times).texts[1] == "\"2026-02-15T14:03:05-05:00\"")
    #expect(LeafColumn.encoded(batch.summaries).texts == Array(repeating: "null", count: 5))
    let names = LeafColumn.encoded(batch.fields.names).texts
    #expect(
      Array(names[batch.fieldRange(of: 3)]) == ["\"gridPackage\"", "\"feature\"", "\"text\""])
  }

  @Test("pages of it begin after a revision")
  func pages() throws {
    let reader = catalog.catalog.reader
    #expect(try reader.changes(since: 1, first: 2).revisions == [2, 3])
    #expect(try reader.changes(since: 5, first: 2).revisions == [])
    #expect(try reader.changes(since: 0, first: -1).revisions == [])
  }

  @Test("changes are found by revision, each once")
  func byRevision() throws {
    let (batch, rows) = try catalog.catalog.reader.changes(revisions: [4, 9, 1, 4])
    #expect(batch.revisions == [1, 4])
    #expect(rows == [1, -1, 0, 1])
  }

  @Test("an object's history is what moved its version, newest first; one lookup for all objects")
  func histories() throws {
    let reader = catalog.catalog.reader
    try reader.withSnapshot {
      let lists = try reader.histories(of: .grid, ids: [20, 10, 30], since: 0, first: nil)
      #expect(lists.revisions == [[5, 3, 2], [5], []])
      #expect(reader.statistics.lookups == 1)
    }
    #expect(
      try reader.histories(of: .grid, ids: [20], since: 2, first: 1).revisions == [[5]])
    #expect(try reader.histories(of: .package, ids: [1, 1]).revisions == [[2, 1], [2, 1]])
    #expect(
      try catalog.rows(
        """
        SELECT count(*) FROM change_objects o JOIN grids g ON o.entity = 'grids' AND o.id = g.id
        GROUP BY g.id HAVING max(o.version) <> g.version OR count(*) + 1 <> g.version
        """) == [])
  }

  @Test("an import is one change with a summary, and none if nothing changed")
  func imports() throws {
    let database = try CatalogDatabase.inMemory()
    let text =
      CatalogLines.category(1) + CatalogLines.grid(5, packages: [7])
      + CatalogLines.package(7, grids: [5])
    try database.importTexts(text)
    try database.importTexts(text)
    try database.importTexts(CatalogLines.package(7, watchers: 5, grids: [5]))
    let batch = try database.makeReader().changes(since: 0, first: 10)
    #expect(batch.actions == [.import, .import])
    #expect(batch.subjects == [nil, nil])
    #expect(
      LeafColumn.encoded(batch.summaries).texts == [
        "\"1 category added, 1 grid added, 1 package added, 1 membership added\"",
        "\"1 package updated\"",
      ])
    #expect(LeafColumn.encoded(batch.times).texts[0] == "\"2026-02-15T12:00:00Z\"")
  }
}

extension ChangeLists {
  fileprivate var revisions: [[Int64]] {
    (0..<offsets.count - 1).map { entries(of: $0).map { batch.revisions[Int(rows[$0])] } }
  }
}

@Suite("History: reverts")
struct RevertTests {
  let catalog: EditedCatalog

  init() throws {
    catalog = try EditedCatalog()
  }

  /// All that is edited, but versions and times.
  private func contents() throws -> [String] {
    try [
      "SELECT id, title, slug, category_id, repo_url, pypi_name, participants FROM packages",
      "SELECT id, title, slug, is_locked, description FROM grids",
      "SELECT id, title FROM categories",
      "SELECT id, grid_id, package_id, grid_position, package_position, created FROM grid_packages",
      "SELECT id, grid_id, title FROM features", "SELECT id, grid_package_id, text FROM elements",
    ].flatMap { try catalog.rows($0 + " ORDER BY id") }
  }

  @Test(
    "undo every kind of edit, and a revert of the revert does it again",
    arguments: [
      CatalogEdit.create(
        .package, [.title: .text("New"), .grids: .references([.id(30), .id(10)])]),
      .create(.grid, [.title: .text("New"), .packages: .references([.id(6), .id(1)])]),
      .create(.category, [.title: .text("New")]),
      .create(.feature, [.title: .text("New"), .grid: .reference(.id(20))]),
      .update(.package, .id(1), [.title: .text("X"), .category: .null, .participants: .null]),
      .update(.package, .id(2), [.grids: .references([.id(30), .id(20)]), .slug: .text("x")]),
      .update(.grid, .id(10), [.packages: .references([.id(1), .id(5)]), .title: .text("X")]),
      .update(.category, .id(1), [.title: .text("X")]),
      .delete(.package, .id(3)), .delete(.package, .id(2)), .delete(.grid, .id(10)),
      .delete(.feature, .id(201)),
      .addToGrid(grid: .id(20), package: .id(5)), .removeFromGrid(grid: .id(10), package: .id(1)),
      .setElement(grid: .id(10), package: .id(2), feature: 201, text: "new"),
      .setElement(grid: .id(10), package: .id(1), feature: 201, text: "changed"),
    ])
  func roundTrip(edit: CatalogEdit) throws {
    let before = try contents()
    try catalog.object(edit)
    let after = try contents()
    #expect(after != before)
    let reverted = try catalog.object(.revert(revision: 1))
    #expect(reverted.revision == 2)
    #expect(try contents() == before)
    try catalog.object(.revert(revision: 2))
    #expect(try contents() == after)
    try catalog.object(.revert(revision: 3))
    #expect(try contents() == before)
    let actions = try catalog.catalog.reader.changes(since: 1, first: 5).actions
    #expect(actions == [.revert, .revert, .revert])
    #expect(try catalog.rows("PRAGMA foreign_key_check") == [])
  }

  @Test("a version never goes back")
  func versions() throws {
    try catalog.object(.update(.package, .id(1), [.title: .text("X")]))
    try catalog.object(.revert(revision: 1))
    try catalog.object(.delete(.package, .id(1)))
    try catalog.object(.revert(revision: 3))
    #expect(try catalog.rows("SELECT version FROM packages WHERE id = 1") == ["4"])
  }

  @Test(
    "is refused once something newer touched the same, and names it",
    arguments: [
      (
        [
          CatalogEdit.update(.package, .id(1), [.title: .text("X"), .repoForks: .integer(7)]),
          .update(.package, .id(1), [.repoForks: .integer(8)]),
        ], 2
      ),
      (
        [
          .update(.package, .id(1), [.title: .text("X")]), .delete(.package, .id(1)),
        ], 2
      ),
      (
        [
          .create(.package, [.title: .text("New")]), .addToGrid(grid: .id(30), package: .id(7)),
        ], 2
      ),
      (
        [
          .update(.package, .id(5), [.grids: .references([.id(30)])]),
          .addToGrid(grid: .id(10), package: .id(5)),
        ], 2
      ),
      (
        [
          .addToGrid(grid: .id(20), package: .id(5)),
          .setElement(grid: .id(20), package: .id(5), feature: 203, text: "x"),
        ], 2
      ),
      (
        [
          .create(.feature, [.title: .text("New"), .grid: .reference(.id(20))]),
          .setElement(grid: .id(20), package: .id(2), feature: 204, text: "x"),
        ], 2
      ),
      (
        [
          .delete(.feature, .id(201)), .update(.grid, .id(20), [.title: .text("X")]),
          .delete(.grid, .id(10)),
        ], 3
      ),
    ] as [([CatalogEdit], Int64)])
  func conflicts(edits: [CatalogEdit], newer: Int64) throws {
    for edit in edits { try catalog.object(edit) }
    #expect(
      try catalog.refusal(of: .revert(revision: 1)) == .conflict(.newerChange(revision: newer)))
  }

  @Test("is made while newer changes touched other fields")
  func otherFields() throws {
    try catalog.object(.update(.package, .id(1), [.title: .text("X")]))
    try catalog.object(.update(.package, .id(1), [.repoForks: .integer(8)]))
    try catalog.object(.addToGrid(grid: .id(20), package: .id(1)))
    try catalog.object(.revert(revision: 1))
    #expect(
      try catalog.rows("SELECT title, repo_forks FROM packages WHERE id = 1") == ["django-forms 8"])
    try catalog.object(.revert(revision: 3))
    #expect(try catalog.rows("SELECT id FROM grid_packages WHERE id > 106") == [])
  }

  @Test("an import that changed the value stands in the way")
  func imported() throws {
    try catalog.object(.update(.package, .id(1), [.title: .text("X")]))
    try catalog.catalog.database.importTexts(CatalogLines.package(1))
    try catalog.object(.update(.package, .id(2), [.title: .text("Y")]))
    #expect(
      try catalog.refusal(of: .revert(revision: 1)) == .conflict(.newerChange(revision: 2)))
  }

  @Test("a slug that somebody has by now is not given back")
  func takenSlug() throws {
    try catalog.object(.delete(.package, .id(6)))
    try catalog.object(.create(.package, [.title: .text("alone")]))
    #expect(try catalog.problems(of: .revert(revision: 1)) == ["revision is the slug of 7 already"])
  }

  @Test("there is nothing to undo in an import, nor in what never was")
  func notRevertable() throws {
    try catalog.catalog.database.importTexts(CatalogLines.category(9))
    #expect(
      try catalog.problems(of: .revert(revision: 1))
        == ["revision is an import, which cannot be reverted"])
    #expect(try catalog.refusal(of: .revert(revision: 5)) == .noSuchRevision(5))
  }

  @Test("the columns that deletions keep are those of the tables")
  func storedColumns() throws {
    for entity in Entity.allCases {
      let columns = try catalog.rows("SELECT name FROM pragma_table_info('\(entity.table)')")
      #expect(Set(StoredColumns.of(entity.table)) == Set(columns))
    }
  }
}
