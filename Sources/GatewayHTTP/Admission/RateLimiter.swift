import NIOCore
import Synchronization

/// Who requests are counted for.
enum ClientKey: Sendable, Hashable {
  /// Who showed a token, by its name.
  case token(String)
  /// Everybody else, by where they come from.
  case network(NetworkAddress)
  /// Who comes from where the system does not know.
  case unknown
}

/// Lets clients make requests at a steady rate, and a burst of them after a pause: a token bucket for
/// each client, kept as the one instant at which it would be full again.
///
/// Shared by all event loops. Clients beyond `capacity` push those out that have not asked for longest;
/// these find a full bucket when they come back.
final class RateLimiter: Sendable {
  /// The instants of those who have asked lately, and of those before them.
  private struct Table {
    var recent: [ClientKey: UInt64] = [:]
    var earlier: [ClientKey: UInt64] = [:]
  }

  let limit: RateLimit
  private let capacity: Int
  /// Nanoseconds that one request fills of a bucket.
  private let cost: UInt64
  /// Nanoseconds that a bucket holds beside the request that is being made.
  private let tolerance: UInt64
  private let table = Mutex(Table())

  /// `capacity` is how many clients are remembered, at the most.
  init(_ limit: RateLimit, capacity: Int = 65_536) {
    self.limit = limit
    self.capacity = capacity
    let period = UInt64(max(TimeAmount(limit.period).nanoseconds, 1))
    cost = max(period / UInt64(limit.requests), 1)
    let tolerance = cost.multipliedReportingOverflow(by: UInt64(max(limit.burst, 1) - 1))
    self.tolerance = tolerance.overflow ? UInt64.max / 4 : min(tolerance.partialValue, .max / 4)
  }

  /// Counts a request; or says how long the client has to wait, in whole seconds from 1, and counts
  /// nothing.
  func secondsToWait(_ client: ClientKey, at now: NIODeadline) -> Int? {
    let now = UInt64(max(now.uptimeNanoseconds, 0))
    return table.withLock { table in
      let full = max(table.recent[client] ?? table.earlier[client] ?? 0, now)
      if full - now > tolerance {
        let wait = full - now - tolerance
        return Int((wait + 999_999_999) / 1_000_000_000)
      }
      table.recent[client] = full + cost
      if table.recent.count > capacity / 2 {
        table.earlier = table.recent
        table.recent = [:]
      }
      return nil
    }
  }

  /// How many clients are remembered.
  var clientCount: Int { table.withLock { $0.recent.count + $0.earlier.count } }
}
