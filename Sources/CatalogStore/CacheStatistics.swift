import SQLite

/// How often the caches of a connection had what lookups needed.
public struct CacheStatistics: Sendable, Hashable {
  /// Statements that were there, compiled.
  public internal(set) var statementHits = 0
  /// Statements that had to be compiled.
  public internal(set) var statementMisses = 0
  /// Pages of the database that were there; those read where the system has them in memory do not count.
  public internal(set) var pageHits = 0
  /// Pages of the database that had to be read.
  public internal(set) var pageMisses = 0

  /// Makes statistics of nothing.
  public init() {}
}

extension CatalogReader {
  /// What the caches of the connection were good for since this was last asked.
  public func takeCacheStatistics() -> CacheStatistics {
    var statistics = CacheStatistics()
    (statistics.statementHits, statistics.statementMisses) = takeStatementCounts()
    (statistics.pageHits, statistics.pageMisses) = connection.takePageCacheCounts()
    return statistics
  }
}
