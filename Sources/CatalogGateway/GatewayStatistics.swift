import CatalogStore

/// What a cache holds, and what it has been asked for so far.
public struct CacheCounts: Sendable, Hashable {
  /// How often it had what was asked for.
  public internal(set) var hits = 0
  /// How often it did not.
  public internal(set) var misses = 0
  /// How many values it let go to stay within its bounds.
  public internal(set) var evictions = 0
  /// What its values take, in bytes, as estimated.
  public internal(set) var bytes = 0

  /// The counts of an empty cache.
  public init() {}
}

/// What there is to know of a gateway at a moment.
public struct GatewayStatistics: Sendable {
  /// The plans of operations.
  public let plans: CacheCounts
  /// The database's files; nil for a catalog in memory.
  public let files: DatabaseFiles?
}

extension Gateway {
  /// What there is to know now. Blocks while the system looks at the files, some microseconds.
  public var statistics: GatewayStatistics {
    GatewayStatistics(plans: operations.counts, files: catalog.files)
  }
}
