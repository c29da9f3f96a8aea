/// How many bytes the scalar beyond ASCII at `index` has; nil if it is ill-formed.
///
/// RFC 3629 §4 Syntax of UTF-8 Byte Sequences: no overlong forms, no surrogates, nothing past
/// U+10FFFF.
func lengthOfUTF8Scalar(
  at index: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int
) -> Int? {
  let first = bytes[index]
  let length: Int
  let second: ClosedRange<UInt8>
  switch first {
  case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  default: return nil
  }
  guard index + length <= end, second.contains(bytes[index + 1]) else { return nil }
  for offset in index + 2..<index + length where bytes[offset] & 0xC0 != 0x80 { return nil }
  return length
}

/// Puts U+FFFD where a surrogate stands as if it were a scalar value.
func replaceSurrogates(in text: inout [UInt8]) {
  for index in text.indices.dropLast(2)
  where text[index] == 0xED && text[index + 1] >= 0xA0 {
    text.replaceSubrange(index..<index + 3, with: [0xEF, 0xBF, 0xBD])
  }
}

/// Adds a scalar value, or a surrogate as if it were one.
func appendUTF8(_ scalar: UInt32, to text: inout [UInt8]) {
  func continuation(_ shift: UInt32) -> UInt8 {
    0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F)
  }
  switch scalar {
  case 0..<0x80:
    text.append(UInt8(truncatingIfNeeded: scalar))
  case 0x80..<0x800:
    text.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
    text.append(continuation(0))
  case 0x800..<0x10000:
    text.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
    text.append(continuation(6))
    text.append(continuation(0))
  default:
    text.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
    text.append(continuation(12))
    text.append(continuation(6))
    text.append(continuation(0))
  }
}
