import Testing

@testable import CatalogStore

@Suite("Edit: packages in grids")
struct EditMembershipTests {
  let catalog: EditedCatalog

  init() throws {
    catalog = try EditedCatalog()
  }

  /// All memberships: `id grid.package@grid_position,package_position`.
  private func memberships() throws -> [String] {
    try catalog.rows(
      """
      SELECT id, grid_id || '.' || package_id || '@' || grid_position || ',' || package_position
      FROM grid_packages ORDER BY id
      """)
  }

  @Test("one that is added goes last in both lists, and moves both versions")
  func adds() throws {
    let added = try catalog.object(
      .addToGrid(grid: .slug("rest"), package: .slug("django-forms")), as: .editor)
    #expect(
      added == EditedObject(entity: .gridPackage, id: 107, outcome: .created, revision: 1))
    #expect(try memberships().last == "107 20.1@2,1")
    #expect(try catalog.rows("SELECT version FROM grids WHERE id = 20") == ["2"])
    #expect(
      try catalog.rows("SELECT version, modified FROM packages WHERE id = 1")
        == ["2 2026-02-15T14:03:04-05:00"])
    #expect(
      try catalog.lastFields()
        == [#""grid": null > "\"20\"""#, #""package": null > "\"1\"""#])
  }

  @Test("both ends have to be there, and apart so far")
  func refusals() throws {
    #expect(
      try catalog.problems(of: .addToGrid(grid: .id(1), package: .slug("x"))) == [
        "grid names a grid that is not there: id 1",
        "package names a package that is not there: slug \"x\"",
      ])
    #expect(
      try catalog.problems(of: .addToGrid(grid: .id(10), package: .id(1)))
        == ["package is in the grid already"])
    #expect(
      try catalog.refusal(of: .removeFromGrid(grid: .id(20), package: .id(1)))
        == .notInGrid(package: .id(1), grid: .id(20)))
  }

  @Test("one that is taken out leaves no gap and no cells")
  func removes() throws {
    let removed = try catalog.object(.removeFromGrid(grid: .id(10), package: .id(3)), as: .editor)
    #expect(
      removed == EditedObject(entity: .gridPackage, id: 101, outcome: .deleted, revision: 1))
    #expect(
      try memberships()
        == ["102 10.1@0,0", "103 10.2@1,1", "104 20.2@0,0", "105 20.3@1,0", "106 40.2@0,2"])
    #expect(try catalog.rows("SELECT id FROM elements ORDER BY id") == ["302", "304"])
  }

  @Test("a grid's list may be given whole: left out, added and in another order")
  func replacesList() throws {
    let edits: FieldEdits = [.packages: .references([.id(6), .id(2), .slug("creme")])]
    try catalog.object(.update(.grid, .id(10), edits), as: .editor)
    #expect(
      try memberships() == [
        "101 10.3@2,1", "103 10.2@1,1", "104 20.2@0,0", "105 20.3@1,0", "106 40.2@0,2",
        "107 10.6@0,0",
      ])
    #expect(
      try catalog.rows("SELECT id, version FROM packages")
        == ["1 2", "2 1", "3 1", "4 1", "5 1", "6 2"])
    #expect(
      try catalog.lastFields() == [
        #""packages": "[\"3\",\"1\",\"2\"]" > "[\"6\",\"2\",\"3\"]""#
      ])
  }

  @Test("another order alone is a change of the list's owner alone")
  func reorders() throws {
    let edits: FieldEdits = [.grids: .references([.id(40), .id(20), .id(10)])]
    try catalog.object(.update(.package, .id(2), edits), as: .editor)
    #expect(
      try memberships()
        == [
          "101 10.3@0,1", "102 10.1@1,0", "103 10.2@2,2", "104 20.2@0,1", "105 20.3@1,0",
          "106 40.2@0,0",
        ])
    #expect(try catalog.rows("SELECT sum(version) FROM grids") == ["4"])
  }

  @Test("what waits for a package that is not here stays behind the others")
  func pending() throws {
    try catalog.catalog.writer.execute(
      """
      INSERT INTO pending_memberships (grid_id, package_id, grid_position, package_position)
        VALUES (20, 90, 2, 0);
      """)
    try catalog.object(.addToGrid(grid: .id(20), package: .id(1)))
    #expect(try memberships().last == "107 20.1@3,1")
    try catalog.object(.removeFromGrid(grid: .id(20), package: .id(2)))
    #expect(
      try catalog.rows("SELECT grid_position FROM pending_memberships") == ["1"])
    try catalog.object(.update(.grid, .id(20), [.packages: .references([.id(1), .id(3)])]))
    #expect(
      try catalog.rows("SELECT grid_position FROM pending_memberships") == ["2"])
    try catalog.object(.delete(.grid, .id(20)))
    #expect(try catalog.rows("SELECT * FROM pending_memberships") == [])
  }

  @Test("edited lists come back from an export as they were")
  func exportRoundTrip() throws {
    let database = try CatalogDatabase.inMemory()
    try database.importTexts(
      CatalogLines.category(1) + CatalogLines.grid(10, packages: [1, 2])
        + CatalogLines.grid(20, packages: [2, 90]) + CatalogLines.package(1, grids: [10])
        + CatalogLines.package(2, grids: [20, 10]) + CatalogLines.package(6)
        + CatalogLines.feature(203, grid: 20) + CatalogLines.gridPackage(5, grid: 20, package: 2))
    let catalog = try EditedCatalog(TestCatalog(database))
    try catalog.object(.addToGrid(grid: .id(20), package: .id(6)))
    try catalog.object(
      .setElement(grid: .id(20), package: .id(6), feature: 203, text: "fast \u{2028}\n"))
    try catalog.object(.update(.package, .id(1), [.grids: .references([.id(20)])]))
    try catalog.object(.create(.package, [.title: .text("New"), .category: .reference(.id(1))]))
    let text = try database.exportText()
    let copy = try CatalogDatabase.inMemory()
    try copy.importTexts(text)
    #expect(try copy.exportText() == text)
    #expect(try !database.importTexts(text).hasChanges)
  }
}

@Suite("Edit: cells")
struct EditElementTests {
  let catalog: EditedCatalog

  init() throws {
    catalog = try EditedCatalog()
  }

  @Test("an empty cell gets an element")
  func creates() throws {
    let made = try catalog.object(
      .setElement(grid: .slug("forms"), package: .slug("drf"), feature: 201, text: "BSD"),
      as: .editor)
    #expect(made == EditedObject(entity: .element, id: 305, outcome: .created, revision: 1))
    #expect(
      try catalog.rows(
        "SELECT grid_package_id, feature_id, text, version FROM elements WHERE id = 305")
        == ["103 201 BSD 1"])
  }

  @Test("of two elements in a cell the shown one is changed")
  func updatesTheShownOne() throws {
    let edit = CatalogEdit.setElement(grid: .id(10), package: .id(1), feature: 201, text: "MIT")
    #expect(
      try catalog.object(edit)
        == EditedObject(entity: .element, id: 304, outcome: .updated, revision: 1))
    #expect(try catalog.object(edit).outcome == .unchanged)
    #expect(
      try catalog.rows("SELECT id, text, version FROM elements WHERE feature_id = 201 ORDER BY id")
        == ["301 MIT 1", "302 old 1", "304 MIT 2"])
  }

  @Test("what a cell is named by has to be of one grid")
  func refusals() throws {
    #expect(
      try catalog.problems(of: .setElement(grid: .id(20), package: .id(1), feature: 201, text: "x"))
        == ["package is not in the grid", "feature is not a feature of the grid"])
    #expect(
      try catalog.problems(
        of: .setElement(
          grid: .id(1), package: .id(99), feature: 5, text: String(repeating: "x", count: 10_001)))
        == [
          "grid names a grid that is not there: id 1",
          "package names a package that is not there: id 99",
          "feature names a feature that is not there: id 5",
          "text must have at most 10000 characters, not 10001",
        ])
  }

  @Test("a membership known from a link alone becomes an object that the export has")
  func membershipOfALink() throws {
    try catalog.catalog.writer.execute("UPDATE grid_packages SET has_origin_id = 0 WHERE id = 103")
    try catalog.object(.setElement(grid: .id(10), package: .id(2), feature: 201, text: "x"))
    #expect(
      try catalog.rows("SELECT has_origin_id, created FROM grid_packages WHERE id = 103")
        == ["1 2026-02-15T14:03:04-05:00"])
  }
}

@Suite("Edit: upserts")
struct EditUpsertTests {
  let catalog: EditedCatalog

  init() throws {
    catalog = try EditedCatalog()
  }

  @Test("each item is made, changed or left, in the order of the list, each a revision of its own")
  func upserts() throws {
    let result = try catalog.apply(
      .upsert(
        .package,
        [
          [.slug: .text("DRF"), .repoWatchers: .integer(501)],
          [.title: .text("Django Forms"), .repoForks: .integer(2)],
          [.title: .text("Brand New"), .grids: .references([.slug("empty")])],
        ]), as: .editor)
    #expect(
      result.objects == [
        EditedObject(entity: .package, id: 2, outcome: .updated, revision: 1),
        EditedObject(entity: .package, id: 1, outcome: .updated, revision: 2),
        EditedObject(entity: .package, id: 7, outcome: .created, revision: 3),
      ])
    #expect(try catalog.rows("SELECT title FROM packages WHERE id = 1") == ["Django Forms"])
    let again = try catalog.apply(
      .upsert(.package, [[.title: .text("Brand New")], [.slug: .text("drf")]]))
    #expect(again.objects.map(\.outcome) == [.unchanged, .unchanged])
  }

  @Test("all items are checked, and none is written if one is wrong")
  func allOrNothing() throws {
    #expect(
      try catalog.problems(
        of: .upsert(
          .grid,
          [
            [.slug: .text("forms"), .title: .text("")], [.slug: .text("neu")],
            [.title: .text("Fine")], [.slug: .text("Fine"), .header: .boolean(false)],
          ])) == [
          "grids.0.title must not be empty", "grids.1.title is required",
          "grids.3.slug is the same as that of item 2",
        ])
    #expect(try catalog.rows("SELECT count(*) FROM grids") == ["4"])
  }

  @Test("an item may take what an earlier one gave up")
  func sequence() throws {
    let url = EditValue.text("https://example.org/rest")
    let result = try catalog.apply(
      .upsert(
        .package,
        [[.slug: .text("drf"), .repoURL: .null], [.slug: .text("alone"), .repoURL: url]]))
    #expect(result.objects.map(\.outcome) == [.updated, .updated])
  }
}
