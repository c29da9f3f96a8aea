/// Bytes that are appended to in small pieces, as those of a response and of a column are.
///
/// An array looks with each append whether it is shared and has room, which was half of what a cell of a
/// response cost. So the memory is that of an array that nobody else has, and bytes go to where it lies.
/// In the end the array is given away as it is: to copy a page of 107 KB out of memory of another kind,
/// once for its columns and once for its text, was a twelfth of its instructions.
public struct GrowingBytes: ~Copyable {
  /// As long as there is room; only what has been added has a meaning.
  private var memory: [UInt8]
  /// Where its elements lie: those of an array that is held and not changed stay there.
  @usableFromInline var start: UnsafeMutableRawPointer
  @usableFromInline var capacity: Int
  @usableFromInline var used = 0
  /// How many bytes there were before those that there are.
  public private(set) var removedCount = 0

  /// Makes room for so many bytes.
  public init(capacity: Int) {
    precondition(capacity > 0, "memory is not empty")
    (memory, start) = Self.makeMemory(capacity)
    self.capacity = capacity
  }

  private static func makeMemory(
    _ capacity: Int
  ) -> (memory: [UInt8], start: UnsafeMutableRawPointer) {
    var start: UnsafeMutableRawPointer?
    let memory = [UInt8](unsafeUninitializedCapacity: capacity) { elements, count in
      start = UnsafeMutableRawBufferPointer(elements).baseAddress
      count = capacity
    }
    guard let start else { preconditionFailure("memory is not empty") }
    return (memory, start)
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
    let larger = Self.makeMemory(capacity)
    larger.start.copyMemory(from: start, byteCount: count)
    (memory, start) = larger
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

  /// Where the next bytes go, with room for so many; `useRoom` adds those that are there then.
  @inline(__always)
  mutating func room(for count: Int) -> UnsafeMutableRawPointer {
    reserve(count)
    return start + used
  }

  /// Adds bytes that are in their place already.
  @inline(__always)
  mutating func useRoom(_ count: Int) {
    precondition(count <= capacity - used, "no more is written than there is room for")
    used += count
  }

  /// Forgets all bytes, and keeps the room.
  public mutating func removeAll() {
    removedCount += used
    used = 0
  }

  /// Shows the bytes where they are, for as long as `body` runs.
  @inlinable
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    body(UnsafeRawBufferPointer(start: start, count: used))
  }

  /// The bytes as an array of their own.
  public func copied() -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Gives the bytes away as an array that has room for at least one more; none are left.
  public mutating func take() -> [UInt8] {
    reserve(1)
    var taken: [UInt8] = []
    swap(&taken, &memory)
    taken.removeLast(capacity - count)
    capacity = 0
    removeAll()
    return taken
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
