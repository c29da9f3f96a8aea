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
