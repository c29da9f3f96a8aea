import Testing

@testable import CatalogStore

@Suite("Lookup of related records")
struct RelationTests {
  let catalog: TestCatalog

  init() throws {
    catalog = try TestCatalog.sample()
  }

  struct Case: Sendable {
    let relation: Relation
    let parents: [Int64]
    let ids: [[Int64]]
  }

  static let cases = [
    Case(relation: .packagesOfGrid, parents: [10, 30, 20], ids: [[3, 1, 2], [], [2, 3]]),
    Case(relation: .packagesOfCategory, parents: [2, 1, 3], ids: [[4, 3], [6, 2, 1], []]),
    Case(
      relation: .gridsOfPackage, parents: [1, 2, 3, 6], ids: [[10], [20, 10, 40], [20, 10], []]),
    Case(relation: .gridPackagesOfGrid, parents: [10, 40], ids: [[101, 102, 103], [106]]),
    Case(relation: .gridPackagesOfPackage, parents: [2, 3], ids: [[104, 103, 106], [105, 101]]),
    Case(relation: .featuresOfGrid, parents: [20, 10, 30], ids: [[203], [201, 202], []]),
    // 302 and 304 are one cell.
    Case(relation: .elementsOfFeature, parents: [201, 202, 203], ids: [[304, 301], [303], []]),
    Case(relation: .elementsOfGridPackage, parents: [101, 102], ids: [[303, 301], [304]]),
  ]

  @Test("gives each parent its list, in the default order", arguments: cases)
  func readsLists(of test: Case) throws {
    let reader = catalog.reader
    let lists = try reader.lists(test.relation, of: test.parents, ListQuery(), columns: [])
    #expect(lists.ids == test.ids)
    #expect(lists.hasMore == test.parents.map { _ in false })
    #expect(Set(lists.batch.ids).count == lists.batch.count)
    #expect(try reader.counts(test.relation, of: test.parents) == test.ids.map { Int64($0.count) })
  }

  @Test("gives a single parent the same", arguments: cases)
  func readsSingleLists(of test: Case) throws {
    for (parent, ids) in zip(test.parents, test.ids) {
      let lists = try catalog.reader.lists(
        test.relation, of: [parent], ListQuery(), columns: [])
      #expect(lists.ids == [ids])
      #expect(try catalog.reader.counts(test.relation, of: [parent]) == [Int64(ids.count)])
    }
  }

  @Test("cuts each list, forwards and backwards, and tells whether there is more", arguments: cases)
  func cutsLists(of test: Case) throws {
    for first in 0...3 {
      for offset in 0...2 {
        let forwards = try catalog.reader.lists(
          test.relation, of: test.parents, ListQuery(first: first, offset: offset), columns: [])
        #expect(forwards.ids == test.ids.map { Array($0.dropFirst(offset).prefix(first)) })
        #expect(forwards.hasMore == test.ids.map { $0.count > first + offset })
        let backwards = try catalog.reader.lists(
          test.relation, of: test.parents,
          ListQuery(first: first, offset: offset, fromEnd: true), columns: [])
        #expect(backwards.ids == test.ids.map { $0.dropLast(offset).suffix(first) })
        #expect(backwards.hasMore == test.ids.map { $0.count > first + offset })
      }
    }
  }

  @Test("a parent asked for twice gets its list twice, each record being read once")
  func repeatsParents() throws {
    let lists = try catalog.reader.lists(
      .packagesOfGrid, of: [10, 20, 10], ListQuery(), columns: ColumnSet([PackageColumn.title]))
    #expect(lists.ids == [[3, 1, 2], [2, 3], [3, 1, 2]])
    #expect(lists.batch.ids == [3, 1, 2])
    #expect(lists.rows == [0, 1, 2, 2, 0, 0, 1, 2])
    #expect(lists.batch[PackageColumn.title].count == 3)
  }

  @Test("orders and filters each list")
  func ordersAndFilters() throws {
    let query = ListQuery(
      filter: .compare(.package(.repoWatchers), .greaterOrEqual, .integer(50)),
      order: [OrderTerm(.package(.repoWatchers), descending: true)])
    let lists = try catalog.reader.lists(
      .packagesOfCategory, of: [1, 2], query, columns: ColumnSet([PackageColumn.repoWatchers]))
    #expect(lists.ids == [[2, 1], [3]])
    #expect(lists.batch[PackageColumn.repoWatchers].texts == ["500", "50", "50"])
    #expect(
      try catalog.reader.counts(.packagesOfCategory, of: [1, 2], filter: query.filter) == [2, 1])
  }

  @Test("a search within several lists is one statement, even where they are cut")
  func searchesOnce() throws {
    let reader = catalog.reader
    let query = ListQuery(filter: .matches("django"), first: 1)
    try reader.withSnapshot { () throws in
      let lists = try reader.lists(.packagesOfCategory, of: [1, 2], query, columns: [])
      #expect(lists.ids == [[2], []])
      #expect(lists.hasMore == [true, false])
      #expect(reader.statistics.statements == 1)
    }
  }
}
