import CatalogStore
import GraphQLExecution

/// Until when a request must be answered; for one thread at a time.
final class Deadline {
  /// Tells the time, which passes only while the machine is awake.
  typealias Clock = @Sendable () -> SuspendingClock.Instant

  private let duration: Duration
  private let now: Clock
  private var start: SuspendingClock.Instant

  init(_ duration: Duration, clock: @escaping Clock) {
    self.duration = duration
    now = clock
    start = clock()
  }

  /// Begins a request.
  func begin() {
    start = now()
  }

  /// Whether the request has taken longer than it may.
  var hasPassed: Bool { now() - start > duration }

  /// The error that ends the request, if it has taken longer than it may.
  func check() -> FieldError? {
    let elapsed = now() - start
    return elapsed > duration ? failure(after: elapsed) : nil
  }

  /// The error of what was stopped because the deadline had passed.
  var failure: FieldError { failure(after: now() - start) }

  private func failure(after elapsed: Duration) -> FieldError {
    let (seconds, attoseconds) = elapsed.components
    let whole = Duration.milliseconds(seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
    return FieldError(
      "The request has taken \(whole); the deadline is \(duration).", code: .timeout
    ).endingExecution()
  }
}
