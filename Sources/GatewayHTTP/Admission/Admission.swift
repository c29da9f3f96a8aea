import CatalogGateway
import NIOHTTP1

/// What the whole server takes on at a time, whichever event loop it comes to.
final class Admission: Sendable {
  /// For connections with requests that have arrived and are not answered yet.
  let requests: Places
  /// For open connections.
  let connections: Places
  /// Nil without a limit.
  let rateLimiter: RateLimiter?

  init(_ configuration: ServerConfiguration) {
    requests = Places(configuration.concurrentRequests)
    connections = Places(configuration.connections)
    rateLimiter = configuration.rateLimit.map { RateLimiter($0) }
  }
}

extension Answer {
  /// Refuses a request of a client that makes too many.
  static func rateLimited(_ limit: RateLimit, secondsToWait: Int) -> Answer {
    Answer(
      .tooManyRequests,
      "Too many requests: the limit rateLimit is \(limit.requests) in \(limit.period). "
        + "Try again in \(secondsToWait) s.",
      retryAfter: secondsToWait)
  }

  /// Refuses a request because too many are at work.
  static func overloaded(limit: Int) -> Answer {
    Answer(
      .serviceUnavailable,
      "The server has \(limit) requests at work; the limit concurrentRequests is \(limit).",
      retryAfter: 1)
  }

  /// Refuses a connection because too many are open.
  static func tooManyConnections(limit: Int) -> Answer {
    Answer(
      .serviceUnavailable,
      "The server has \(limit) open connections; the limit connections is \(limit).",
      retryAfter: 1)
  }

  /// A refusal that no cache keeps, and after so many seconds may be none. RFC 9110 §10.2.3 Retry-After.
  private init(_ status: HTTPResponseStatus, _ message: String, retryAfter seconds: Int) {
    self.init(status, message)
    fieldLines = Array("Retry-After: \(seconds)\r\n".utf8)
    reuse = .never
  }
}
