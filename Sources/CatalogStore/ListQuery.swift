/// Which of the records, in which order, and how many.
public struct ListQuery: Sendable, Hashable {
  /// What the records must be like; nil for all.
  public var filter: Predicate?
  /// What orders them, the most important first; empty for the relation's own order, or newest first.
  /// Ties are broken by ascending id.
  public var order: [OrderTerm] = []
  /// How many records at most per list; nil for all. A negative number counts as 0.
  public var first: Int?
  /// How many records to leave out before them. A negative number counts as 0.
  public var offset = 0
  /// Only what comes after this place.
  public var after: Keyset?
  /// Only what comes before this place.
  public var before: Keyset?
  /// Whether `first` and `offset` count from the end of the list; the records still come in order.
  public var fromEnd = false
  /// Whether the lists tell each record's place.
  public var needsKeysets = false

  /// Makes a query for all records in the default order.
  public init() {}

  /// Makes a query.
  public init(
    filter: Predicate? = nil, order: [OrderTerm] = [], first: Int? = nil, offset: Int = 0,
    after: Keyset? = nil, before: Keyset? = nil, fromEnd: Bool = false, needsKeysets: Bool = false
  ) {
    self.filter = filter
    self.order = order
    self.first = first
    self.offset = offset
    self.after = after
    self.before = before
    self.fromEnd = fromEnd
    self.needsKeysets = needsKeysets
  }
}

extension ListQuery {
  /// Checks what a lookup of an entity's records would refuse.
  /// - Throws: `StoreError.predicateTooDeep`, `StoreError.predicateTooLarge`.
  public func check(of entity: Entity) throws(StoreError) {
    guard let filter else { return }
    for strategy in [PredicateSQL.Strategy.materialized, .correlated] {
      var writer = PredicateSQL(strategy)
      var sql = SQLText()
      try writer.append(filter, of: ListTables(.all(entity)).subject, to: &sql)
    }
  }
}

/// One column of an order. Nulls come last both ways; a time's column orders by its instant.
public struct OrderTerm: Sendable, Hashable {
  /// What orders.
  public let column: RecordColumn
  /// Whether the greatest comes first.
  public let descending: Bool

  /// Makes a term.
  public init(_ column: RecordColumn, descending: Bool = false) {
    self.column = column
    self.descending = descending
  }
}

/// A record's place in an order: it stays right when records come and go.
public struct Keyset: Sendable, Hashable {
  /// What the record has in the columns that order the list.
  public let values: [ColumnValue]
  /// What tells it from records with equal values.
  public let id: Int64

  /// Makes a place, for example from a client's cursor.
  public init(values: [ColumnValue], id: Int64) {
    self.values = values
    self.id = id
  }
}
