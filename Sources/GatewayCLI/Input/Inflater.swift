import CZlib

/// Why a file that begins like gzip could not be read.
struct GzipError: Error, Equatable, CustomStringConvertible {
  enum Reason: Equatable {
    /// The file ends inside a member.
    case truncated
    /// The data contradicts the format or its checksum; what zlib says of it.
    case corrupt(String)
    case outOfMemory
  }

  let file: String
  let reason: Reason

  var description: String {
    switch reason {
    case .truncated: "\(file) is cut off: its gzip data ends too early"
    case .corrupt(let detail): "\(file) is not valid gzip data: \(detail)"
    case .outOfMemory: "not enough memory to inflate \(file)"
    }
  }
}

/// Turns gzip data into what was compressed, chunk by chunk; members may follow one another.
///
/// RFC 1952 §2.2 File format. Zero bytes after a member are padding, as gzip(1) takes them.
struct Inflater: ~Copyable {
  private let file: String
  /// On the heap, because zlib keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var isInsideMember = false
  private let chunkBytes = 1 << 17

  /// Makes an inflater; errors will name `file`.
  init(file: String) throws(GzipError) {
    self.file = file
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let gzipOnly: Int32 = 16
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, MAX_WBITS + gzipOnly, ZLIB_VERSION, size) == Z_OK else {
      throw GzipError(file: file, reason: .outOfMemory)
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// The next inflated bytes, never none; nil at the end of what `read` gives.
  mutating func inflate(reading read: () throws -> [UInt8]?) throws -> [UInt8]? {
    while true {
      if input.isEmpty {
        guard let next = try read() else {
          guard !isInsideMember else { throw GzipError(file: file, reason: .truncated) }
          return nil
        }
        input = next
      }
      if !isInsideMember {
        input.removeFirst(input.prefix { $0 == 0 }.count)
        guard !input.isEmpty else { continue }
        isInsideMember = true
        inflateReset(stream)
      }
      let output = try inflateInput()
      if !output.isEmpty { return output }
    }
  }

  /// Inflates from `input` what one chunk holds, and drops what it used up.
  private mutating func inflateInput() throws(GzipError) -> [UInt8] {
    var code = Z_OK
    var rest = 0
    let (stream, chunkBytes) = (stream, chunkBytes)
    let output = input.withUnsafeMutableBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: chunkBytes) { buffer, count in
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(buffer.count)
        code = CZlib.inflate(stream, Z_NO_FLUSH)
        rest = Int(stream.pointee.avail_in)
        count = buffer.count - Int(stream.pointee.avail_out)
      }
    }
    input.removeFirst(input.count - rest)
    switch code {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isInsideMember = false
    case Z_MEM_ERROR: throw GzipError(file: file, reason: .outOfMemory)
    default:
      let detail = stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)"
      throw GzipError(file: file, reason: .corrupt(detail))
    }
    return output
  }
}
