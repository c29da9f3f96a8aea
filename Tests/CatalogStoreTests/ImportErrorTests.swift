import Testing

@testable import CatalogStore

@Suite("Import: what is refused")
struct ImportErrorTests {
  private static func package(_ field: String, _ value: String) -> String {
    // The last of a repeated member counts.
    "{\"resource\":\"packages\",\"object\":{\(CatalogLines.packageFields(7)),\"\(field)\":\(value)}}"
  }

  static let cases: [(String, String)] = [
    ("{", "file1, line 2: Expected a member's name in quotes, found the end of the text"),
    (
      "{\"resource\":\"packages\"",
      "file1, line 2: Expected \",\" or \"}\", found the end of the text"
    ),
    ("7", "file1, line 2: expected an object, found number"),
    (
      "{\"detail\":\"Not found.\"}",
      """
      file1, line 2: expected {"resource", "object"} or an object with the fields of a category, a \
      grid, a package, a grid_package, a feature or an element
      """
    ),
    (
      "{\"resource\":\"package\",\"object\":{}}",
      """
      file1, line 2, field "resource": expected one of categories, grids, packages, \
      grid_packages, features, elements
      """
    ),
    ("{\"resource\":\"packages\"}", "file1, line 2, field \"object\": missing"),
    ("{\"object\":{}}", "file1, line 2, field \"resource\": missing"),
    (
      "{\"resource\":\"packages\",\"object\":[]}",
      "file1, line 2, package: expected an object, found array"
    ),
    (
      CatalogLines.line("categories", "\"title\":\"x\""),
      "file1, line 2, category, field \"id\": missing"
    ),
    (
      CatalogLines.line("categories", "\"id\":3,\"title\":\"x\""),
      "file1, line 2, category 3, field \"slug\": missing"
    ),
    (
      package("id", "\"7\""),
      """
      file1, line 2, package 7, field "id": expected an id, a whole number from 1 to \
      9007199254740991, found string
      """
    ),
    (
      package("id", "0"),
      """
      file1, line 2, package 7, field "id": expected an id, a whole number from 1 to \
      9007199254740991
      """
    ),
    (
      package("repo_watchers", "1.5"),
      "file1, line 2, package 7, field \"repo_watchers\": expected a whole number of 32 bits"
    ),
    (
      package("repo_watchers", "null"),
      """
      file1, line 2, package 7, field "repo_watchers": expected a whole number of 32 bits, found null
      """
    ),
    (
      package("repo_watchers", "2147483648"),
      "file1, line 2, package 7, field \"repo_watchers\": expected a whole number of 32 bits"
    ),
    (
      package("commits_over_52", "[0,-2147483649]"),
      """
      file1, line 2, package 7, field "commits_over_52": expected a list of whole numbers of 32 bits
      """
    ),
    (
      package("slug", "\"\""),
      "file1, line 2, package 7, field \"slug\": expected text that is not empty"
    ),
    (
      package("title", "\"a\\u0000\""),
      "file1, line 2, package 7, field \"title\": expected text without U+0000"
    ),
    (
      package("created", "\"2026-02-30T00:00:00Z\""),
      """
      file1, line 2, package 7, field "created": expected a time like \
      2026-02-15T14:03:04.199914-05:00
      """
    ),
    (
      package("category", "\"https://x/grids/1/\""),
      "file1, line 2, package 7, field \"category\": expected the link of a category"
    ),
    (
      package("grids", "[\"https://x/grids/1/\", 2]"),
      "file1, line 2, package 7, field \"grids\": expected a list of links of grids, found number"
    ),
    (
      package("commits_over_52", "[1, \"2\"]"),
      """
      file1, line 2, package 7, field "commits_over_52": expected a list of whole numbers of \
      32 bits, found string
      """
    ),
    (
      package("participants", "\"ada\""),
      """
      file1, line 2, package 7, field "participants": expected a list of texts without U+0000, \
      found string
      """
    ),
    (
      CatalogLines.package(8, slug: "package-1"),
      "file1, line 2, package 8, field \"slug\": object 1 has the same slug"
    ),
    (
      CatalogLines.gridPackage(1, grid: 2, package: 3)
        + CatalogLines.gridPackage(9, grid: 2, package: 3),
      """
      file1, line 3, grid_package 9, field "package_id": object 1 puts the same package in the \
      same grid
      """
    ),
  ]

  @Test("names the file, the line, the object, the field and what was expected", arguments: cases)
  func refuses(line: String, message: String) throws {
    let database = try CatalogDatabase.inMemory()
    let error = #expect(throws: ImportError.self) {
      try database.importTexts(CatalogLines.package(1) + line)
    }
    #expect(error?.description == message)
  }

  @Test("leaves the catalog as it was, whatever came before the error")
  func isAtomic() throws {
    let database = try CatalogDatabase.inMemory()
    let text =
      CatalogLines.grid(5, packages: [7]) + CatalogLines.package(7, grids: [5])
      + CatalogLines.gridPackage(3, grid: 5, package: 7)
    try database.importTexts(text)
    #expect(throws: ImportError.self) {
      try database.importTexts(
        CatalogLines.package(7, watchers: 9) + CatalogLines.grid(6),
        CatalogLines.gridPackage(4, grid: 5, package: 7) + "broken")
    }
    #expect(try database.exportText() == text)
    #expect(try database.importTexts(text).revision == 1)
  }

  @Test("names the source that cannot be read")
  func unreadable() throws {
    struct Broken: Error, CustomStringConvertible {
      let description = "no such file"
    }
    let database = try CatalogDatabase.inMemory()
    let error = #expect(throws: ImportError.self) {
      try database.importCatalog(
        from: [ImportSource(name: "a.gz") { throw Broken() }])
    }
    #expect(error?.description == "a.gz: cannot be read: no such file")
  }
}
