/// How much the catalog holds, and which state of it this is.
public struct CatalogSummary: Sendable, Hashable {
  /// How many packages there are.
  public let packageCount: Int64
  /// How many grids there are.
  public let gridCount: Int64
  /// How many categories there are.
  public let categoryCount: Int64
  /// Counts the changes of the catalog; 0 for an empty one.
  public let revision: Int64
  /// When the last change was made, as it was written; nil if there was none.
  public let modified: String?
}
