/// How many requests a client may make in a time, and how many at once.
public struct RateLimit: Sendable, Hashable {
  /// Requests in each `period`, in the long run.
  public let requests: Int
  /// The time that `requests` are counted in.
  public let period: Duration
  /// How many requests a client may make at once that has made none for long.
  public var burst: Int

  /// Both numbers must be positive, and the period too. As many requests at once as in one period
  /// unless `burst` is set.
  public init(requests: Int, per period: Duration = .seconds(1)) {
    precondition(requests > 0 && period > .zero, "A rate is positive")
    self.requests = requests
    self.period = period
    burst = requests
  }
}
