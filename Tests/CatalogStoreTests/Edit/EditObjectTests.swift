import Testing

@testable import CatalogStore

@Suite("Edit: packages, grids, categories and features")
struct EditObjectTests {
  let catalog: EditedCatalog

  init() throws {
    catalog = try EditedCatalog()
  }

  @Test("a package of a title alone has the defaults, a slug made from the title, and the next id")
  func createsWithDefaults() throws {
    let made = try catalog.object(.create(.package, [.title: .text("Crème & Forms")]), as: .editor)
    #expect(
      made == EditedObject(entity: .package, id: 7, outcome: .created, revision: 1))
    #expect(
      try catalog.rows("SELECT * FROM packages WHERE id = 7") == [
        "7 - - Crème & Forms creme-forms 0 0 2026-02-15T14:03:04-05:00 1771182184000000 "
          + "2026-02-15T14:03:04-05:00 1771182184000000 - - - -  - -  -  [] [] 1"
      ])
    #expect(
      try catalog.lastFields() == [
        #""title": null > "\"Crème & Forms\"""#, #""slug": null > "\"creme-forms\"""#,
      ])
  }

  @Test("a package of every field")
  func createsWhole() throws {
    try catalog.object(
      .create(
        .package,
        [
          .title: .text("All"), .slug: .text("ALL_in-1"), .category: .reference(.slug("apps")),
          .grids: .references([.slug("rest"), .id(10)]), .repoURL: .text("https://e.org/a"),
          .repoDescription: .text("d"), .pypiURL: .text("https://pypi.org/project/All-In/"),
          .documentationURL: .text(""), .repoWatchers: .integer(2_147_483_647),
          .repoForks: .integer(0), .pypiVersion: .text("1.0"),
          .lastUpdated: .text("2025-01-01T00:00:00Z"), .lastFetched: .null,
          .commitsOver52: .integers([1, 0]), .participants: .texts(["ann", "b\"o"]),
        ]), as: .editor)
    #expect(
      try catalog.rows(
        """
        SELECT slug, category_id, category_link, repo_url, pypi_name, documentation_url,
          repo_watchers, last_updated, last_updated_instant, commits_over_52, participants
        FROM packages WHERE id = 7
        """) == [
          "all_in-1 1 1 https://e.org/a All-In  2147483647 2025-01-01T00:00:00Z "
            + #"1735689600000000 [1,0] ["ann","b\"o"]"#
        ])
    #expect(
      try catalog.rows(
        """
        SELECT grid_id, grid_position, package_position, has_origin_id FROM grid_packages
        WHERE package_id = 7 ORDER BY package_position
        """) == ["20 2 0 1", "10 3 1 1"])
    #expect(try catalog.rows("SELECT version FROM grids WHERE id IN (10, 20)") == ["2", "2"])
    let search = try catalog.catalog.reader.search(
      "all", in: .packages, first: 5, packageColumns: [], gridColumns: [])
    #expect(search.packages.ids == [7])
  }

  @Test("an update changes what it names, its version and its time, and nothing else")
  func updates() throws {
    let before = try catalog.rows("SELECT * FROM packages WHERE id = 2")
    let edits: FieldEdits = [.title: .text("DRF"), .repoURL: .null, .pypiVersion: .null]
    let updated = try catalog.object(.update(.package, .slug("drf"), edits), as: .editor)
    #expect(updated == EditedObject(entity: .package, id: 2, outcome: .updated, revision: 1))
    let after = try catalog.rows("SELECT * FROM packages WHERE id = 2")
    #expect(
      after == [
        "2 1 1 DRF drf 500 4 2014-01-01T00:00:00-05:00 1002 2026-02-15T14:03:04-05:00 "
          + "1771182184000000 2024-11-03T01:30:00-05:00 901 - -  - -    [2,0] [\"ann\",\"bob\"] 2"
      ], "was \(before)")
    #expect(
      try catalog.lastFields() == [
        #""title": "\"Django REST\"" > "\"DRF\"""#,
        #""repoUrl": "\"https://example.org/rest\"" > "\"\"""#,
        #""pypiVersion": "\"1.2\"" > "null""#,
      ])
  }

  @Test("an update that says what is so already changes nothing")
  func unchanged() throws {
    let edits: FieldEdits = [
      .title: .text("Django REST"), .grids: .references([.id(20), .id(10), .id(40)]),
    ]
    let result = try catalog.object(.update(.package, .id(2), edits))
    #expect(result == EditedObject(entity: .package, id: 2, outcome: .unchanged, revision: nil))
    #expect(try catalog.rows("SELECT version FROM packages WHERE id = 2") == ["1"])
    #expect(try catalog.rows("SELECT revision FROM catalog_revision") == ["0"])
  }

  @Test("texts that differ in their normalization alone are another text")
  func comparesBytes() throws {
    let edits: FieldEdits = [.title: .text("Cre\u{300}me Bru\u{302}le\u{301}e")]
    #expect(try catalog.object(.update(.package, .id(3), edits)).outcome == .updated)
  }

  @Test("null clears what can be empty; the documentation of nobody is not the empty one")
  func clears() throws {
    let edits: FieldEdits = [
      .category: .null, .documentationURL: .null, .lastUpdated: .null, .grids: .null,
      .repoDescription: .null, .commitsOver52: .null,
    ]
    try catalog.object(.update(.package, .id(1), edits))
    #expect(
      try catalog.rows(
        """
        SELECT category_id, category_link, documentation_url, last_updated, last_updated_instant,
          repo_description, commits_over_52 FROM packages WHERE id = 1
        """) == ["- - - - -  []"])
    #expect(try catalog.rows("SELECT id FROM grid_packages WHERE package_id = 1") == [])
  }

  @Test("an update of another version is refused, with the current one")
  func ifVersion() throws {
    let edits: FieldEdits = [.title: .text("X")]
    try catalog.object(.update(.package, .id(1), edits, ifVersion: 1))
    #expect(
      try catalog.refusal(of: .update(.package, .id(1), edits, ifVersion: 1))
        == .conflict(.version(expected: 1, current: 2)))
    #expect(
      try catalog.refusal(of: .delete(.package, .id(1), ifVersion: 1))
        == .conflict(.version(expected: 1, current: 2)))
  }

  @Test(
    "what is not there cannot be edited",
    arguments: [
      CatalogEdit.update(.package, .id(99), [:]), .delete(.grid, .id(99)),
      .update(.category, .id(99), [.title: .null]), .delete(.feature, .id(99)),
    ])
  func notFound(edit: CatalogEdit) throws {
    guard case .notFound(_, .id(99))? = try catalog.refusal(of: edit) else {
      Issue.record("it was found")
      return
    }
  }

  @Test("a package goes with its memberships and cells, and its grids close their gaps")
  func deletesPackage() throws {
    #expect(
      try catalog.object(.delete(.package, .slug("creme")))
        == EditedObject(entity: .package, id: 3, outcome: .deleted, revision: 1))
    #expect(
      try catalog.rows(
        "SELECT id, grid_position FROM grid_packages WHERE grid_id IN (10, 20) ORDER BY id")
        == ["102 0", "103 1", "104 0"])
    #expect(try catalog.rows("SELECT id FROM elements ORDER BY id") == ["302", "304"])
    #expect(try catalog.rows("SELECT version FROM grids ORDER BY id") == ["2", "2", "1", "1"])
  }

  @Test("a grid goes with its memberships, features and cells")
  func deletesGrid() throws {
    try catalog.object(.delete(.grid, .id(10)))
    #expect(
      try catalog.rows("SELECT id, package_position FROM grid_packages ORDER BY id")
        == ["104 0", "105 0", "106 1"])
    #expect(try catalog.rows("SELECT id FROM features") == ["203"])
    #expect(try catalog.rows("SELECT count(*) FROM elements") == ["0"])
    #expect(try catalog.rows("PRAGMA foreign_key_check") == [])
  }

  @Test("a category that packages are in is not deleted")
  func categoryInUse() throws {
    #expect(
      try catalog.refusal(of: .delete(.category, .slug("apps")))
        == .conflict(.categoryInUse(packages: 3)))
    try catalog.object(
      .create(.category, [.title: .text("New"), .titlePlural: .text("News")]))
    #expect(try catalog.object(.delete(.category, .id(3))).outcome == .deleted)
  }

  @Test("an id that was given up does not come back")
  func idsAreNotReused() throws {
    for _ in 0..<2 {
      let id = try catalog.object(.create(.package, [.title: .text("New")])).id
      try catalog.object(.delete(.package, .id(id)))
    }
    #expect(try catalog.object(.create(.package, [.title: .text("New")])).id == 9)
  }

  @Test("an id that something waits for is not given to another")
  func idsThatAreAwaited() throws {
    try catalog.catalog.writer.execute(
      """
      UPDATE packages SET category_link = 50 WHERE id = 5;
      INSERT INTO pending_memberships (grid_id, package_id, grid_position, package_position)
        VALUES (10, 60, 3, 0), (70, 1, 0, 1);
      """)
    let title: FieldEdits = [.title: .text("New")]
    #expect(try catalog.object(.create(.category, title)).id == 51)
    #expect(try catalog.object(.create(.package, title)).id == 61)
    #expect(try catalog.object(.create(.grid, title)).id == 71)
  }

  @Test("a feature belongs to its grid, whose version moves with it")
  func features() throws {
    let edits: FieldEdits = [.grid: .reference(.slug("rest")), .title: .text("Size")]
    #expect(try catalog.object(.create(.feature, edits), as: .editor).id == 204)
    #expect(try catalog.rows("SELECT version FROM grids WHERE id = 20") == ["2"])
    try catalog.object(.update(.feature, .id(204), [.description: .text("in MB")]), as: .editor)
    #expect(
      try catalog.rows("SELECT title, description, version FROM features WHERE id = 204")
        == ["Size in MB 2"])
    #expect(try catalog.rows("SELECT version FROM grids WHERE id = 20") == ["2"])
    try catalog.object(.delete(.feature, .id(204)))
    #expect(try catalog.rows("SELECT version FROM grids WHERE id = 20") == ["3"])
  }
}

@Suite("Edit: locked grids")
struct EditLockTests {
  @Test(
    "an editor does not change them, a moderator does",
    arguments: [
      CatalogEdit.update(.grid, .id(40), [.title: .text("X")]),
      .update(.grid, .id(40), [.isLocked: .boolean(false)]),
      .update(.grid, .id(40), [.packages: .references([])]),
      .update(.package, .id(2), [.grids: .references([.id(20)])]),
      .update(.package, .id(1), [.grids: .references([.id(10), .id(40)])]),
      .upsert(.grid, [[.slug: .text("locked"), .title: .text("X")]]),
      .addToGrid(grid: .id(40), package: .id(1)), .removeFromGrid(grid: .id(40), package: .id(2)),
      .create(.feature, [.grid: .reference(.id(40)), .title: .text("X")]),
      .delete(.package, .id(2)), .delete(.grid, .id(40)),
    ])
  func locked(edit: CatalogEdit) throws {
    let catalog = try EditedCatalog()
    #expect(try catalog.refusal(of: edit, as: .editor) == .locked(grid: 40))
    #expect(try catalog.refusal(of: edit, as: .moderator) == nil)
  }

  @Test("only a moderator locks one")
  func locking() throws {
    let catalog = try EditedCatalog()
    let edit = CatalogEdit.update(.grid, .id(10), [.isLocked: .boolean(true)])
    #expect(try catalog.refusal(of: edit, as: .editor) == .locked(grid: 10))
    let create = CatalogEdit.create(.grid, [.title: .text("X"), .isLocked: .boolean(true)])
    #expect(try catalog.refusal(of: create, as: .editor) == .locked(grid: nil))
    #expect(try catalog.refusal(of: edit, as: .moderator) == nil)
  }

  @Test("an editor may say again that a grid is not locked")
  func sayingTheSame() throws {
    let catalog = try EditedCatalog()
    let edits: FieldEdits = [.isLocked: .boolean(false), .title: .text("X")]
    #expect(try catalog.refusal(of: .update(.grid, .id(10), edits), as: .editor) == nil)
  }
}
