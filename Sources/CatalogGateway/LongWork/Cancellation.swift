import Synchronization

/// Tells work on other threads that nobody waits for what comes of it any more.
///
/// What has begun stops then as at a deadline, what has not ends with its first step. A mutation is made
/// all the same.
public final class Cancellation: Sendable {
  private let flag = Atomic(false)

  /// Makes one for work that somebody waits for.
  public init() {}

  /// Whether nobody waits.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Says that nobody waits any more.
  public func cancel() {
    flag.store(true, ordering: .relaxed)
  }
}
