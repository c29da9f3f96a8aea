/// A text of the bytes, with padding. RFC 4648 §4 Base 64 Encoding.
public func encodeBase64(_ bytes: [UInt8]) -> String {
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var bits: UInt32 = 0
    for offset in 0..<3 {
      bits = bits << 8 | (offset < group.count ? UInt32(group[start + offset]) : 0)
    }
    for digit in 0..<4 {
      let isPadding = digit > group.count
      text.append(
        isPadding ? UInt8(ascii: "=") : alphabet[Int(bits >> UInt32(18 - 6 * digit) & 63)])
    }
  }
  return String(decoding: text, as: UTF8.self)
}

/// The bytes of a Base64 text; nil if it is not one that `encodeBase64` writes.
func decodeBase64(_ text: String) -> [UInt8]? {
  var digits = Array(text.utf8)
  guard digits.count.isMultiple(of: 4) else { return nil }
  while digits.last == UInt8(ascii: "="), text.utf8.count - digits.count < 2 { digits.removeLast() }
  var bytes: [UInt8] = []
  var bits: UInt32 = 0
  var bitCount = 0
  for digit in digits {
    guard let value = alphabet.firstIndex(of: digit) else { return nil }
    bits = bits << 6 | UInt32(value)
    bitCount += 6
    if bitCount >= 8 {
      bitCount -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
    }
    bits &= 1 << UInt32(bitCount) - 1
  }
  return encodeBase64(bytes) == text ? bytes : nil
}

private let alphabet = Array(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
