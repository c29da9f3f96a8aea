@testable import CatalogStore

/// Lookups that between them make every shape of statement there is.
enum LookupShapes {
  typealias Lookups = @Sendable (CatalogReader) throws -> Void

  /// Groups of lookups, each small enough for one reader's statements.
  static let all: [Lookups] =
    [records, totals, searches, severalTerms, filters]
    + [Entity.package, .grid, .category].flatMap { entity in
      [{ @Sendable in try wholeLists($0, of: entity) }, { @Sendable in try pages($0, of: entity) }]
    }
    + Relation.allCases.map { relation in { @Sendable in try lists($0, relation) } }

  @Sendable private static func records(_ reader: CatalogReader) throws {
    for entity in Entity.allCases {
      _ = try reader.records(entity, ids: [1], columns: [])
      _ = try reader.records(entity, ids: [1, 2], columns: [])
    }
    for entity in [Entity.package, .grid, .category] {
      _ = try reader.record(entity, where: .slug("a"), columns: [])
    }
    _ = try reader.record(.package, where: .repoURL("a"), columns: [])
  }

  @Sendable private static func totals(_ reader: CatalogReader) throws {
    for entity in Entity.allCases { _ = try reader.count(entity) }
    for relation in Relation.allCases {
      _ = try reader.counts(relation, of: [1])
      _ = try reader.counts(relation, of: [1, 2])
    }
    for relation in [Relation.packagesOfGrid, .gridsOfPackage] {
      _ = try reader.memberIDs(relation, of: [1, 2])
    }
    _ = try reader.summary()
  }

  @Sendable private static func searches(_ reader: CatalogReader) throws {
    for targets: SearchTargets in [.packages, .grids, [.packages, .grids]] {
      _ = try reader.search("a", in: targets, first: 1, packageColumns: [], gridColumns: [])
      _ = try reader.search(
        "none such", in: targets, similar: true, first: 1, packageColumns: [], gridColumns: [])
    }
  }

  private static func wholeLists(_ reader: CatalogReader, of entity: Entity) throws {
    for order in orders(of: entity) {
      _ = try reader.list(entity, ListQuery(order: order), columns: [])
      _ = try reader.list(entity, ListQuery(order: order, first: 1, fromEnd: true), columns: [])
    }
  }

  /// Pages after and before a record that has a value, and one that has null where it can.
  private static func pages(_ reader: CatalogReader, of entity: Entity) throws {
    for order in orders(of: entity) {
      var places = [Keyset(values: order.flatMap(\.keysetValue), id: 1)]
      if let term = order.first, term.column.comparable.definition.isNullable {
        places.append(Keyset(values: [.null], id: 1))
      }
      for place in places {
        _ = try reader.list(entity, ListQuery(order: order, after: place), columns: [])
        let before = ListQuery(order: order, before: place, fromEnd: true)
        _ = try reader.list(entity, before, columns: [])
      }
    }
  }

  @Sendable private static func severalTerms(_ reader: CatalogReader) throws {
    for order in GeneratedCatalog.orders where order.count > 1 {
      _ = try reader.list(.package, ListQuery(order: order, first: 1), columns: [])
      let place = Keyset(values: order.flatMap(\.keysetValue), id: 1)
      if order.contains(where: { $0.column == .package(.id) }) { continue }
      _ = try reader.list(.package, ListQuery(order: order, after: place), columns: [])
    }
  }

  private static func lists(_ reader: CatalogReader, _ relation: Relation) throws {
    for parents: [Int64] in [[1], [1, 2]] {
      _ = try reader.lists(relation, of: parents, ListQuery(needsKeysets: true), columns: [])
      let last = ListQuery(first: 1, fromEnd: true)
      _ = try reader.lists(relation, of: parents, last, columns: [])
      let place = Keyset(values: relation.hasPosition ? [.integer(1)] : [], id: 1)
      _ = try reader.lists(relation, of: parents, ListQuery(after: place), columns: [])
      _ = try reader.lists(
        relation, of: parents, ListQuery(before: place, fromEnd: true), columns: [])
    }
    guard relation == .packagesOfGrid else { return }
    for parents: [Int64] in [[1], [1, 2]] {
      for order in orders(of: .package) {
        _ = try reader.lists(relation, of: parents, ListQuery(order: order), columns: [])
      }
    }
  }

  @Sendable private static func filters(_ reader: CatalogReader) throws {
    let title = RecordColumn.package(.title)
    let filters: [Predicate] = [
      .compare(.package(.repoWatchers), .greater, .integer(1)), .compare(title, .equal, .text("a")),
      .in(.package(.repoForks), [.integer(1)]), .isNull(.package(.lastUpdated)),
      .not(.contains(title, "a")), .startsWith(title, "a"), .endsWith(title, "a"),
      .related(.gridsOfPackage, .compare(.grid(.slug), .equal, .text("a"))),
      .related(.gridsOfPackage, .contains(.grid(.title), "a")),
      .category(.contains(.category(.title), "a")), .matches("a"),
      .category(.compare(.category(.slug), .equal, .text("a"))),
      .or([.contains(title, "a"), .compare(title, .equal, .text("a"))]),
    ]
    for filter in filters {
      for order in [[], [OrderTerm(.package(.repoWatchers), descending: true)]] {
        let query = ListQuery(filter: filter, order: order, first: 1)
        _ = try reader.list(.package, query, columns: [])
        _ = try reader.lists(.packagesOfGrid, of: [1, 2], query, columns: [])
      }
      _ = try reader.lists(.packagesOfGrid, of: [1, 2], ListQuery(filter: filter), columns: [])
      _ = try reader.count(.package, filter: filter)
      _ = try reader.counts(.packagesOfGrid, of: [1, 2], filter: filter)
    }
  }

  /// Every order by one column that the schema offers, and the default one.
  private static func orders(of entity: Entity) -> [[OrderTerm]] {
    let hidden: [RecordColumn] = [
      .package(.categoryID), .package(.commitsOver52), .package(.participants),
      .package(.version), .grid(.version), .category(.version),
      .package(.categoryLink), .package(.storedRepoURL), .package(.storedPypiURL),
      .package(.storedDocumentationURL),
    ]
    let columns = entity.columns.filter { !hidden.contains($0) }
    return [[]] + columns.flatMap { [[OrderTerm($0)], [OrderTerm($0, descending: true)]] }
  }
}

extension OrderTerm {
  /// A value that a keyset may have for the term; none for the id.
  fileprivate var keysetValue: [ColumnValue] {
    if column.index == 0 { return [] }
    return switch column.comparable.kind {
    case .integer, .boolean: [.integer(1)]
    case .text, .json: [.text("a")]
    }
  }
}

extension Relation {
  fileprivate var hasPosition: Bool {
    switch self {
    case .packagesOfGrid, .gridsOfPackage, .gridPackagesOfGrid, .gridPackagesOfPackage: true
    case .packagesOfCategory, .featuresOfGrid, .elementsOfFeature, .elementsOfGridPackage: false
    }
  }
}
