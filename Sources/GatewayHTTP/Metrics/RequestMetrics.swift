import CatalogGateway
import Metrics
import NIOCore

/// The figures that the connections of one event loop make. The handles are its own.
final class RequestMetrics {
  private var routes: [RouteMetrics]
  private var operations: OperationMetrics
  private let connections: Counter
  private let openConnections: Meter
  private let inFlight: Meter
  private let abandonedRequests: Counter
  private let rejections: [Counter]
  private let lookups: Counter
  private let statements: Counter
  private let rows: Counter
  private let statementCacheHits: Counter
  private let statementCacheMisses: Counter
  private let pageCacheHits: Counter
  private let pageCacheMisses: Counter

  init(factory: any MetricsFactory) {
    routes = RouteName.allCases.map { RouteMetrics($0, factory: factory) }
    operations = OperationMetrics(factory: factory)
    connections = GatewayMetric.connections.counter(from: factory)
    openConnections = GatewayMetric.openConnections.meter(from: factory)
    inFlight = GatewayMetric.requestsInFlight.meter(from: factory)
    abandonedRequests = GatewayMetric.abandonedRequests.counter(from: factory)
    rejections = Rejection.allCases.map { rejection in
      GatewayMetric.rejectedRequests.counter([("reason", rejection.label)], from: factory)
    }
    lookups = GatewayMetric.lookups.counter(from: factory)
    statements = GatewayMetric.statements.counter(from: factory)
    rows = GatewayMetric.rows.counter(from: factory)
    statementCacheHits = GatewayMetric.statementCacheHits.counter(from: factory)
    statementCacheMisses = GatewayMetric.statementCacheMisses.counter(from: factory)
    pageCacheHits = GatewayMetric.pageCacheHits.counter(from: factory)
    pageCacheMisses = GatewayMetric.pageCacheMisses.counter(from: factory)
  }

  func connectionOpened() {
    connections.increment()
    openConnections.increment()
  }

  func connectionClosed() {
    openConnections.decrement()
  }

  /// A request has arrived that is to be answered.
  func requestTaken() {
    inFlight.increment()
  }

  /// An answer has gone out, as far as it has.
  func record(
    _ answer: Answer, to exchange: Exchange, ending: AnswerEnding, bytes: Int,
    duration: TimeAmount
  ) {
    inFlight.decrement()
    record(answer.account)
    if ending == .abandoned { abandonedRequests.increment() }
    guard bytes > 0 else { return }
    routes[exchange.route.rawValue].record(
      status: answer.status.code, bytes: bytes, duration: duration)
    if let outcome = answer.outcome {
      operations.record(answer.account.operation, outcome)
    }
    if let rejection = Rejection(answer, to: exchange) {
      rejections[rejection.rawValue].increment()
    }
  }

  private func record(_ account: RequestAccount) {
    let cost = account.cost.lookups
    lookups.add(cost.lookups)
    statements.add(cost.statements)
    rows.add(cost.rows)
    statementCacheHits.add(account.caches.statementHits)
    statementCacheMisses.add(account.caches.statementMisses)
    pageCacheHits.add(account.caches.pageHits)
    pageCacheMisses.add(account.caches.pageMisses)
  }
}

extension Counter {
  /// Counts on, if there is anything to count.
  fileprivate func add(_ count: Int) {
    if count > 0 { increment(by: count) }
  }
}
