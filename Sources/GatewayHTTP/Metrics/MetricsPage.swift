import CatalogGateway

/// What `/metrics` shows of a server.
final class MetricsPage: Sendable {
  private let metrics: PrometheusMetrics
  private let scraped: ScrapedMetrics

  init(_ metrics: PrometheusMetrics, of gateway: Gateway) {
    self.metrics = metrics
    scraped = ScrapedMetrics(gateway: gateway, factory: metrics)
  }

  /// All figures as they are now. Blocks while the system is asked, some 100 µs.
  var answer: Answer {
    scraped.update()
    return Answer(status: .ok, contentType: .prometheus, body: metrics.text, reuse: .never)
  }
}
