/// Spreads requests over time, so that no more than the rate begin in any second.
actor RequestPacer {
  private let interval: Duration
  private let clock: SyncClock
  /// When the next request may begin, as the clock's `elapsed`.
  private var nextTurn = Duration.zero

  init(requestsPerSecond: Double, clock: SyncClock) {
    precondition(requestsPerSecond > 0, "the rate is checked where it is given")
    interval = .seconds(1 / requestsPerSecond)
    self.clock = clock
  }

  /// Waits until one more request may begin.
  /// - Throws: if the task is cancelled meanwhile.
  func waitForTurn() async throws {
    let now = clock.elapsed()
    let turn = max(now, nextTurn)
    nextTurn = turn + interval
    if turn > now { try await clock.sleep(turn - now) }
  }

  /// Lets nobody begin for some time: the origin asked for it.
  func pause(for duration: Duration) {
    nextTurn = max(nextTurn, clock.elapsed() + duration)
  }
}
