/// How many bytes the well-formed UTF-8 sequence at `index` has; nil if there is none.
///
/// Unicode Standard, table 3-7 Well-Formed UTF-8 Byte Sequences.
func wellFormedLength(at index: Int, in bytes: Span<UInt8>) -> Int? {
  guard index < bytes.count else { return nil }
  let length: Int
  var second: ClosedRange<UInt8> = 0x80...0xBF
  switch bytes[index] {
  case 0x00...0x7F: return 1
  case 0xC2...0xDF: length = 2
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xE1...0xEF: length = 3
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF1...0xF3: length = 4
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  default: return nil
  }
  guard length <= bytes.count - index, second.contains(bytes[index + 1]) else { return nil }
  for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 {
    return nil
  }
  return length
}

/// The offset `count` characters after `index`; an ill-formed byte counts as one character.
func offset(after count: Int, charactersFrom index: Int, in bytes: Span<UInt8>) -> Int {
  var end = index
  for _ in 0..<count where end < bytes.count {
    end += wellFormedLength(at: end, in: bytes) ?? 1
  }
  return end
}
