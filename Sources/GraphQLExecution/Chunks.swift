/// Hands bytes on while a response is written, so that the whole of it is never held.
final class Chunks {
  private let byteLimit: Int
  private let flush: (inout [UInt8]) throws -> Void
  private var failure: (any Error)?

  init(byteLimit: Int, flush: @escaping (inout [UInt8]) throws -> Void) {
    self.byteLimit = byteLimit
    self.flush = flush
  }

  /// After a failure the bytes are dropped: `rethrow` tells the caller.
  func flushIfFull(_ output: inout [UInt8]) {
    guard output.count > byteLimit else { return }
    if failure == nil {
      do {
        try flush(&output)
      } catch {
        failure = error
      }
    }
    output.removeAll(keepingCapacity: true)
  }

  func rethrow() throws {
    if let failure { throw failure }
  }
}
