/// Bytes that are appended to in small pieces, as those of a response and of a column are.
///
/// Memory of its own: an array looks with each append whether it is shared and has room, which was half
/// of what a cell of a response cost. Nobody but its owner has it, and it is gone with its owner.
public struct GrowingBytes: ~Copyable {
  @usableFromInline var start: UnsafeMutableRawPointer
  @usableFromInline var capacity: Int
  @usableFromInline var used = 0
  /// How many bytes there were before those that there are.
  public private(set) var removedCount = 0

  /// Makes room for so many bytes.
  public init(capacity: Int) {
    precondition(capacity > 0, "memory is not empty")
    start = .allocate(byteCount: capacity, alignment: 1)
    self.capacity = capacity
  }

  deinit {
    start.deallocate()
  }

  /// How many bytes there are.
  @inlinable public var count: Int { used }

  /// Makes room for more bytes to come.
  @inlinable @inline(__always)
  public mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(by: more) }
  }

  @usableFromInline @inline(never)
  mutating func grow(by more: Int) {
    // Four times as much while that is little, so that a long answer is copied twice at most.
    capacity = max(capacity < 1 << 18 ? capacity * 4 : capacity * 2, count + more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1)
    larger.copyMemory(from: start, byteCount: count)
    start.deallocate()
    start = larger
  }

  /// Adds a byte.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    used += 1
  }

  /// Adds bytes, which are not those of this memory.
  @inlinable @inline(__always)
  public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + count).copyMemory(from: source, byteCount: bytes.count)
    used += bytes.count
  }

  /// Adds an array's bytes.
  @inlinable
  public mutating func append(contentsOf bytes: [UInt8]) {
    bytes.withUnsafeBytes { append($0) }
  }

  /// Adds a text that stands in the program.
  @inlinable @inline(__always)
  public mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a second time what is there already.
  public mutating func appendAgain(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "bytes that are there")
    reserve(range.count)
    (start + count).copyMemory(from: start + range.lowerBound, byteCount: range.count)
    used += range.count
  }

  /// Adds what `write` fills of so much room; it returns how many bytes that is.
  @inline(__always)
  mutating func append(room: Int, _ write: (UnsafeMutableRawBufferPointer) -> Int) {
    reserve(room)
    let written = write(UnsafeMutableRawBufferPointer(start: start + used, count: room))
    precondition(written <= room, "no more is written than there is room for")
    used += written
  }

  /// Forgets all bytes, and keeps the room.
  public mutating func removeAll() {
    removedCount += used
    used = 0
  }

  /// The bytes as an array, with some room for more.
  public func array() -> [UInt8] {
    Array(unsafeUninitializedCapacity: count + 256) { buffer, initializedCount in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(start: start, count: count))
      initializedCount = count
    }
  }
}

/// What the functions of this target add bytes to.
protocol ByteSink: ~Copyable {
  mutating func append(_ byte: UInt8)
  mutating func append(_ bytes: UnsafeRawBufferPointer)
}

extension GrowingBytes: ByteSink {}

extension [UInt8]: ByteSink {
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    append(contentsOf: bytes)
  }
}
