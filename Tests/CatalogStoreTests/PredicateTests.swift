import Testing

@testable import CatalogStore

@Suite("Filters")
struct PredicateTests {
  let reader: CatalogReader

  init() throws {
    reader = try TestCatalog.sample().reader
  }

  private func packages(_ filter: Predicate) throws -> [Int64] {
    let query = ListQuery(filter: filter, order: [OrderTerm(.package(.id))])
    let ids = try reader.list(.package, query, columns: []).ids[0]
    #expect(try reader.count(.package, filter: filter) == Int64(ids.count))
    return ids
  }

  struct Case: Sendable {
    let filter: Predicate
    let ids: [Int64]

    init(_ filter: Predicate, _ ids: [Int64]) {
      self.filter = filter
      self.ids = ids
    }
  }

  private static let watchers = RecordColumn.package(.repoWatchers)
  private static let title = RecordColumn.package(.title)
  private static let updated = RecordColumn.package(.lastUpdated)
  private static let documentation = RecordColumn.package(.documentationURL)

  @Test(
    "compares numbers, texts, instants and nulls",
    arguments: [
      Case(.compare(watchers, .equal, .integer(50)), [1, 3]),
      Case(.compare(watchers, .notEqual, .integer(50)), [2, 4, 5, 6]),
      Case(.compare(watchers, .less, .integer(7)), [5]),
      Case(.compare(watchers, .lessOrEqual, .integer(7)), [4, 5, 6]),
      Case(.compare(watchers, .greater, .integer(50)), [2]),
      Case(.compare(watchers, .greaterOrEqual, .integer(50)), [1, 2, 3]),
      Case(.compare(title, .equal, .text("alone")), [6]),
      Case(.compare(title, .equal, .text("Alone")), []),
      Case(.compare(title, .less, .text("D")), [3]),
      // The two 01:30s of one night.
      Case(.compare(updated, .less, .integer(901)), [1]),
      Case(.compare(updated, .greaterOrEqual, .integer(901)), [2]),
      Case(.compare(updated, .notEqual, .integer(901)), [1, 3, 4, 5, 6]),
      Case(.compare(documentation, .equal, .null), [2, 3, 4, 5, 6]),
      Case(.compare(documentation, .notEqual, .null), [1]),
      Case(.compare(documentation, .equal, .text("")), []),
      Case(.isNull(documentation), [2, 3, 4, 5, 6]),
      Case(.isNull(.package(.categoryID)), [5]),
    ])
  func compares(test: Case) throws {
    #expect(try packages(test.filter) == test.ids)
  }

  @Test(
    "finds members of a list",
    arguments: [
      Case(.in(watchers, [.integer(0), .integer(500), .integer(9)]), [2, 5]),
      Case(.in(watchers, []), []),
      Case(.not(.in(watchers, [])), [1, 2, 3, 4, 5, 6]),
      Case(.in(documentation, [.text("https://docs.example.org"), .null]), [1, 2, 3, 4, 5, 6]),
      Case(.in(documentation, [.null]), [2, 3, 4, 5, 6]),
      Case(.not(.in(documentation, [.text("https://docs.example.org")])), [2, 3, 4, 5, 6]),
      Case(.in(title, [.text("a\"b"), .text("alone"), .text("\\"), .text("'")]), [6]),
      Case(.in(title, [.text("alone\u{0}x"), .text("\u{0}")]), []),
    ])
  func findsMembers(test: Case) throws {
    #expect(try packages(test.filter) == test.ids)
  }

  @Test("takes a list of any length")
  func takesAnyLength() throws {
    let values = (0..<40_000).map { ColumnValue.integer($0 * 50) }
    #expect(try packages(.in(Self.watchers, values)) == [1, 2, 3, 5])
  }

  @Test(
    "matches parts of a text whatever the case, in all of Unicode",
    arguments: [
      Case(.contains(title, "DJANGO"), [1, 2]),
      Case(.contains(title, "rest"), [2]),
      Case(.contains(title, ""), [1, 2, 3, 4, 5, 6]),
      Case(.contains(title, "brûlÉE"), [3]),
      Case(.contains(title, "brulee"), []),
      Case(.contains(title, "strasse"), [4, 5]),
      Case(.contains(title, "AßE"), [4, 5]),
      Case(.contains(title, "%"), []),
      Case(.contains(title, "_"), []),
      Case(.startsWith(title, "django"), [1, 2]),
      Case(.startsWith(title, "STRAß"), [4, 5]),
      Case(.startsWith(title, "a title longer than any"), []),
      Case(.endsWith(title, "FORMS"), [1]),
      Case(.endsWith(title, "é"), []),
      Case(.endsWith(title, "ÉE"), [3]),
      Case(.contains(documentation, "DOCS"), [1]),
      Case(.not(.contains(documentation, "docs")), [2, 3, 4, 5, 6]),
    ])
  func matchesText(test: Case) throws {
    #expect(try packages(test.filter) == test.ids)
  }

  @Test(
    "combines conditions; everything is true or false",
    arguments: [
      Case(.and([]), [1, 2, 3, 4, 5, 6]),
      Case(.or([]), []),
      Case(.not(.and([])), []),
      Case(
        .and([.compare(watchers, .greater, .integer(6)), .compare(watchers, .less, .integer(60))]),
        [1, 3, 4, 6]),
      Case(
        .or([.compare(watchers, .equal, .integer(0)), .compare(title, .equal, .text("alone"))]),
        [5, 6]),
      Case(.not(.compare(updated, .less, .integer(901))), [2, 3, 4, 5, 6]),
      Case(.not(.not(.compare(updated, .less, .integer(901)))), [1]),
      Case(
        .not(.or([.compare(updated, .less, .integer(901)), .isNull(updated)])), [2]),
      Case(
        .and([
          .or([.compare(watchers, .equal, .integer(50)), .compare(watchers, .equal, .integer(7))]),
          .not(.contains(title, "django")),
          .or([.not(.isNull(.package(.categoryID)))]),
        ]), [3, 4, 6]),
    ])
  func combines(test: Case) throws {
    #expect(try packages(test.filter) == test.ids)
  }

  @Test(
    "looks at related records",
    arguments: [
      Case(.related(.gridsOfPackage, .compare(.grid(.slug), .equal, .text("forms"))), [1, 2, 3]),
      Case(.related(.gridsOfPackage, .and([])), [1, 2, 3]),
      Case(.not(.related(.gridsOfPackage, .and([]))), [4, 5, 6]),
      Case(.category(.compare(.category(.slug), .equal, .text("apps"))), [1, 2, 6]),
      Case(.not(.category(.compare(.category(.slug), .equal, .text("apps")))), [3, 4, 5]),
      Case(
        .related(
          .gridsOfPackage,
          .related(.packagesOfGrid, .category(.compare(.category(.id), .equal, .integer(2))))),
        [1, 2, 3]),
      Case(
        .and([
          .related(.gridsOfPackage, .compare(.grid(.isLocked), .equal, .boolean(true))),
          .related(.gridsOfPackage, .compare(.grid(.isLocked), .equal, .boolean(false))),
        ]), [2]),
      Case(
        .related(
          .gridPackagesOfPackage,
          .related(.elementsOfGridPackage, .compare(.element(.text), .equal, .text("BSD")))), [1]),
      // Hidden behind the newer element of the same cell.
      Case(
        .related(
          .gridPackagesOfPackage,
          .related(.elementsOfGridPackage, .compare(.element(.text), .equal, .text("old")))), []),
    ])
  func looksAtRelated(test: Case) throws {
    #expect(try packages(test.filter) == test.ids)
    let grids: [Int64] = [10, 20, 30, 40]
    let lists = try reader.lists(
      .packagesOfGrid, of: grids, ListQuery(filter: test.filter), columns: [])
    let all = try reader.lists(.packagesOfGrid, of: grids, ListQuery(), columns: [])
    #expect(lists.ids == all.ids.map { $0.filter(test.ids.contains) })
    #expect(
      try reader.counts(.packagesOfGrid, of: grids, filter: test.filter)
        == lists.ids.map { Int64($0.count) })
  }

  @Test(
    "no text is ever SQL",
    arguments: ["' OR '1'='1", "'; DROP TABLE packages; --", "\" OR 1=1 --", "?1", "\\", "\u{0}"])
  func isNoSyntax(text: String) throws {
    let title = Self.title
    for filter: Predicate in [
      .compare(title, .equal, .text(text)), .in(title, [.text(text)]), .contains(title, text),
      .startsWith(title, text), .endsWith(title, text), .matches(text),
    ] {
      #expect(try packages(filter) == [])
    }
    let place = Keyset(values: [.text(text)], id: 0)
    _ = try reader.list(
      .package, ListQuery(order: [OrderTerm(title)], after: place), columns: [])
    #expect(try reader.count(.package) == 6)
  }

  @Test("takes long lists of conditions", arguments: [200, 201, 900])
  func takesLongLists(count: Int) throws {
    let never = Array(repeating: Predicate.compare(Self.watchers, .less, .integer(0)), count: count)
    #expect(try packages(.or(never + [.compare(Self.watchers, .equal, .integer(0))])) == [5])
    #expect(try packages(.not(.or(never))) == [1, 2, 3, 4, 5, 6])
  }

  @Test("refuses more conditions than its limit")
  func limitsConditions() throws {
    let limit = PredicateSQL.conditionLimit
    let many = Array(repeating: Predicate.isNull(Self.title), count: limit)
    #expect(throws: StoreError.predicateTooLarge(conditionLimit: limit)) {
      try reader.count(.package, filter: .or(many))
    }
    #expect(try packages(.or(many.dropLast())) == [])
  }

  @Test("nests as deep as its limit, and says so beyond")
  func limitsNesting() throws {
    let one = Predicate.compare(Self.watchers, .equal, .integer(0))
    let wrap: [@Sendable (Predicate) -> Predicate] = [
      { .not(.not($0)) }, { .and([one, .or([one, $0])]) }, { .not(.and([one, $0])) },
      { .or([one, .category(.or([.and([]), .not(.and([]))])), $0]) },
      {
        .and([
          one, .related(.gridsOfPackage, .and([.and([]), .related(.packagesOfGrid, $0)])),
        ])
      },
    ]
    for wrap in wrap {
      var filter = one
      var depth = 0
      while depth < 100 {
        do {
          _ = try reader.count(.package, filter: filter)
          _ = try reader.lists(
            .packagesOfGrid, of: [10, 20], ListQuery(filter: filter, first: 1), columns: [])
        } catch {
          #expect(error == .predicateTooDeep(nestingLimit: PredicateSQL.nestingLimit))
          break
        }
        filter = wrap(filter)
        depth += 1
      }
      #expect(depth > 2 && depth < 100)
    }
  }
}
