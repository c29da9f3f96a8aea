import Dispatch
import Synchronization

/// A chunk that is being decoded on another thread, so that one core reads JSON while another writes
/// what the chunk before it held.
///
/// The decoder goes along with its chunk and comes back with the objects: never two have it.
final class DecodedChunk: Sendable {
  private struct Outcome {
    let decoder: SourceDecoder
    let batch: ObjectBatch
  }

  private static let queue = DispatchQueue(label: "gridql.import.decoder", attributes: .concurrent)
  private let outcome = Mutex<Outcome?>(nil)
  private let isDecoded = DispatchSemaphore(value: 0)

  /// Begins to decode a chunk; nil ends the source.
  init(_ chunk: [UInt8]?, with decoder: SourceDecoder) {
    Self.queue.async {
      var decoder = decoder
      let batch = decoder.decode(chunk)
      self.outcome.withLock { $0 = Outcome(decoder: decoder, batch: batch) }
      self.isDecoded.signal()
    }
  }

  /// Waits for the objects, and for the decoder, which the next chunk needs. To be called once.
  func wait() -> (decoder: SourceDecoder, batch: ObjectBatch) {
    isDecoded.wait()
    guard let outcome = outcome.withLock({ $0.take() }) else {
      preconditionFailure("a chunk is waited for once")
    }
    return (outcome.decoder, outcome.batch)
  }
}
