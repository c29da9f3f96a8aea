import CZlib
import Testing

/// What gzip or zlib data was made of; fails the test if it is not whole and well-formed.
func inflate(_ data: [UInt8]) throws -> [UInt8] {
  let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  stream.initialize(to: z_stream())
  defer { stream.deallocate() }
  let anyFormat: Int32 = 32
  let size = Int32(MemoryLayout<z_stream>.size)
  #expect(inflateInit2_(stream, MAX_WBITS + anyFormat, ZLIB_VERSION, size) == Z_OK)
  defer { inflateEnd(stream) }
  var code = Z_OK
  var input = data
  let output = input.withUnsafeMutableBufferPointer { input in
    [UInt8](unsafeUninitializedCapacity: 1 << 24) { output, count in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = UInt32(input.count)
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = UInt32(output.count)
      code = CZlib.inflate(stream, Z_FINISH)
      count = output.count - Int(stream.pointee.avail_out)
    }
  }
  try #require(code == Z_STREAM_END)
  #expect(stream.pointee.avail_in == 0)
  return output
}
