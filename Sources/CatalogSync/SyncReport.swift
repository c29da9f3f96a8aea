import CatalogStore

/// What a sync did.
public struct SyncReport: Sendable {
  /// What became of the catalog.
  public let summary: ImportSummary
  /// What it cost.
  public let traffic: SyncTraffic
  /// Contradictions between lists that reading them again did not settle; the next sync may.
  public let contradiction: Inconsistency?
  /// How long it took.
  public let elapsed: Duration
}

/// What a sync asked of the origin.
public struct SyncTraffic: Sendable, Hashable {
  /// Requests, those tried again and redirects included.
  public var requests = 0
  /// Bytes of the answers, decompressed.
  public var bytes = 0
  /// Pages that had not changed. RFC 9110 §15.4.5 304 Not Modified.
  public var notModified = 0
  /// Pages of a sync that was stopped, not fetched again.
  public var resumed = 0
  /// Requests that had to be tried again.
  public var retries = 0
  /// Lists that changed while they were read, and were read again.
  public var rereads = 0

  /// Makes counts of nothing.
  public init() {}
}

/// What happens during a sync; for progress and logs.
public enum SyncEvent: Sendable {
  /// So many objects of a list have been read.
  case read(CatalogResource, objects: Int, of: Int)
  /// A request failed and is tried again after a while.
  case retry(SyncError, after: Duration)
  /// A list, or all of them, is read again from its first page.
  case reread(CatalogResource?, Inconsistency)
  /// All lists are there; so many pages are imported.
  case importing(pages: Int)
}

/// Counts what is asked of the origin, and tells what happens.
actor SyncTally {
  private(set) var traffic = SyncTraffic()
  private let report: @Sendable (SyncEvent) async -> Void

  init(report: @escaping @Sendable (SyncEvent) async -> Void) {
    self.report = report
  }

  func add(_ count: WritableKeyPath<SyncTraffic, Int>, _ amount: Int = 1) {
    traffic[keyPath: count] += amount
  }

  func tell(_ event: SyncEvent) async {
    switch event {
    case .retry: traffic.retries += 1
    case .reread: traffic.rereads += 1
    case .read, .importing: break
    }
    await report(event)
  }
}
