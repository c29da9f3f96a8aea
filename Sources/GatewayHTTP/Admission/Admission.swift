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
    var answer = Answer(
      .tooManyRequests,
      "Too many requests: the limit rateLimit is \(limit.requests) in \(limit.period). "
        + "Try again in \(secondsToWait) s.")
    answer.fieldLines = Array("Retry-After: \(secondsToWait)\r\n".utf8)
    answer.reuse = .never
    return answer
  }

  /// Refuses a request because too many are at work.
  static func overloaded(limit: Int) -> Answer {
    var answer = Answer(
      .serviceUnavailable,
      "The server has \(limit) requests at work; the limit concurrentRequests is \(limit).")
    answer.fieldLines = Array("Retry-After: 1\r\n".utf8)
    answer.reuse = .never
    return answer
  }

  /// Refuses a connection because too many are open.
  static func tooManyConnections(limit: Int) -> Answer {
    var answer = Answer(
      .serviceUnavailable,
      "The server has \(limit) open connections; the limit connections is \(limit).")
    answer.fieldLines = Array("Retry-After: 1\r\n".utf8)
    answer.reuse = .never
    return answer
  }
}
