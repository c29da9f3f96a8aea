import Metrics
import NIOCore

/// The figures of one route.
struct RouteMetrics {
  private let route: RouteName
  private let factory: any MetricsFactory
  /// One for each status code that was sent: few, and the usual one first.
  private var requests: [(status: UInt, counter: Counter)] = []
  private let duration: Timer
  private let bytes: Counter

  init(_ route: RouteName, factory: any MetricsFactory) {
    self.route = route
    self.factory = factory
    duration = Timer(
      label: GatewayMetric.requestSeconds.rawValue, dimensions: [("route", route.label)],
      factory: factory)
    bytes = GatewayMetric.responseBytes.counter([("route", route.label)], from: factory)
  }

  /// Notes an answer.
  mutating func record(status: UInt, bytes: Int, duration: TimeAmount) {
    requests(with: status).increment()
    self.bytes.increment(by: bytes)
    self.duration.recordNanoseconds(duration.nanoseconds)
  }

  private mutating func requests(with status: UInt) -> Counter {
    for (known, counter) in requests where known == status { return counter }
    let counter = GatewayMetric.requests.counter(
      [("route", route.label), ("status", "\(status)")], from: factory)
    requests.append((status, counter))
    return counter
  }
}
