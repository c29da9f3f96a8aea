import Testing

@testable import CatalogStore

@Suite("Lookup of members")
struct MemberIDsTests {
  @Test(
    "gives each parent the ids of its list, in the order of the origin",
    arguments: [
      (Relation.packagesOfGrid, [10, 30, 20, 99], [[3, 1, 2], [], [2, 3], []]),
      (.gridsOfPackage, [1, 2, 3, 6], [[10], [20, 10, 40], [20, 10], []]),
      (.gridsOfPackage, [2], [[20, 10, 40]]), (.gridsOfPackage, [6], [[]]),
      (.gridsOfPackage, [], []),
    ] as [(Relation, [Int64], [[Int64]])])
  func readsMembers(_ relation: Relation, of parents: [Int64], ids: [[Int64]]) throws {
    let members = try TestCatalog.sample().reader.memberIDs(relation, of: parents)
    #expect(parents.indices.map { Array(members[$0]) } == ids)
  }

  @Test("names what has not been imported at its place")
  func readsPendingMembers() throws {
    let catalog = try TestCatalog.sample()
    try catalog.writer.execute(
      """
      INSERT INTO pending_memberships (grid_id, package_id, grid_position, package_position)
      VALUES (77, 2, 0, 1), (77, 6, 0, 0), (20, 88, 1, 0)
      """)
    let grids = try catalog.reader.memberIDs(.gridsOfPackage, of: [1, 2, 6])
    #expect((0..<3).map { Array(grids[$0]) } == [[10], [20, 10, 77, 40], [77]])
    let packages = try catalog.reader.memberIDs(.packagesOfGrid, of: [20])
    #expect(Array(packages[0]) == [2, 3, 88])
  }

  @Test("is one lookup, and none without parents")
  func countsLookups() throws {
    let reader = try TestCatalog.sample().reader
    try reader.withSnapshot {
      _ = try reader.memberIDs(.gridsOfPackage, of: [])
      #expect(reader.statistics.lookups == 0)
      _ = try reader.memberIDs(.gridsOfPackage, of: [1, 2])
      #expect(reader.statistics.lookups == 1)
    }
  }
}
