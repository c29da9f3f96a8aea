/// A query's filter in SQL, ready to go into a statement.
struct ListCondition {
  /// The condition, empty if there is none, and the values of its parameters.
  private(set) var sql = SQLText()
  /// Whether it searches, which is dear to repeat for every parent.
  private(set) var searches = false

  /// No condition.
  static let none = ListCondition()

  private init() {}

  /// - Throws: `StoreError.predicateTooDeep`.
  init(_ filter: Predicate?, of tables: ListTables) throws(StoreError) {
    guard let filter else { return }
    var writer: PredicateSQL
    switch tables.source {
    case .all: writer = PredicateSQL(.materialized)
    case .related: writer = PredicateSQL(.correlated)
    }
    try writer.append(filter, of: tables.subject, to: &sql)
    searches = writer.searches
  }

  var isEmpty: Bool { sql.text.isEmpty }
}
