import SQLite

extension CatalogReader {
  /// Reads a list of related records for each parent, in the order of `parents`.
  ///
  /// Whole lists of any number of parents are one statement; a page a parent runs one prepared
  /// statement per parent.
  /// - Throws: `StoreError`.
  public func lists(
    _ relation: Relation, of parents: [Int64], _ query: ListQuery, columns: ColumnSet
  ) throws(StoreError) -> RecordLists {
    guard !parents.isEmpty else { return RecordLists(emptyOf: relation.child) }
    return try ListLookup(.related(relation), parents, query, columns).run(on: self)
  }

  /// Reads lists as `lists(_:of:_:columns:)` does, if they have at most `count` entries together; nil if
  /// they have more, some of which have been read in vain.
  /// - Throws: `StoreError`.
  public func lists(
    _ relation: Relation, of parents: [Int64], _ query: ListQuery, columns: ColumnSet,
    upTo count: Int
  ) throws(StoreError) -> RecordLists? {
    let limit = rowLimit
    guard count < limit - statistics.rows else {
      return try lists(relation, of: parents, query, columns: columns)
    }
    rowLimit = statistics.rows + count
    defer { rowLimit = limit }
    do {
      return try lists(relation, of: parents, query, columns: columns)
    } catch .tooManyRows {
      return nil
    }
  }

  /// Reads a list of all records of an entity: as the lists of one parent.
  /// - Throws: `StoreError`.
  public func list(
    _ entity: Entity, _ query: ListQuery, columns: ColumnSet
  ) throws(StoreError) -> RecordLists {
    // The parent is a stand-in that the statement does not look at.
    try ListLookup(.all(entity), [0], query, columns).run(on: self)
  }
}

extension RecordLists {
  /// Lists of no parents.
  fileprivate init(emptyOf entity: Entity) {
    self.init(
      offsets: [0], rows: [], batch: RecordBatch(emptyOf: entity), hasMore: [], keysets: [])
  }
}
