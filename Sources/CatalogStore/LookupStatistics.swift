/// What the lookups of one snapshot cost.
public struct LookupStatistics: Sendable, Hashable {
  /// Calls that asked the store for something; depends on the query's shape alone.
  public internal(set) var lookups = 0
  /// Statements run; a page per parent runs at least one a parent.
  public internal(set) var statements = 0
  /// Rows that the statements gave.
  public internal(set) var rows = 0

  /// Makes statistics of nothing.
  public init() {}
}
