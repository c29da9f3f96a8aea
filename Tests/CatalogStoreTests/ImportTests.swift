import SQLite
import Testing

@testable import CatalogStore

@Suite("Import: objects")
struct ImportTests {
  private let catalog = [
    CatalogLines.category(1), CatalogLines.grid(5, packages: [7]),
    CatalogLines.package(7, grids: [5]), CatalogLines.gridPackage(3, grid: 5, package: 7),
    CatalogLines.feature(2, grid: 5), CatalogLines.element(4, gridPackage: 3, feature: 2),
  ].joined()

  @Test("adds what is new, and counts it")
  func adds() throws {
    let database = try CatalogDatabase.inMemory()
    let summary = try database.importTexts(catalog)
    var expected = ImportSummary()
    for resource in CatalogResource.allCases {
      expected.objects[resource] = .init(added: 1)
    }
    expected.memberships = .init(added: 1)
    expected.revision = 1
    #expect(summary == expected)
    #expect(try database.exportText() == catalog)
  }

  @Test("finds nothing to do in a second run, and leaves the revision")
  func secondRun() throws {
    let database = try CatalogDatabase.inMemory()
    try database.importTexts(catalog)
    let summary = try database.importTexts(catalog)
    var expected = ImportSummary()
    for resource in CatalogResource.allCases {
      expected.objects[resource] = .init(unchanged: 1)
    }
    expected.memberships = .init(unchanged: 1)
    expected.revision = 1
    #expect(summary == expected)
    #expect(!summary.hasChanges)
  }

  @Test("updates only what is different")
  func updates() throws {
    let database = try CatalogDatabase.inMemory()
    try database.importTexts(CatalogLines.package(1), CatalogLines.package(2))
    let summary = try database.importTexts(
      CatalogLines.package(1, watchers: 5), CatalogLines.package(2))
    #expect(summary.objects == [.packages: .init(updated: 1, unchanged: 1)])
    #expect(summary.revision == 2)
    #expect(try database.exportText().contains("\"repo_watchers\":5"))
    let versions = try database.makeReader().records(
      .package, ids: [1, 2], columns: ColumnSet([PackageColumn.version]))
    #expect(versions.batch[PackageColumn.version].texts == ["2", "1"])
  }

  @Test(
    "moves the version of what it changed, once a run, lists and categories included",
    arguments: [
      ("", "packages 6:1 7:1 grids 5:1 8:1"),
      (CatalogLines.package(7, watchers: 5, grids: [5]), "packages 6:1 7:2 grids 5:1 8:1"),
      (CatalogLines.package(7, grids: [8, 5]), "packages 6:1 7:2 grids 5:1 8:2"),
      (CatalogLines.package(7, watchers: 5), "packages 6:1 7:2 grids 5:2 8:1"),
      (CatalogLines.grid(8, packages: [6, 7]), "packages 6:2 7:2 grids 5:1 8:2"),
      (CatalogLines.feature(3, grid: 8), "packages 6:1 7:1 grids 5:1 8:2"),
      (CatalogLines.category(2), "packages 6:2 7:1 grids 5:1 8:1"),
      (CatalogLines.grid(9, packages: [7]), "packages 6:1 7:2 grids 5:1 8:1 9:1"),
    ])
  func versions(text: String, expected: String) throws {
    let database = try CatalogDatabase.inMemory()
    try database.importTexts(
      catalog + CatalogLines.grid(8) + CatalogLines.package(6, category: 2))
    try database.importTexts(catalog)
    try database.importTexts(text)
    let connection = try Connection(database.location, access: .readOnly)
    let versions = try ["packages", "grids"].map { table in
      let list = try connection.text(
        "SELECT group_concat(id || ':' || version, ' ') FROM (SELECT * FROM \(table) ORDER BY id)")
      return "\(table) \(list ?? "")"
    }
    #expect(versions.joined(separator: " ") == expected)
  }

  @Test("takes the last of an object that comes twice")
  func repeated() throws {
    let database = try CatalogDatabase.inMemory()
    let summary = try database.importTexts(
      CatalogLines.package(1, watchers: 1, grids: [5]),
      CatalogLines.package(1, watchers: 2, grids: [6]))
    #expect(summary.objects == [.packages: .init(added: 1, updated: 1)])
    #expect(try database.exportText() == CatalogLines.package(1, watchers: 2, grids: [6]))
  }

  @Test("tells the bytes and objects read after each chunk")
  func progress() throws {
    let database = try CatalogDatabase.inMemory()
    let lines = [CatalogLines.package(1), CatalogLines.package(2)]
    var chunks = lines.map { Array($0.utf8) }
    var told: [ImportProgress] = []
    _ = try database.importCatalog(
      from: [ImportSource(name: "file") { chunks.isEmpty ? nil : chunks.removeFirst() }],
      progress: { told.append($0) })
    #expect(told.map(\.objects) == [1, 2, 2])
    #expect(told.last?.sourceBytes == lines.joined().utf8.count)
  }
}

@Suite("Import: forms of a file")
struct ImportFormTests {
  private static let package = CatalogLines.packageFields(7, grids: [5])
  private static let category = """
    {"id":1,"title":"Apps","slug":"category-1","description":"","title_plural":"",
     "show_pypi":true,"created":"\(CatalogLines.time)","modified":"\(CatalogLines.time)"}
    """

  @Test(
    "reads a line, a bare object, a list and a list page alike",
    arguments: [
      CatalogLines.package(7, grids: [5]),
      "{\"object\":{\(package)},\"resource\":\"packages\"}",
      "{\(package)}",
      "[{\(package)}]",
      "{\"count\":1,\"next\":null,\"previous\":null,\"results\":[{\(package)}]}",
      "\u{FEFF}\n{\"url\":\"x\",\(package.replacing(",", with: ",\n    "))}\n\n",
    ])
  func forms(text: String) throws {
    let database = try CatalogDatabase.inMemory()
    try database.importTexts(text)
    #expect(try database.exportText() == CatalogLines.package(7, grids: [5]))
  }

  @Test("tells objects of all resources by their fields")
  func recognition() throws {
    let lines = [
      CatalogLines.category(1), CatalogLines.grid(5, packages: [7]),
      CatalogLines.package(7, grids: [5]), CatalogLines.gridPackage(3, grid: 5, package: 7),
      CatalogLines.feature(2, grid: 5), CatalogLines.element(4, gridPackage: 3, feature: 2),
    ]
    let bare = lines.map { $0.drop { $0 != ":" }.dropFirst().drop { $0 != ":" }.dropFirst() }
      .map { $0.dropLast(2) }
    let database = try CatalogDatabase.inMemory()
    try database.importTexts("[" + bare.joined(separator: ",") + "]")
    #expect(try database.exportText() == lines.joined())
  }

  @Test(
    "takes the id of a link of any host and form",
    arguments: [
      ("https://djangopackages.org/api/v4/grids/58/", 58),
      ("http://localhost:8000/api/v4/grids/58/?format=api", 58),
      ("/api/v4/grids/58", 58),
      ("https://x/api/v4/grids/58.json", 58),
      ("https://x/api/v4/grids/58.json?format=json", 58),
      ("https://x/grids/9007199254740991/", 9_007_199_254_740_991),
      ("https://x/grids/9007199254740992/", nil),
      ("https://x/grids/0/", nil),
      ("https://x/grids/forms/", nil),
      ("https://x/grids/", nil),
      ("https://x/packages/58/", nil),
      ("https://x/supergrids/58/", nil),
      ("58", nil),
      ("", nil),
    ] as [(String, Int64?)])
  func links(link: String, id: Int64?) {
    var link = link
    #expect(link.withUTF8 { ObjectID.id(ofLink: $0, to: .grids) } == id)
  }
}

@Suite("Import: edge records")
struct ImportEdgeRecordTests {
  @Test("gives back every byte of awkward records, waiting links included")
  func roundTrip() throws {
    let text = try fixture("edge-records.ndjson")
    let database = try CatalogDatabase.inMemory()
    let summary = try database.importTexts(text)
    #expect(summary.objects == [.packages: .init(added: 14)])
    #expect(summary.unresolved.categories == 14)
    #expect(try database.exportText() == text)
  }
}

@Suite("Import: slugs")
struct ImportSlugTests {
  @Test("may move from object to object within a run, in any order of the lines")
  func moves() throws {
    let before =
      CatalogLines.package(1, slug: "a") + CatalogLines.package(2, slug: "b")
      + CatalogLines.package(3, slug: "c")
    let after = [
      CatalogLines.package(1, slug: "b"), CatalogLines.package(2, slug: "c"),
      CatalogLines.package(3, slug: "a"),
    ]
    for lines in [after, after.reversed()] {
      let database = try CatalogDatabase.inMemory()
      try database.importTexts(before)
      let summary = try database.importTexts(lines.joined())
      #expect(summary.objects == [.packages: .init(updated: 3)])
      #expect(try database.exportText() == after.reversed().joined())
    }
  }

  @Test("may not stay with two objects, whichever came first")
  func taken() throws {
    let database = try CatalogDatabase.inMemory()
    try database.importTexts(CatalogLines.grid(1), CatalogLines.package(1, slug: "a"))
    let error = #expect(throws: ImportError.self) {
      try database.importTexts(
        CatalogLines.package(2, slug: "b"),
        CatalogLines.package(3, slug: "a") + CatalogLines.package(4, slug: "d"))
    }
    #expect(
      error?.description
        == "file2, line 1, package 3, field \"slug\": object 1 has the same slug")
  }
}
