/// Standard output, with small writes gathered to large ones.
final class OutputBuffer {
  private var bytes: [UInt8] = []
  private let limitBytes = 1 << 16

  /// Adds bytes; writes when enough have come together.
  func append(_ more: [UInt8]) throws {
    bytes.append(contentsOf: more)
    if bytes.count >= limitBytes { try flush() }
  }

  /// Writes what has come together.
  func flush() throws {
    try standardOutput.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
