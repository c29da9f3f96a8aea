/// Finds where a value ends by its brackets and quotes alone, however its bytes are cut in chunks.
struct ValueScanner: Sendable {
  /// Why a scan stopped.
  enum Stop: Sendable {
    /// The value ends before the index that the scan moved to.
    case end
    /// The index is behind the bracket of a list that is the top-level object's `results`.
    case results
    case needsMore
  }

  /// Newlines passed, and the index behind the last one.
  private(set) var newlines = 0
  private(set) var lineStart = 0
  /// Open brackets.
  private(set) var depth = 0
  private var strings = StringFollower()
  private var isScalar = false
  /// How many bytes of `"results"` the last string of the outermost level has matched; nil once it
  /// differs, and after it when no colon and no list follow.
  private var nameProgress: Int?

  /// Forgets the value before; lines are still counted.
  mutating func begin() {
    (depth, strings, isScalar, nameProgress) = (0, StringFollower(), false, nil)
  }

  /// Goes on behind the list at which the scan stopped, inside the object that holds it.
  mutating func leaveResults() {
    begin()
    depth = 1
  }

  /// The place of an index that lies on the current line.
  func position(of index: Int) -> JSONPosition {
    JSONPosition(offset: index, line: newlines + 1, column: index - lineStart + 1)
  }

  /// Tells that indices now count from `count` bytes later.
  mutating func shift(by count: Int) { lineStart -= count }

  /// Passes blanks; false if nothing else is left.
  mutating func skipBlanks(in bytes: [UInt8], at index: inout Int) -> Bool {
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A:
        index += 1
        newlines += 1
        lineStart = index
      case 0x20, 0x09, 0x0D: index += 1
      default: return true
      }
    }
    return false
  }

  /// Moves the index to the end of the value, if the bytes hold it.
  mutating func scan(
    _ bytes: [UInt8], at index: inout Int, stoppingAtResults: Bool
  ) -> Stop {
    bytes.withUnsafeBufferPointer { bytes in
      while index < bytes.count {
        if strings.isInside {
          guard skipString(in: bytes, at: &index) else { return .needsMore }
          if depth == 0 { return .end }
          continue
        }
        switch bytes[index] {
        case UInt8(ascii: "\""):
          _ = strings.follow(bytes[index])
          nameProgress = depth == 1 ? 0 : nil
        case UInt8(ascii: "["), UInt8(ascii: "{"):
          if stoppingAtResults, depth == 1, nameProgress == Self.listMark,
            bytes[index] == UInt8(ascii: "[")
          {
            index += 1
            return .results
          }
          depth += 1
          nameProgress = nil
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
          if isScalar { return .end }
          index += 1
          depth -= 1
          if depth <= 0 { return .end }
          continue
        case UInt8(ascii: ":"):
          nameProgress = nameProgress == Self.name.utf8CodeUnitCount ? Self.listMark : nil
        case 0x0A:
          if isScalar { return .end }
          newlines += 1
          lineStart = index + 1
        case 0x20, 0x09, 0x0D:
          if isScalar { return .end }
        case UInt8(ascii: ","):
          if isScalar { return .end }
          nameProgress = nil
        default:
          nameProgress = nil
          if depth == 0 { isScalar = true }
        }
        index += 1
      }
      return .needsMore
    }
  }

  private static let name: StaticString = "results"
  /// ``nameProgress`` behind the name and its colon.
  private static let listMark = 8

  /// Passes the rest of a string with its closing quote; false if that is not there yet.
  private mutating func skipString(
    in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int
  ) -> Bool {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      _ = strings.follow(byte)
      if !strings.isInside { return true }
      if let progress = nameProgress { nameProgress = matched(byte, after: progress) }
    }
    return false
  }

  private func matched(_ byte: UInt8, after progress: Int) -> Int? {
    guard progress < Self.name.utf8CodeUnitCount, byte == Self.name.utf8Start[progress] else {
      return nil
    }
    return progress + 1
  }
}
