import Crypto

/// The SHA-256 hash of a text's exact bytes.
struct SHA256Hash: Hashable, Sendable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// Hashes a text. Costs a few microseconds a kilobyte.
  init(of text: [UInt8]) {
    self.init(words: SHA256.hash(data: text).withUnsafeBytes { words(of: $0) })
  }

  /// Reads 64 hexadecimal digits; nil for anything else.
  init?(hex: String) {
    let digits = hex.utf8
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    var high: UInt8?
    for digit in digits {
      guard let value = hexadecimalValue(of: digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.init(words: bytes.withUnsafeBytes { words(of: $0) })
  }

  private init(words: [UInt64]) {
    (first, second, third, fourth) = (words[0], words[1], words[2], words[3])
  }

  /// The hash in 64 hexadecimal digits, in lower case.
  var hexadecimal: String {
    var text = ""
    for word in [first, second, third, fourth] {
      let digits = String(UInt64(bigEndian: word), radix: 16)
      text += String(repeating: "0", count: 16 - digits.count) + digits
    }
    return text
  }

  /// What it is already as good as random for.
  func hash(into hasher: inout Hasher) {
    hasher.combine(first)
  }
}

/// The 32 bytes of a hash as four numbers.
private func words(of bytes: UnsafeRawBufferPointer) -> [UInt64] {
  (0..<4).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
}

private func hexadecimalValue(of digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
  default: nil
  }
}
