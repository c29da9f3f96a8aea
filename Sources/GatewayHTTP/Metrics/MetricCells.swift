import Metrics
import Synchronization

/// A whole number that only grows.
final class CounterCell: CounterHandler {
  private let count = Atomic<Int64>(0)

  var value: Double { Double(count.load(ordering: .relaxed)) }

  func increment(by amount: Int64) {
    guard amount > 0 else { return }
    count.wrappingAdd(amount, ordering: .relaxed)
  }

  func reset() {
    count.store(0, ordering: .relaxed)
  }
}

/// A number that only grows.
final class FloatingPointCounterCell: FloatingPointCounterHandler {
  private let count = Mutex(0.0)

  var value: Double { count.withLock { $0 } }

  func increment(by amount: Double) {
    guard amount > 0, amount.isFinite else { return }
    count.withLock { $0 += amount }
  }

  func reset() {
    count.withLock { $0 = 0 }
  }
}

/// A number that goes up and down.
final class GaugeCell: MeterHandler, RecorderHandler {
  private let level = Mutex(0.0)

  var value: Double { level.withLock { $0 } }

  func set(_ value: Int64) { set(Double(value)) }

  func set(_ value: Double) {
    level.withLock { $0 = value }
  }

  func increment(by amount: Double) {
    level.withLock { $0 += amount }
  }

  func decrement(by amount: Double) {
    level.withLock { $0 -= amount }
  }

  func record(_ value: Int64) { set(value) }

  func record(_ value: Double) { set(value) }
}

/// How many values lie up to each of some bounds.
final class HistogramCell: TimerHandler, RecorderHandler {
  /// What has been recorded.
  struct State {
    /// How many values lie in each bucket, not in those before it; the last is without bound.
    var counts: [Int64]
    var sum = 0.0
  }

  private let bounds: [Double]
  private let recorded: Mutex<State>

  init(bounds: [Double]) {
    self.bounds = bounds
    recorded = Mutex(State(counts: Array(repeating: 0, count: bounds.count + 1)))
  }

  var state: State { recorded.withLock { $0 } }

  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

  func record(_ value: Int64) { record(Double(value)) }

  func record(_ value: Double) {
    let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
    recorded.withLock { state in
      state.counts[bucket] += 1
      state.sum += value
    }
  }
}
