import Testing

@testable import CatalogStore

@Suite("Lookup of records by key")
struct RecordsTests {
  let catalog: TestCatalog

  init() throws {
    catalog = try TestCatalog.sample()
  }

  @Test("gives each record once, and its row for each id asked for")
  func readsByID() throws {
    let columns = ColumnSet([PackageColumn.title, .repoWatchers])
    let (batch, rows) = try catalog.reader.records(
      .package, ids: [2, 99, 1, 2, -5, 1], columns: columns)
    #expect(batch.ids == [2, 1])
    #expect(rows == [0, -1, 1, 0, -1, 1])
    #expect(batch[PackageColumn.title].texts == ["\"Django REST\"", "\"django-forms\""])
    #expect(batch[PackageColumn.repoWatchers].texts == ["500", "50"])
    #expect(batch[PackageColumn.id].texts == ["2", "1"])
  }

  @Test("one id, one id many times, and one that is missing", arguments: [[4], [4, 4, 4]])
  func readsOne(ids: [Int64]) throws {
    let (batch, rows) = try catalog.reader.records(
      .package, ids: ids, columns: ColumnSet([PackageColumn.slug]))
    #expect(batch.ids == [4])
    #expect(rows == ids.map { _ in 0 })
    #expect(batch[PackageColumn.slug].texts == ["\"strasse\""])
    let missing = try catalog.reader.records(.package, ids: ids.map { $0 + 1000 }, columns: [])
    #expect(missing.batch.count == 0)
    #expect(missing.rows == ids.map { _ in -1 })
  }

  @Test("reads every column of every entity")
  func readsAllColumns() throws {
    let all = ColumnSet(rawValue: .max)
    let ids: [Entity: Int64] = [
      .package: 1, .grid: 40, .category: 1, .gridPackage: 101, .feature: 201, .element: 301,
    ]
    let expected: [Entity: [String]] = [
      .package: [
        "1", "\"django-forms\"", "\"django-forms\"", "50", "2", "\"2014-01-01T00:00:00-05:00\"",
        "1001", "\"2015-01-01T00:00:00-05:00\"", "1999", "\"2024-11-03T01:30:00-04:00\"", "900",
        "null", "null", "\"https://example.org/forms\"", "null", "\"https://docs.example.org\"",
        "\"1.1\"", "null", #""Forms with \"quotes\"""#, "[1,0]", #"["ann","bob"]"#,
        "1", "1", "\"https://example.org/forms\"", "\"\"", "\"https://docs.example.org\"",
      ],
      .grid: [
        "\"Locked\"", "\"locked\"", "\"Compares Locked\"", "true", "true",
        "\"2012-01-01T00:00:00-05:00\"", "60", "\"2013-01-01T00:00:00-05:00\"", "40", "1",
      ],
      .category: [
        "\"App\"", "\"apps\"", "\"All of App\"", "\"Apps\"", "true",
        "\"2010-01-01T00:00:00-05:00\"", "1", "\"2011-01-01T00:00:00-05:00\"", "11", "1",
      ],
      .gridPackage: ["10", "3", "\"2016-01-01T00:00:00-05:00\"", "101", "null", "null"],
      .feature: [
        "10", "\"License\"", "\"\"", "\"2017-01-01T00:00:00-05:00\"", "201",
        "\"2017-01-01T00:00:00-05:00\"", "201", "1",
      ],
      .element: [
        "101", "201", "\"MIT\"", "\"2018-01-01T00:00:00-05:00\"", "301",
        "\"2018-01-01T00:00:00-05:00\"", "301", "1",
      ],
    ]
    for entity in Entity.allCases {
      let id = try #require(ids[entity])
      let batch = try catalog.reader.records(entity, ids: [id], columns: all).batch
      #expect(batch.columns.dropFirst().flatMap { $0?.texts ?? [] } == expected[entity])
    }
  }

  @Test("an empty URL is null like one that is missing")
  func readsEmptyAsNull() throws {
    let columns = ColumnSet([PackageColumn.repoURL, .documentationURL])
    let (batch, _) = try catalog.reader.records(.package, ids: [2, 3], columns: columns)
    #expect(batch[PackageColumn.repoURL].texts == ["\"https://example.org/rest\"", "null"])
    #expect(batch[PackageColumn.documentationURL].texts == ["null", "null"])
  }

  @Test(
    "finds one record by a unique key",
    arguments: [
      (Entity.package, UniqueKey.slug("drf"), [2]), (.package, .slug("DRF"), []),
      (.package, .slug("straße"), [5]), (.package, .slug("' OR 1 --"), []),
      (.grid, .slug("rest"), [20]), (.category, .slug("frameworks"), [2]),
      (.package, .repoURL("https://example.org/forms"), [1]), (.package, .repoURL(""), []),
    ])
  func findsByUniqueKey(entity: Entity, key: UniqueKey, ids: [Int64]) throws {
    #expect(try catalog.reader.record(entity, where: key, columns: []).ids == ids)
  }

  @Test("takes any number of keys")
  func takesManyKeys() throws {
    let ids = (0..<40_000).map { Int64($0 % 8) }
    let (batch, rows) = try catalog.reader.records(.package, ids: ids, columns: [])
    #expect(batch.ids == [1, 2, 3, 4, 5, 6])
    #expect(rows == ids.map { (1...6).contains($0) ? Int32($0 - 1) : -1 })
    let distinct = (-20_000..<20_000).map { Int64($0) }
    #expect(try catalog.reader.records(.package, ids: distinct, columns: []).batch.count == 6)
  }

  @Test("an empty list of keys asks nothing")
  func asksNothing() throws {
    let reader = catalog.reader
    try reader.withSnapshot { () throws in
      #expect(try reader.records(.grid, ids: [], columns: []).batch.count == 0)
      #expect(try reader.lists(.packagesOfGrid, of: [], ListQuery(), columns: []).ids == [])
      #expect(try reader.counts(.packagesOfGrid, of: []) == [])
      #expect(reader.statistics == LookupStatistics())
    }
  }
}
