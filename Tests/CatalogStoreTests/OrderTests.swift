import Testing

@testable import CatalogStore

@Suite("Orders and pages")
struct OrderTests {
  @Test("a list comes in the order asked for, nulls last, ties by id")
  func orders() throws {
    let generated = try GeneratedCatalog(packages: 200, seed: 1)
    for order in GeneratedCatalog.orders {
      let expected = generated.sorted(generated.packages, by: order)
      let reader = generated.catalog.reader
      #expect(try reader.list(.package, ListQuery(order: order), columns: []).ids == [expected])
      let page = ListQuery(order: order, first: 13, offset: 95)
      #expect(
        try reader.list(.package, page, columns: []).ids == [
          Array(expected.dropFirst(95).prefix(13))
        ])
      let last = ListQuery(order: order, first: 13, offset: 95, fromEnd: true)
      #expect(
        try reader.list(.package, last, columns: []).ids == [expected.dropLast(95).suffix(13)])
    }
  }

  @Test("pages forwards make up the list", arguments: [1, 7, 64])
  func pagesForwards(size: Int) throws {
    let generated = try GeneratedCatalog(packages: 90, seed: 2)
    for order in GeneratedCatalog.orders {
      let expected = generated.sorted(generated.packages, by: order)
      var query = ListQuery(order: order, first: size, needsKeysets: true)
      var found: [Int64] = []
      var more = true
      while more {
        let page = try generated.catalog.reader.list(.package, query, columns: [])
        found += page.ids[0]
        more = page.hasMore[0]
        query.after = page.keysets.last
      }
      #expect(found == expected)
    }
  }

  @Test("pages backwards make up the list", arguments: [1, 7, 64])
  func pagesBackwards(size: Int) throws {
    let generated = try GeneratedCatalog(packages: 90, seed: 3)
    for order in GeneratedCatalog.orders {
      let expected = generated.sorted(generated.packages, by: order)
      var query = ListQuery(order: order, first: size, fromEnd: true, needsKeysets: true)
      var found: [Int64] = []
      var more = true
      while more {
        let page = try generated.catalog.reader.list(.package, query, columns: [])
        found = page.ids[0] + found
        more = page.hasMore[0]
        query.before = page.keysets.first
      }
      #expect(found == expected)
    }
  }

  @Test("between two places is what lies between them, from either end")
  func pagesBetween() throws {
    let generated = try GeneratedCatalog(packages: 60, seed: 4)
    let reader = generated.catalog.reader
    for order in GeneratedCatalog.orders {
      let whole = try reader.list(
        .package, ListQuery(order: order, needsKeysets: true), columns: [])
      for (start, end) in [(0, 59), (10, 40), (30, 31), (40, 10)] {
        var query = ListQuery(
          order: order, first: 8, after: whole.keysets[start], before: whole.keysets[end])
        let between = start + 1 < end ? Array(whole.ids[0][(start + 1)..<end]) : []
        #expect(try reader.list(.package, query, columns: []).ids == [Array(between.prefix(8))])
        query.fromEnd = true
        #expect(try reader.list(.package, query, columns: []).ids == [between.suffix(8)])
        query.offset = 5
        #expect(
          try reader.list(.package, query, columns: []).ids == [between.dropLast(5).suffix(8)])
      }
    }
  }

  @Test("a place stays right when records come and go")
  func survivesChanges() throws {
    for order in GeneratedCatalog.orders.prefix(30) {
      var generated = try GeneratedCatalog(packages: 60, seed: 5)
      let expected = generated.sorted(generated.packages, by: order)
      var query = ListQuery(order: order, first: 20, needsKeysets: true)
      let page = try generated.catalog.reader.list(.package, query, columns: [])
      let place = try #require(page.keysets.last)
      let last = expected[19]
      for id in 1_000..<1_030 { try generated.addPackage(Int64(id)) }
      // Where the place is, while its record is still there to tell.
      let grown = generated.sorted(generated.packages, by: order)
      let rest = grown.drop { $0 != last }.dropFirst()
      for id in [expected[0], last, expected[20], expected[45]] { try generated.removePackage(id) }
      query.after = place
      query.first = nil
      #expect(
        try generated.catalog.reader.list(.package, query, columns: []).ids
          == [rest.filter { ![expected[20], expected[45]].contains($0) }])
    }
  }

  @Test("each parent's list has pages of its own, in any order")
  func pagesOfParents() throws {
    let generated = try GeneratedCatalog(packages: 80, seed: 6)
    let reader = generated.catalog.reader
    for order in GeneratedCatalog.orders {
      let expected = generated.members.map { ids in
        order.isEmpty
          ? ids : generated.sorted(generated.packages.filter { ids.contains($0.id) }, by: order)
      }
      let whole = try reader.lists(
        .packagesOfGrid, of: GeneratedCatalog.grids, ListQuery(order: order, needsKeysets: true),
        columns: [])
      #expect(whole.ids == expected)
      let place = whole.keysets[7]
      let grids: [Int64] = [1]
      let after = ListQuery(order: order, first: 9, after: place, needsKeysets: true)
      let page = try reader.lists(.packagesOfGrid, of: grids, after, columns: [])
      #expect(page.ids == [Array(expected[0][8..<17])])
      #expect(page.keysets == Array(whole.keysets[8..<17]))
      let before = ListQuery(order: order, first: 3, before: place, fromEnd: true)
      #expect(
        try reader.lists(.packagesOfGrid, of: grids, before, columns: []).ids
          == [Array(expected[0][4..<7])])
      let cut = ListQuery(order: order, first: 4, offset: 2)
      #expect(
        try reader.lists(.packagesOfGrid, of: GeneratedCatalog.grids, cut, columns: []).ids
          == expected.map { Array($0.dropFirst(2).prefix(4)) })
    }
  }

  @Test("a record in several lists is read once")
  func sharesRecords() throws {
    let generated = try GeneratedCatalog(packages: 80, seed: 7)
    let lists = try generated.catalog.reader.lists(
      .packagesOfGrid, of: GeneratedCatalog.grids, ListQuery(),
      columns: ColumnSet([PackageColumn.slug]))
    #expect(Set(lists.batch.ids).count == lists.batch.count)
    let slugs = Dictionary(uniqueKeysWithValues: generated.packages.map { ($0.id, $0.slug) })
    #expect(
      lists.batch[PackageColumn.slug].texts == lists.batch.ids.map { "\"\(slugs[$0] ?? "")\"" })
  }

  @Test(
    "a place of another order is refused",
    arguments: [
      Keyset(values: [], id: 1), Keyset(values: [.integer(1), .integer(2)], id: 1),
      Keyset(values: [.text("1")], id: 1), Keyset(values: [.null], id: 1),
    ])
  func refusesPlaces(place: Keyset) throws {
    let reader = try TestCatalog.sample().reader
    let order = [OrderTerm(.package(.repoWatchers))]
    for query in [ListQuery(order: order, after: place), ListQuery(order: order, before: place)] {
      #expect(throws: StoreError.invalidKeyset) {
        try reader.list(.package, query, columns: [])
      }
    }
  }

  @Test("any number asked for is safe", arguments: [Int.min, -1, Int.max])
  func boundsNumbers(number: Int) throws {
    let reader = try TestCatalog.sample().reader
    let first = try reader.list(.category, ListQuery(first: number), columns: [])
    #expect(first.ids == [number < 0 ? [] : [2, 1]])
    let offset = try reader.lists(
      .packagesOfGrid, of: [10, 20], ListQuery(first: number, offset: number), columns: [])
    #expect(offset.ids == [[], []])
  }
}
