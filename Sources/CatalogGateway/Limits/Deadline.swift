import CatalogStore
import GraphQLExecution

/// Until when a request must be answered, or a mutation be made; for one thread at a time.
final class Deadline {
  /// Tells the time, which passes only while the machine is awake.
  typealias Clock = @Sendable () -> SuspendingClock.Instant

  /// What must be done by then.
  enum Subject: String {
    case request
    case mutation
  }

  private let duration: Duration
  private let subject: Subject
  private let now: Clock
  private var start: SuspendingClock.Instant

  init(_ duration: Duration, of subject: Subject = .request, clock: @escaping Clock) {
    self.duration = duration
    self.subject = subject
    now = clock
    start = clock()
  }

  /// Begins anew, now or at an instant before.
  func begin(at instant: SuspendingClock.Instant? = nil) {
    start = instant ?? now()
  }

  /// Whether it has taken longer than it may.
  var hasPassed: Bool { now() - start > duration }

  /// The error that ends it, if it has taken longer than it may.
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
      "The \(subject) has taken \(whole); the deadline is \(duration).", code: .timeout
    ).endingExecution()
  }
}
