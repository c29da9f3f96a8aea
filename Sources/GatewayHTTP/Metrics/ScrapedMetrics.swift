import CatalogGateway
import Metrics
import Synchronization

/// The figures that are read when somebody asks for them: of the process, the plans and the database.
final class ScrapedMetrics: Sendable {
  /// What the counters have been told so far.
  private struct Counted {
    var processorSeconds = 0.0
    var plans = CacheCounts()
    var checkpoints = 0
  }

  private let gateway: Gateway
  private let counted = Mutex(Counted())
  private let processorSeconds: FloatingPointCounter
  private let planHits: Counter
  private let planMisses: Counter
  private let planEvictions: Counter
  private let checkpoints: Counter
  private let planBytes: Meter
  private let databaseBytes: Meter
  private let logBytes: Meter
  private let start: Meter
  private let residentBytes: Meter
  private let virtualBytes: Meter
  private let openFiles: Meter
  private let maximumFiles: Meter

  init(gateway: Gateway, factory: any MetricsFactory) {
    self.gateway = gateway
    processorSeconds = FloatingPointCounter(
      label: GatewayMetric.processSeconds.rawValue, factory: factory)
    planHits = GatewayMetric.planCacheHits.counter(from: factory)
    planMisses = GatewayMetric.planCacheMisses.counter(from: factory)
    planEvictions = GatewayMetric.planCacheEvictions.counter(from: factory)
    checkpoints = GatewayMetric.checkpoints.counter(from: factory)
    planBytes = GatewayMetric.planCacheBytes.meter(from: factory)
    databaseBytes = GatewayMetric.databaseBytes.meter(from: factory)
    logBytes = GatewayMetric.logBytes.meter(from: factory)
    start = GatewayMetric.processStart.meter(from: factory)
    residentBytes = GatewayMetric.residentBytes.meter(from: factory)
    virtualBytes = GatewayMetric.virtualBytes.meter(from: factory)
    openFiles = GatewayMetric.openFiles.meter(from: factory)
    maximumFiles = GatewayMetric.maximumFiles.meter(from: factory)
  }

  /// Brings the figures up to date.
  func update() {
    let process = ProcessStatistics.current()
    let statistics = gateway.statistics
    counted.withLock { counted in
      planHits.increment(by: statistics.plans.hits - counted.plans.hits)
      planMisses.increment(by: statistics.plans.misses - counted.plans.misses)
      planEvictions.increment(by: statistics.plans.evictions - counted.plans.evictions)
      counted.plans = statistics.plans
      if let files = statistics.files {
        // The count begins anew with the log's file.
        if files.checkpoints > counted.checkpoints {
          checkpoints.increment(by: files.checkpoints - counted.checkpoints)
        }
        counted.checkpoints = files.checkpoints
      }
      if let process {
        processorSeconds.increment(by: process.processorSeconds - counted.processorSeconds)
        counted.processorSeconds = process.processorSeconds
      }
    }
    planBytes.set(statistics.plans.bytes)
    if let files = statistics.files {
      databaseBytes.set(files.bytes)
      logBytes.set(files.logBytes)
    }
    if let process { show(process) }
  }

  private func show(_ process: ProcessStatistics) {
    start.set(process.start)
    residentBytes.set(process.residentBytes)
    virtualBytes.set(process.virtualBytes)
    openFiles.set(process.openFiles)
    if let limit = process.maximumFiles { maximumFiles.set(limit) }
  }
}
