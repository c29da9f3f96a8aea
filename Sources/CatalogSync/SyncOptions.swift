/// How a sync behaves towards the origin, and what it takes from it at most.
public struct SyncOptions: Sendable {
  /// Objects to ask for a page.
  public var pageSize = 500
  /// Requests a second at most, of all lists together; greater than 0.
  public var requestsPerSecond = 2.0
  /// How often a page is tried before the sync gives up; at least 1.
  public var attempts = 8
  /// What to do with objects that the origin no longer lists.
  public var prunes = false
  /// What the requests say they come from. RFC 9110 §10.1.5 User-Agent.
  public var userAgent = "gridql"

  /// How long connecting may take.
  public var connectTimeout = Duration.seconds(10)
  /// How long the origin may be silent.
  public var readTimeout = Duration.seconds(60)
  /// How long a request may take in all.
  public var requestTimeout = Duration.seconds(300)
  /// Bytes of one page at most, decompressed.
  public var pageBytes = 64 << 20
  /// Objects of one list at most: bounds what the sync keeps in memory, their ids.
  public var listObjects = 5_000_000
  /// Redirects of one request at most.
  public var redirects = 5
  /// How long a page of a sync that was stopped is as good as fetched.
  public var resumeWindow = Duration.seconds(3600)

  /// The wait before the second attempt; each further one is twice as long.
  public var firstDelay = Duration.milliseconds(500)
  /// The longest such wait.
  public var delayLimit = Duration.seconds(10)
  /// The longest wait that the origin may ask for. RFC 9110 §10.2.3 Retry-After.
  public var retryAfterLimit = Duration.seconds(600)
  /// How often a list is read that changes while it is read; the last time in one page.
  public var listAttempts = 3
  /// How often all lists are read if they contradict each other.
  public var crawlAttempts = 2

  /// Makes options; the defaults are polite.
  public init() {}
}
