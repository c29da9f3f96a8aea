import Metrics
import Synchronization

/// The metrics of a process, as a Prometheus server scrapes them.
///
/// Every handle that is made has a cell of its own, and a series shows the sum of its cells: so threads
/// that make their handles each for themselves never wait for one another. That goes for gauges, too:
/// each thread sets its share.
public final class PrometheusMetrics: MetricsFactory {
  private let descriptions: [String: MetricDescription]
  private let families = Mutex<[String: MetricFamily]>([:])

  /// Makes an empty collection; metrics that are not described have no help, and the bounds of durations.
  public init(_ descriptions: [MetricDescription] = gatewayMetrics) {
    self.descriptions = Dictionary(
      descriptions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// All figures in the text format 0.0.4, by name.
  public var text: [UInt8] {
    let families = families.withLock { $0 }
    var text: [UInt8] = []
    for (name, family) in families.sorted(by: { $0.key < $1.key }) {
      family.append(name: name, help: descriptions[name]?.help, to: &text)
    }
    return text
  }

  /// Makes a counter.
  public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    let cell = CounterCell()
    add(.counter { cell.value }, to: label, dimensions)
    return cell
  }

  /// Makes a counter of fractions.
  public func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    let cell = FloatingPointCounterCell()
    add(.counter { cell.value }, to: label, dimensions)
    return cell
  }

  /// Makes a gauge.
  public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    let cell = GaugeCell()
    add(.gauge { cell.value }, to: label, dimensions)
    return cell
  }

  /// Makes a histogram, or a gauge if the values are not to be put together.
  public func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    if aggregate { return makeHistogram(label, dimensions) }
    let cell = GaugeCell()
    add(.gauge { cell.value }, to: label, dimensions)
    return cell
  }

  /// Makes a histogram of seconds.
  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    makeHistogram(label, dimensions)
  }

  private func makeHistogram(_ label: String, _ dimensions: [(String, String)]) -> HistogramCell {
    let bounds =
      descriptions[metricName(label)]?.bounds ?? MetricDescription.durationBounds
    let cell = HistogramCell(bounds: bounds)
    add(.histogram(bounds) { cell.state }, to: label, dimensions)
    return cell
  }

  private func add(_ cell: MetricFamily.Cell, to label: String, _ dimensions: [(String, String)]) {
    let labels = labelText(dimensions)
    families.withLock { families in
      families[metricName(label), default: MetricFamily(kind: cell.kind)].add(cell, labels: labels)
    }
  }

  // What has been counted stays: a figure that shrinks would read as a restart of the process.

  /// Keeps what was counted.
  public func destroyCounter(_ handler: any CounterHandler) {}

  /// Keeps what was counted.
  public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}

  /// Keeps the level.
  public func destroyMeter(_ handler: any MeterHandler) {}

  /// Keeps what was recorded.
  public func destroyRecorder(_ handler: any RecorderHandler) {}

  /// Keeps what was recorded.
  public func destroyTimer(_ handler: any TimerHandler) {}
}
