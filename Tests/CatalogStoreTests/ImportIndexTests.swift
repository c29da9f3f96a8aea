import SQLite
import Testing

@testable import CatalogStore

@Suite("Import: indexes")
struct ImportIndexTests {
  private func schema(_ connection: Connection) throws -> [String] {
    let statement = try connection.prepare(
      "SELECT type || ' ' || name || ' ' || sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1"
    )
    var entries: [String] = []
    while try statement.step() { entries.append(statement.text(at: 0) ?? "") }
    return entries
  }

  @Test("are all there after a run, whether it set them aside or not", arguments: [0, 1, 3, 10])
  func restoresSchema(packagesBefore: Int) throws {
    let database = try CatalogDatabase.inMemory()
    let connection = try Connection(database.location, access: .readWrite)
    let before = try schema(connection)
    try database.importTexts((0..<packagesBefore).map { CatalogLines.package($0 + 1) }.joined())
    try database.importTexts((0..<6).map { CatalogLines.package($0 + 100) }.joined())
    #expect(try schema(connection) == before)
    #expect(try connection.text("PRAGMA integrity_check") == "ok")
    #expect(try connection.integer("SELECT count(*) FROM pragma_foreign_key_check") == 0)
    try connection.execute("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
    let found = "SELECT count(*) FROM search_index WHERE search_index MATCH 'package'"
    #expect(try connection.integer(found) == Int64(packagesBefore + 6))
  }
}
