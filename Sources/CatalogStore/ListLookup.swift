import SQLite

/// One lookup of lists: which statements it takes. How their rows become lists is in `+Pages`, one
/// list at a time, and `+Whole`, several by one statement.
///
/// A class, so that those who read for it share one reference: to copy it took 80 counts of references.
final class ListLookup {
  let source: ListSource
  let parents: [Int64]
  let query: ListQuery
  let columns: ColumnSet
  let tables: ListTables
  let condition: ListCondition
  /// Entries at most per list, nil for all.
  let limit: Int?
  /// Entries left out before them.
  let offset: Int

  /// More than any list has, and safe to add to.
  private static let countLimit = 1 << 40

  /// - Throws: `StoreError` if the filter is nested too deep.
  init(
    _ source: ListSource, _ parents: [Int64], _ query: ListQuery, _ columns: ColumnSet
  ) throws(StoreError) {
    self.source = source
    self.parents = parents
    self.query = query
    self.columns = columns
    tables = ListTables(source)
    condition = try ListCondition(query.filter, of: tables)
    limit = query.first.map { min(max($0, 0), Self.countLimit) }
    offset = min(max(query.offset, 0), Self.countLimit)
  }

  /// The same lookup with another offset, whose lists tell each record's place.
  init(_ lookup: ListLookup, offset: Int) {
    var query = lookup.query
    query.offset = offset
    query.needsKeysets = true
    self.query = query
    self.offset = offset
    source = lookup.source
    parents = lookup.parents
    columns = lookup.columns
    tables = lookup.tables
    condition = lookup.condition
    limit = lookup.limit
  }

  /// - Throws: `StoreError`.
  func run(on reader: CatalogReader) throws(StoreError) -> RecordLists {
    if case .related(let relation) = source, readsWhole {
      return try reader.lookup { () throws(SQLiteError) in
        try sharesRecords ? readShared(on: reader) : readWhole(relation, on: reader)
      }
    }
    if isFarPage, let places = reader.rememberedPlaces {
      return try reader.lookup { () throws(SQLiteError) in
        try readFarPage(places, on: reader)
      }
    }
    let seek = try seek()
    return try reader.lookup { () throws(SQLiteError) in
      try readPages(seek, on: reader)
    }
  }

  /// Whether several lists are read by one statement: if they are not cut, or if a search would have to
  /// be repeated for every parent.
  private var readsWhole: Bool {
    guard parents.count > 1, query.after == nil, query.before == nil else { return false }
    return !isCut || (condition.searches && !query.fromEnd)
  }

  var isCut: Bool { limit != nil || offset > 0 }

  /// The order in which the lists are walked.
  var order: ListOrder {
    let order = ListOrder(query.order, of: tables)
    return query.fromEnd ? order.reversed : order
  }

  func composer(_ order: ListOrder) -> ListText {
    ListText(
      tables: tables, layout: RowLayout(source.entity, columns), order: order,
      condition: condition, needsKeysets: query.needsKeysets)
  }

  /// A builder with room for what the statement gave the last time.
  func makeBuilder(_ layout: RowLayout, for statement: CachedStatement) -> RecordListsBuilder {
    RecordListsBuilder(
      layout, keysetsOf: query.needsKeysets ? order : nil, parents: parents.count,
      rows: min(max(statement.lastRowCount, Self.leastRows), Self.mostRows))
  }

  private static let leastRows = 16
  /// What is beyond is not worth reserving before it is there.
  private static let mostRows = 4_096
}
