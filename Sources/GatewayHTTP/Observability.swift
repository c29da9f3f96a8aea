import Tracing

/// What a server tells its operator beside its answers.
public struct Observability: Sendable {
  /// The requests that have a line in the log.
  public enum LoggedRequests: String, Sendable, CaseIterable {
    /// Every one, up to a rate.
    case on
    /// Those that were refused or failed, up to the same rate.
    case errors
    /// None.
    case off
  }

  /// Which requests have a line in the log.
  public var loggedRequests = LoggedRequests.on
  /// How many lines of requests there may be a second; those beyond are only counted.
  public var loggedRequestsPerSecond = 1_000
  /// From how long on a request is logged as slow, with its document; nil: never.
  public var slowRequest: Duration? = .seconds(1)
  /// Whether lines of requests have the values of variables, which may be secret.
  public var logsVariables = false
  /// The collection that `/metrics` shows; nil for none, and no such route.
  public var metrics: PrometheusMetrics?
  /// What gets the spans of requests; nil for the tracer of the `InstrumentationSystem`, if one is in place
  /// when the server begins to run.
  public var tracer: (any Tracer)?

  /// The defaults: requests and slow ones in the log, no metrics.
  public init() {}
}
