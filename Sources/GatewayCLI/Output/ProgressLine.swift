/// A line on a terminal that each new state overwrites. Writes nothing where there is no terminal.
final class ProgressLine {
  private let isShown = standardError.isTerminal
  private let clock = ContinuousClock()
  private let interval = Duration.milliseconds(100)
  private var lastShown: ContinuousClock.Instant?

  /// Shows a state, unless the last one is newer than a tenth of a second.
  func show(_ state: () -> String) {
    guard isShown else { return }
    let now = clock.now
    if let lastShown, now - lastShown < interval { return }
    lastShown = now
    write("\r" + cut(state(), to: (standardError.columns ?? 80) - 1) + "\u{1B}[K")
  }

  /// Removes the line.
  func clear() {
    guard lastShown != nil else { return }
    lastShown = nil
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    do {
      try standardError.write(Array(text.utf8))
    } catch {
      // Progress that nobody can see is no reason to stop.
      return
    }
  }
}
