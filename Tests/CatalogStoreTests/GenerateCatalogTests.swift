import SQLite
import Testing

@testable import CatalogStore

@Suite("Generated catalogs")
struct GenerateCatalogTests {
  private func generate(_ packages: Int, seed: UInt64) throws -> String {
    var bytes: [UInt8] = []
    try generateCatalog(packages: packages, seed: seed) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("are the same bytes for the same seed, and others for another")
  func isDeterministic() throws {
    let catalog = try generate(40, seed: 1)
    #expect(try generate(40, seed: 1) == catalog)
    #expect(try generate(40, seed: 2) != catalog)
    #expect(
      try generate(3, seed: 1).split(separator: "\n")[4] == """
        {"resource":"grids","object":{"id":1,"title":"Draft","slug":"draft-1","description":"Bui\
        lds form widgets for feature and forge in Django.","is_locked":false,"packages":["https:\
        //djangopackages.org/api/v4/packages/1/","https://djangopackages.org/api/v4/packages/2/"\
        ,"https://djangopackages.org/api/v4/packages/3/"],"header":false,"created":"2010-08-01T1\
        4:20:47.147277-04:00","modified":"2025-10-14T16:40:09.886534-04:00"}}
        """)
  }

  @Test("import without a link left open, and export as they came", arguments: [0, 1, 15, 600])
  func roundTrip(packages: Int) throws {
    let text = try generate(packages, seed: 7)
    let database = try CatalogDatabase.inMemory()
    let summary = try database.importTexts(text)
    #expect(summary.unresolved.count == 0)
    #expect(summary.objects[.packages]?.added ?? 0 == packages)
    #expect(try database.exportText() == text)
    #expect(try database.importTexts(text).hasChanges == false)
  }

  @Test("have long tails")
  func longTails() throws {
    let database = try CatalogDatabase.inMemory()
    try database.importTexts(try generate(2_000, seed: 3))
    let connection = try Connection(database.location, access: .readOnly)
    func number(_ sql: String) throws -> Int64 { try connection.integer(sql) ?? 0 }
    let largest = try number(
      "SELECT max(n) FROM (SELECT count(*) AS n FROM grid_packages GROUP BY grid_id)")
    #expect(150...500 ~= largest)
    let most = try number(
      "SELECT max(n) FROM (SELECT count(*) AS n FROM grid_packages GROUP BY package_id)")
    #expect(8...13 ~= most)
    let watchers = try number("SELECT max(repo_watchers) FROM packages")
    let middle = try number(
      "SELECT repo_watchers FROM packages ORDER BY repo_watchers LIMIT 1 OFFSET 1000")
    #expect(watchers > 100 * middle)
    #expect(try number("SELECT count(*) FROM elements") > 1_000)
  }

  @Test("have a limit", arguments: [-1, generatedPackageLimit + 1])
  func limit(packages: Int) {
    #expect(throws: GenerateError.packagesOutOfRange(limit: generatedPackageLimit)) {
      try generate(packages, seed: 1)
    }
  }
}
