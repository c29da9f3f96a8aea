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

  private let duration: Duration?
  private let subject: Subject
  private let now: Clock
  /// Nil where no time is too long.
  private var start: SuspendingClock.Instant?
  /// What has it pass at once; nil if nothing does.
  var cancellation: Cancellation?

  /// Passes after `duration`, or never if that is nil, and when it is cancelled.
  init(
    _ duration: Duration?, of subject: Subject = .request, cancellation: Cancellation? = nil,
    clock: @escaping Clock
  ) {
    self.duration = duration
    self.subject = subject
    self.cancellation = cancellation
    now = clock
    start = duration.map { _ in clock() }
  }

  /// Begins anew, now or at an instant before.
  func begin(at instant: SuspendingClock.Instant? = nil) {
    if duration != nil { start = instant ?? now() }
  }

  /// Whether it has passed.
  var hasPassed: Bool { check() != nil }

  /// The error that ends what must be done by then, if it has passed.
  func check() -> FieldError? {
    if isCancelled { return cancelled }
    guard let duration, let start else { return nil }
    let elapsed = now() - start
    return elapsed > duration ? failure(after: elapsed, duration) : nil
  }

  /// The error of what was stopped because it had passed; nil if nothing can have had it pass.
  var failure: FieldError? {
    if isCancelled { return cancelled }
    guard let duration, let start else { return nil }
    return failure(after: now() - start, duration)
  }

  private var isCancelled: Bool { cancellation?.isCancelled == true }

  /// No client sees it: a request is cancelled without one, a mutation at the end of the server.
  private var cancelled: FieldError {
    FieldError("Nobody waits for the \(subject) any more.", code: .timeout).endingExecution()
  }

  private func failure(after elapsed: Duration, _ duration: Duration) -> FieldError {
    let (seconds, attoseconds) = elapsed.components
    let whole = Duration.milliseconds(seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
    return FieldError(
      "The \(subject) has taken \(whole); the deadline is \(duration).", code: .timeout
    ).endingExecution()
  }
}
