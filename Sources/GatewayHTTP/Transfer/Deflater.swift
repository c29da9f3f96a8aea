import CZlib

/// Compresses bodies, one after the other; for one thread at a time.
///
/// Making a stream costs 45 µs, to use it anew 0.6, and 29 KB of an answer take 38: so streams are
/// kept, one for each coding that was asked for, of 270 KB.
final class Deflater {
  /// How hard zlib tries.
  enum Effort: Int32, Sendable {
    /// For answers, each compressed for one client. Of 29 KB, level 1 makes 4.5 KB in 38 µs, level 6
    /// 3.8 KB in 159; of 162 KB 45 KB in 1.0 ms and 37 KB in 3.0.
    case once = 1
    /// For what is compressed once and sent ever after.
    case ever = 9
  }

  private let effort: Effort
  private var gzip: DeflateStream?
  private var deflate: DeflateStream?

  init(_ effort: Effort = .once) {
    self.effort = effort
  }

  /// A body in a coding: always the same bytes for the same body. Nil for `identity`, and if it cannot
  /// be compressed, for want of memory.
  func compress(_ body: [UInt8], as coding: ContentCoding) -> [UInt8]? {
    switch coding {
    case .identity:
      return nil
    case .gzip:
      if gzip == nil { gzip = DeflateStream(.gzip, effort) }
      return gzip?.compress(body)
    case .deflate:
      if deflate == nil { deflate = DeflateStream(.zlib, effort) }
      return deflate?.compress(body)
    }
  }
}

/// A stream of zlib, zlib.net/manual.html, that is used again and again.
private final class DeflateStream {
  /// What stands around the compressed data.
  enum Format: Int32 {
    /// RFC 1952 §2.2 File format.
    case gzip = 16
    /// RFC 1950 §2.2 Data format.
    case zlib = 0
  }

  /// On the heap, because zlib keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Nil without memory for it.
  init?(_ format: Format, _ effort: Deflater.Effort) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    let memoryLevel: Int32 = 8
    let code = deflateInit2_(
      stream, effort.rawValue, Z_DEFLATED, MAX_WBITS + format.rawValue, memoryLevel,
      Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    guard code == Z_OK else { return nil }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// The compressed bytes; nil if there are more than zlib takes at once.
  func compress(_ body: [UInt8]) -> [UInt8]? {
    guard body.count <= UInt32.max, deflateReset(stream) == Z_OK else { return nil }
    var code = Z_OK
    let bound = Int(deflateBound(stream, UInt(body.count)))
    guard bound <= UInt32.max else { return nil }
    let compressed = body.withUnsafeBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        // zlib only reads there; its header says otherwise unless asked not to.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        code = CZlib.deflate(stream, Z_FINISH)
        count = output.count - Int(stream.pointee.avail_out)
      }
    }
    return code == Z_STREAM_END ? compressed : nil
  }
}
