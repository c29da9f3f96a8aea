import Synchronization

@testable import CatalogSync

/// A clock that waits in no time: whoever sleeps moves it on.
final class VirtualClock: Sendable {
  private struct State {
    var elapsed = Duration.zero
    var sleeps: [Duration] = []
  }

  private let state = Mutex(State())

  /// 2026-02-15T19:00:00Z.
  static let start: Int64 = 1_771_182_000

  /// How long each sleep was.
  var sleeps: [Duration] { state.withLock(\.sleeps) }

  func advance(by duration: Duration) {
    state.withLock { $0.elapsed += duration }
  }

  var clock: SyncClock {
    SyncClock(
      elapsed: { self.state.withLock(\.elapsed) },
      now: {
        let (seconds, attoseconds) = self.state.withLock(\.elapsed).components
        return (Self.start + seconds) * 1_000_000 + attoseconds / 1_000_000_000_000
      },
      sleep: { duration in
        try Task.checkCancellation()
        self.state.withLock { state in
          state.elapsed += duration
          state.sleeps.append(duration)
        }
      },
      chance: { 1 })
  }
}
