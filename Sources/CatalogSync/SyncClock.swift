#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Times, waiting and chance: an argument, so that a test need not wait.
public struct SyncClock: Sendable {
  /// The time since a moment that does not change, not bent by changes of the date.
  public var elapsed: @Sendable () -> Duration
  /// Microseconds since 1970 UTC.
  public var now: @Sendable () -> Int64
  /// Waits; throws if the task is cancelled meanwhile.
  public var sleep: @Sendable (Duration) async throws -> Void
  /// A number from 0 to 1.
  public var chance: @Sendable () -> Double

  /// Makes a clock.
  public init(
    elapsed: @escaping @Sendable () -> Duration, now: @escaping @Sendable () -> Int64,
    sleep: @escaping @Sendable (Duration) async throws -> Void,
    chance: @escaping @Sendable () -> Double
  ) {
    self.elapsed = elapsed
    self.now = now
    self.sleep = sleep
    self.chance = chance
  }

  /// The system's.
  public static func system() -> SyncClock {
    let start = ContinuousClock.now
    return SyncClock(
      elapsed: { ContinuousClock.now - start },
      now: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
      },
      sleep: { try await Task.sleep(for: $0) },
      chance: { Double.random(in: 0...1) })
  }
}
