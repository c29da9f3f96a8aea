import Dispatch
import Synchronization

/// Writes the lines of the log on a thread of its own, so that nobody who logs waits for who reads.
///
/// A reader that does not keep up loses lines, and is told how many.
final class LogWriter: Sendable {
  private struct Pending {
    var bytes: [UInt8] = []
    var lostLines = 0
    /// Whether the queue is at work, and so will look again.
    var isWriting = false
  }

  private let pending = Mutex(Pending())
  private let queue = DispatchQueue(label: "gridql.log")
  private let byteLimit: Int
  private let noteOfLoss: @Sendable (Int) -> [UInt8]
  private let output: @Sendable ([UInt8]) throws -> Void

  /// Makes a writer that holds at most so many bytes that were not taken yet.
  ///
  /// `noteOfLoss` is the line that says how many lines are missing.
  init(
    byteLimit: Int = 4 << 20, noteOfLoss: @escaping @Sendable (Int) -> [UInt8],
    to output: @escaping @Sendable ([UInt8]) throws -> Void
  ) {
    self.byteLimit = byteLimit
    self.noteOfLoss = noteOfLoss
    self.output = output
  }

  /// Takes a line, with its end. Does not block.
  func add(_ line: [UInt8]) {
    let isFirst = pending.withLock { pending in
      guard pending.bytes.count + line.count <= byteLimit else {
        pending.lostLines += 1
        return false
      }
      pending.bytes += line
      defer { pending.isWriting = true }
      return !pending.isWriting
    }
    if isFirst { queue.async { self.write() } }
  }

  /// Waits until all is written, but not for a reader that has stopped reading.
  func finish(within limit: DispatchTimeInterval = .seconds(1)) {
    let written = DispatchSemaphore(value: 0)
    queue.async { written.signal() }
    _ = written.wait(timeout: .now() + limit)
  }

  private func write() {
    while let bytes = takePending() {
      do {
        try output(bytes)
      } catch {
        // Nobody reads, and there is nowhere left to say so.
        continue
      }
    }
  }

  /// What there is to write; nil if that is nothing, and the queue rests.
  private func takePending() -> [UInt8]? {
    let (bytes, lostLines) = pending.withLock { pending in
      defer {
        pending.isWriting = !pending.bytes.isEmpty
        pending.bytes = []
        pending.lostLines = 0
      }
      return (pending.bytes, pending.lostLines)
    }
    guard !bytes.isEmpty else { return nil }
    return lostLines > 0 ? bytes + noteOfLoss(lostLines) : bytes
  }
}
