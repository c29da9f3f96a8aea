import SQLite
import Testing

@testable import CatalogStore

@Suite("Import: the first fill of a file")
struct FirstFillTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func generated(packages: Int) throws -> String {
    var bytes: [UInt8] = []
    try generateCatalog(packages: packages, seed: 5) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func schema(_ database: CatalogDatabase) throws -> [String] {
    let connection = try Connection(database.location, access: .readOnly)
    let statement = try connection.prepare(
      "SELECT type || ' ' || name || ' ' || sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1"
    )
    var entries: [String] = []
    while try statement.step() { entries.append(statement.text(at: 0) ?? "") }
    return entries
  }

  @Test("leaves what filling a catalog in memory leaves, and a sound file with its log")
  func isTheSame() throws {
    let text = try generated(packages: 300)
    let file = try CatalogDatabase(path: folder.path("c.db"))
    let before = try schema(file)
    let memory = try CatalogDatabase.inMemory()
    #expect(try file.importTexts(text) == memory.importTexts(text))
    #expect(try file.exportText() == text)
    #expect(try schema(file) == before)
    #expect(try file.check() == [])
    let connection = try Connection(file.location, access: .readOnly)
    #expect(try connection.text("PRAGMA journal_mode") == "wal")
    #expect(try file.importTexts(text).hasChanges == false)
  }

  @Test("that is refused leaves the file empty, and fit for the next one")
  func isUndone() throws {
    let file = try CatalogDatabase(path: folder.path("c.db"))
    let text = try generated(packages: 50)
    #expect(throws: ImportError.self) { try file.importTexts(text + "{\"resource\":1}\n") }
    #expect(try file.exportText() == "")
    #expect(try file.check() == [])
    try file.importTexts(text)
    #expect(try file.exportText() == text)
  }

  @Test("that somebody watches goes on behind the log")
  func isWatched() throws {
    let file = try CatalogDatabase(path: folder.path("c.db"))
    let reader = try file.makeReader()
    #expect(try reader.count(.package) == 0)
    let text = try generated(packages: 50)
    try file.importTexts(text)
    #expect(try reader.count(.package) == 50)
    #expect(try file.exportText() == text)
    #expect(try file.check() == [])
  }

  @Test("a feature that moves to a grid that is not there takes its cells along")
  func featureMoves() throws {
    let text =
      CatalogLines.category(1) + CatalogLines.grid(1, packages: [1])
      + CatalogLines.package(1, grids: [1])
      + CatalogLines.gridPackage(1, grid: 1, package: 1)
      + CatalogLines.feature(1, grid: 1) + CatalogLines.element(1, gridPackage: 1, feature: 1)
      + CatalogLines.feature(1, grid: 9)
    let file = try CatalogDatabase(path: folder.path("c.db"))
    let memory = try CatalogDatabase.inMemory()
    #expect(try file.importTexts(text) == memory.importTexts(text))
    #expect(try file.exportText() == memory.exportText())
    #expect(try file.check() == [])
  }

  @Test("rows that come newest first fill their pages")
  func isPacked() throws {
    let file = try CatalogDatabase(path: folder.path("c.db"))
    try file.importTexts(try generated(packages: 2_000))
    let connection = try Connection(file.location, access: .readOnly)
    let share = try connection.integer(
      """
      SELECT 100 * sum(length(title) + length(slug) + length(created) + length(modified)
        + length(coalesce(last_updated, '')) + length(coalesce(last_fetched, ''))
        + length(repo_url) + length(pypi_url) + length(coalesce(documentation_url, ''))
        + length(CAST(repo_description AS BLOB)) + length(commits_over_52) + length(participants))
        / (SELECT sum(pgsize) FROM dbstat WHERE name = 'packages')
      FROM packages
      """)
    #expect(share.map { $0 > 60 } == true)
  }
}
