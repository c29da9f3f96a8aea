import SQLite
import Testing

@testable import CatalogStore

@Suite("Backup")
struct BackupTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func makeCatalog() throws -> CatalogDatabase {
    let database = try CatalogDatabase(path: folder.path("catalog.db"))
    try database.importTexts(CatalogLines.category(1) + CatalogLines.package(7))
    return database
  }

  @Test("a copy holds what was committed, and is a catalog of its own")
  func copies() throws {
    let database = try makeCatalog()
    let writer = try database.makeWriter()
    let context = EditContext(actor: nil, role: .editor, instant: 0)
    var told: [Int] = []
    try writer.withGroup {
      try writer.withScope {
        _ = try writer.apply(.update(.package, .id(7), [.title: .text("X")]), as: context)
      }
      try database.backup(to: folder.path("copy.db")) { copied, _ in told.append(copied) }
    }
    #expect(told.last.map { $0 > 10 } == true)
    let copy = try CatalogDatabase(path: folder.path("copy.db"), creates: false)
    #expect(try copy.exportText() == CatalogLines.category(1) + CatalogLines.package(7))
    #expect(try copy.check() == [])
    try copy.importTexts(CatalogLines.package(8))
    #expect(try database.exportText() != copy.exportText())
  }

  @Test("a later copy takes the place of an earlier one; nothing else is left in the folder")
  func replaces() throws {
    let database = try makeCatalog()
    try database.backup(to: folder.path("copy.db"))
    try database.importTexts(CatalogLines.package(8))
    try database.backup(to: folder.path("copy.db"))
    #expect(try folder.names.filter { !$0.hasPrefix("catalog.db") } == ["copy.db"])
    let copy = try CatalogDatabase(path: folder.path("copy.db"), creates: false)
    #expect(try copy.exportText() == database.exportText())
  }

  @Test("a catalog in memory is copied, too")
  func copiesMemory() throws {
    try TestCatalog.sample().database.backup(to: folder.path("copy.db"))
    let copy = try CatalogDatabase(path: folder.path("copy.db"), creates: false)
    #expect(try copy.makeReader().summary().packageCount == 6)
  }

  @Test("no copy is made over the catalog, over a database in use, or where there is no folder")
  func refusals() throws {
    let database = try makeCatalog()
    #expect(throws: BackupError.isTheCatalog) {
      try database.backup(
        to: folder.path("../\(folder.path("").split(separator: "/").last ?? "")/catalog.db"))
    }
    let other = try CatalogDatabase(path: folder.path("other.db"))
    let writer = try other.makeWriter()
    _ = try writer.createToken(name: "ann", role: .editor, at: 0)
    #expect(throws: BackupError.targetHasLog) { try database.backup(to: folder.path("other.db")) }
    #expect(throws: BackupError.self) { try database.backup(to: folder.path("none/copy.db")) }
    #expect(try !folder.names.contains { $0.contains("partial") })
  }

  @Test("an older file is copied before it is brought up to date")
  func keepsOlderFile() throws {
    do {
      let connection = try Connection(.file(folder.path("old.db")))
      try connection.execute(Migrations.catalogTables)
      try connection.execute(
        "PRAGMA user_version = 1; PRAGMA application_id = \(Migrations.applicationID)")
    }
    _ = try CatalogDatabase(path: folder.path("old.db"))
    _ = try CatalogDatabase(path: folder.path("old.db"))
    #expect(try folder.names.filter { $0.hasSuffix(".bak") } == ["old.db.v1.bak"])
    let kept = try Connection(.file(folder.path("old.db.v1.bak")), access: .readOnly)
    #expect(try kept.integer("PRAGMA user_version") == 1)
    let current = try Connection(.file(folder.path("old.db")), access: .readOnly)
    #expect(try current.integer("PRAGMA user_version") == Int64(Migrations.steps.count))
  }
}

@Suite("Check of a catalog")
struct CheckTests {
  private func findings(after sql: String) throws -> [CheckFinding] {
    let catalog = try EditedCatalog()
    try catalog.object(.update(.package, .id(1), [.title: .text("X")]))
    try catalog.catalog.writer.execute(sql)
    return try catalog.catalog.database.check()
  }

  @Test(
    "finds what is not as it should be, and nothing else",
    arguments: [
      ("", []),
      (
        "UPDATE grid_packages SET grid_position = 7 WHERE id = 103",
        [.positions(.grid, id: 10)]
      ),
      (
        "UPDATE grid_packages SET package_position = 0 WHERE id IN (103, 106)",
        [.positions(.package, id: 2)]
      ),
      ("UPDATE packages SET category_id = NULL WHERE id = 3", [.category(package: 3)]),
      (
        "INSERT INTO pending_memberships (grid_id, package_id, grid_position, package_position) "
          + "VALUES (30, 6, 0, 0)", [.waitingMembership(grid: 30, package: 6)]
      ),
      ("UPDATE packages SET version = 1 WHERE id = 1", [.version(.package, id: 1)]),
      (
        "UPDATE catalog_revision SET revision = 4", [.revision(catalog: 4, history: 1)]
      ),
      (
        "PRAGMA foreign_keys = OFF; DELETE FROM features WHERE id = 202",
        [.danglingReference(table: "elements", parent: "features")]
      ),
      (
        "DROP TRIGGER search_packages_updated; UPDATE packages SET title = 'Y' WHERE id = 1",
        [.searchIndex]
      ),
    ] as [(String, [CheckFinding])])
  func finds(sql: String, expected: [CheckFinding]) throws {
    #expect(try findings(after: sql) == expected)
  }
}
