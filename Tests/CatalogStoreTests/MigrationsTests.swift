import SQLite
import Testing

@testable import CatalogStore

@Suite("Migrations")
struct MigrationsTests {
  private func emptyDatabase(_ name: String = #function) throws -> Connection {
    try Connection(.sharedMemory("migrations-" + name))
  }

  @Test("make an empty database a catalog, marked and numbered")
  func migratesEmpty() throws {
    let connection = try emptyDatabase()
    try Migrations.migrate(connection)
    #expect(try connection.integer("PRAGMA user_version") == Int64(Migrations.steps.count))
    #expect(try connection.integer("PRAGMA application_id") == 0x6772_716C)
    #expect(try connection.integer("SELECT revision FROM catalog_revision") == 0)
    #expect(try connection.text("PRAGMA integrity_check") == "ok")
  }

  @Test("leave a current database alone")
  func isIdempotent() throws {
    let connection = try emptyDatabase()
    try Migrations.migrate(connection)
    let changes = connection.totalChangeCount
    try Migrations.migrate(connection)
    #expect(connection.totalChangeCount == changes)
  }

  @Test("refuse a file of another program, unchanged")
  func refusesForeignFile() throws {
    let connection = try emptyDatabase()
    try connection.execute("CREATE TABLE notes (text)")
    #expect(throws: MigrationError.notACatalog) { try Migrations.migrate(connection) }
    #expect(try connection.integer("PRAGMA user_version") == 0)
  }

  @Test("refuse a file of a newer program")
  func refusesNewerVersion() throws {
    let connection = try emptyDatabase()
    try Migrations.migrate(connection)
    try connection.execute("PRAGMA user_version = 999")
    #expect(throws: MigrationError.newerVersion(999, known: Migrations.steps.count)) {
      try Migrations.migrate(connection)
    }
  }

  @Test("bring a file of version 1 up to date and leave its objects as they are")
  func migratesVersion1() throws {
    let connection = try emptyDatabase()
    try connection.execute(Migrations.catalogTables)
    try connection.execute(
      """
      INSERT INTO grids VALUES (3, 'Forms', 'forms', 0, 0, 'c', 0, 'm', 0, 'All about forms');
      PRAGMA user_version = 1;
      PRAGMA application_id = \(Migrations.applicationID);
      """)
    try Migrations.migrate(connection)
    #expect(try connection.integer("PRAGMA user_version") == Int64(Migrations.steps.count))
    #expect(
      try connection.text("SELECT title || slug || modified || version FROM grids")
        == "Formsformsm1")
    #expect(try connection.integer("SELECT count(*) FROM changes") == 0)
  }

  @Test("keep the highest id that was given up, of every table, however it went")
  func lastIDs() throws {
    let connection = try emptyDatabase()
    try Migrations.migrate(connection)
    try connection.execute(
      """
      PRAGMA foreign_keys = ON;
      INSERT INTO grids VALUES (3, 'Forms', 'forms', 0, 0, '', 0, '', 0, '', 1);
      INSERT INTO features VALUES (8, 3, 'Speed', '', 0, '', 0, '', 1);
      INSERT INTO features VALUES (9, 3, 'Size', '', 0, '', 0, '', 1);
      DELETE FROM features WHERE id = 8;
      DELETE FROM grids;
      """)
    func lastID(_ resource: String) throws -> Int64? {
      try connection.integer("SELECT id FROM last_ids WHERE resource = '\(resource)'")
    }
    #expect(try lastID("features") == 9)
    #expect(try lastID("grids") == 3)
    #expect(try lastID("packages") == 0)
  }

  @Test("keep the full-text index in step with packages and grids")
  func searchTriggers() throws {
    let connection = try emptyDatabase()
    try Migrations.migrate(connection)
    try connection.execute(
      """
      INSERT INTO grids VALUES (3, 'Forms', 'forms', 0, 0, '', 0, '', 0, 'All about forms', 1);
      UPDATE grids SET title = 'Éditeurs' WHERE id = 3;
      """)
    func hits(_ query: String) throws -> Int64? {
      try connection.integer("SELECT rowid FROM search_index WHERE search_index MATCH '\(query)'")
    }
    #expect(try hits("editeurs") == 7)
    #expect(try hits("title: forms") == nil)
    try connection.execute("DELETE FROM grids")
    #expect(try hits("forms") == nil)
    try connection.execute("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
  }
}
