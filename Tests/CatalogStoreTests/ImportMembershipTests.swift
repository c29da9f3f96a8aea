import SQLite
import Testing

@testable import CatalogStore

@Suite("Import: memberships")
struct ImportMembershipTests {
  /// Makes an empty catalog and a connection that looks into it.
  private func makeCatalog() throws -> (CatalogDatabase, Connection) {
    let database = try CatalogDatabase.inMemory()
    return (database, try Connection(database.location, access: .readOnly))
  }

  /// The memberships that are in their grids: `id grid.package@grid_position,package_position`.
  private func memberships(_ connection: Connection) throws -> [String] {
    let statement = try connection.prepare(
      """
      SELECT id, grid_id || '.' || package_id || '@' || grid_position || ',' || package_position
        || iif(has_origin_id, '', ' own')
      FROM grid_packages ORDER BY id
      """)
    var rows: [String] = []
    while try statement.step() {
      rows.append("\(statement.integer(at: 0)) \(statement.text(at: 1) ?? "")")
    }
    return rows
  }

  private let grids =
    CatalogLines.grid(1, packages: [20, 10]) + CatalogLines.grid(2, packages: [10])
  private let packages =
    CatalogLines.package(10, grids: [2, 1]) + CatalogLines.package(20, grids: [1])

  @Test("take their places from the lists of both sides")
  func positions() throws {
    let (database, connection) = try makeCatalog()
    try database.importTexts(grids, packages)
    #expect(try memberships(connection) == ["1 1.20@0,0 own", "2 1.10@1,1 own", "3 2.10@0,0 own"])
  }

  @Test("are the same in whatever order the files come, in one run or several")
  func anyOrder() throws {
    let claims =
      CatalogLines.gridPackage(31, grid: 1, package: 10)
      + CatalogLines.gridPackage(32, grid: 1, package: 20)
      + CatalogLines.gridPackage(33, grid: 2, package: 10)
    let features = CatalogLines.feature(4, grid: 1)
    let elements =
      CatalogLines.element(5, gridPackage: 31, feature: 4)
      + CatalogLines.element(6, gridPackage: 32, feature: 4, text: "no")
    let files = [grids, packages, claims, features, elements]
    for order in permutations(Array(files.indices)) {
      let (together, connection) = try makeCatalog()
      let sources = order.map { ImportSource(name: "\($0)", bytes: Array(files[$0].utf8)) }
      let summary = try together.importCatalog(from: sources)
      #expect(summary.unresolved.count == 2, "the category of both packages")
      #expect(
        try memberships(connection) == ["31 1.10@1,1", "32 1.20@0,0", "33 2.10@0,0"], "\(order)")
      let (apart, _) = try makeCatalog()
      for file in order { try apart.importTexts(files[file]) }
      #expect(try apart.exportText() == together.exportText(), "\(order)")
    }
  }

  @Test("that a list no longer names are removed, with their elements")
  func removal() throws {
    let (database, connection) = try makeCatalog()
    try database.importTexts(
      grids, packages, CatalogLines.gridPackage(31, grid: 1, package: 10),
      CatalogLines.feature(4, grid: 1), CatalogLines.element(5, gridPackage: 31, feature: 4))
    let summary = try database.importTexts(CatalogLines.package(10, grids: [2]))
    #expect(summary.memberships == .init(removed: 1, moved: 0, unchanged: 1))
    #expect(try connection.integer("SELECT count(*) FROM elements") == 0)
    #expect(try memberships(connection) == ["32 1.20@0,0 own", "33 2.10@0,0 own"])
  }

  @Test("that either side of a run names are kept, at the end of the other's list")
  func union() throws {
    let (database, connection) = try makeCatalog()
    let text =
      CatalogLines.grid(1, packages: [20]) + CatalogLines.package(10, grids: [1])
      + CatalogLines.package(20)
    try database.importTexts(text)
    #expect(try memberships(connection) == ["1 1.20@0,0 own", "2 1.10@1,0 own"])
    let summary = try database.importTexts(text)
    #expect(summary.memberships == .init(unchanged: 2))
    #expect(!summary.hasChanges)
  }

  @Test("that moved in a list are counted as moved")
  func moves() throws {
    let (database, _) = try makeCatalog()
    try database.importTexts(grids, packages)
    let summary = try database.importTexts(CatalogLines.grid(1, packages: [10, 20]))
    #expect(summary.memberships == .init(moved: 2))
    #expect(summary.revision == 2)
  }

  @Test("give way when the origin's object claims their id, and take their own")
  func claims() throws {
    let (database, connection) = try makeCatalog()
    try database.importTexts(grids, packages)
    let summary = try database.importTexts(
      CatalogLines.gridPackage(1, grid: 2, package: 10)
        + CatalogLines.gridPackage(9, grid: 1, package: 20))
    #expect(summary.objects == [.gridPackages: .init(added: 2)])
    #expect(summary.memberships == .init(unchanged: 2))
    #expect(try memberships(connection) == ["1 2.10@0,0", "2 1.10@1,1 own", "9 1.20@0,0"])
  }

  @Test("keep their elements when the origin renumbers them")
  func renumbering() throws {
    let (database, connection) = try makeCatalog()
    try database.importTexts(
      grids, packages, CatalogLines.gridPackage(1, grid: 1, package: 10),
      CatalogLines.gridPackage(2, grid: 1, package: 20), CatalogLines.feature(4, grid: 1),
      CatalogLines.element(5, gridPackage: 1, feature: 4))
    try database.importTexts(
      CatalogLines.gridPackage(2, grid: 1, package: 10)
        + CatalogLines.gridPackage(1, grid: 1, package: 20))
    #expect(try connection.integer("SELECT grid_package_id FROM elements") == 2)
    #expect(try memberships(connection) == ["1 1.20@0,0", "2 1.10@1,1", "3 2.10@0,0 own"])
  }

  @Test("wait for their grids and packages, are exported meanwhile, and named")
  func pending() throws {
    let (database, connection) = try makeCatalog()
    let lone = CatalogLines.package(2192, grids: [58, 270])
    let first = try database.importTexts(lone)
    #expect(first.memberships == .init(added: 2))
    #expect(first.unresolved.memberships == 2)
    #expect(
      first.unresolved.examples == [
        .init(from: .packages, fromID: 2192, to: .categories, toID: 1),
        .init(from: .packages, fromID: 2192, to: .grids, toID: 58),
        .init(from: .packages, fromID: 2192, to: .grids, toID: 270),
      ])
    #expect(try database.exportText() == lone)

    let second = try database.importTexts(
      CatalogLines.category(1) + CatalogLines.grid(270, packages: [2192]))
    #expect(second.resolved == 2)
    #expect(second.memberships == .init(unchanged: 1))
    #expect(second.unresolved.count == 1)
    #expect(try memberships(connection) == ["1 270.2192@0,1 own"])
    #expect(try connection.integer("SELECT category_id FROM packages") == 1)
  }

  @Test("leave no element to an id that is not the origin's")
  func elementsOfOwnIDs() throws {
    let (database, connection) = try makeCatalog()
    try database.importTexts(grids, packages, CatalogLines.feature(4, grid: 1))
    let element = CatalogLines.element(5, gridPackage: 1, feature: 4)
    #expect(try database.importTexts(element).unresolved.elements == 1)
    let summary = try database.importTexts(CatalogLines.gridPackage(1, grid: 1, package: 10))
    #expect(summary.resolved == 1)
    #expect(
      try connection.integer(
        "SELECT m.package_id FROM elements e JOIN grid_packages m ON m.id = e.grid_package_id")
        == 10)
  }

  private func permutations(_ values: [Int]) -> [[Int]] {
    guard values.count > 1 else { return [values] }
    return values.flatMap { first in
      permutations(values.filter { $0 != first }).map { [first] + $0 }
    }
  }
}
