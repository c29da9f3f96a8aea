import Crypto

/// A strong validator: tells the bytes that are sent from all others. RFC 9110 §8.8.3 ETag.
///
/// The first 128 bits of the SHA-256 hash of the bytes, coding included, as 32 hexadecimal digits.
struct EntityTag: Sendable, Equatable {
  /// With the quotes around it.
  let text: [UInt8]

  /// Costs half a nanosecond a byte where the processor has instructions for it.
  init(of bytes: [UInt8]) {
    var text: [UInt8] = []
    text.reserveCapacity(34)
    text.append(UInt8(ascii: "\""))
    for byte in SHA256.hash(data: bytes).prefix(16) {
      text.append(hexDigit(byte >> 4))
      text.append(hexDigit(byte & 0xF))
    }
    text.append(UInt8(ascii: "\""))
    self.text = text
  }

  /// Whether a client that names these has the bytes already.
  ///
  /// RFC 9110 §13.1.2 If-None-Match: `*`, or a list of tags, of which weak ones count as well. What
  /// is not well-formed ends the list.
  func isListed(in list: String) -> Bool {
    if trimmed(list[...]) == "*" { return true }
    var rest = list.utf8[...]
    while let tag = nextTag(&rest) {
      if tag.elementsEqual(text) { return true }
    }
    return false
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
}

/// Takes an `entity-tag` off the beginning of a list, quotes included, the mark of weakness not.
private func nextTag(_ rest: inout Substring.UTF8View) -> Substring.UTF8View? {
  while rest.first == UInt8(ascii: ",") || isBlank(rest.first) { rest.removeFirst() }
  if rest.starts(with: "W/".utf8) { rest.removeFirst(2) }
  guard rest.first == UInt8(ascii: "\""),
    let end = rest.dropFirst().firstIndex(of: UInt8(ascii: "\""))
  else { return nil }
  let tag = rest[...end]
  rest = rest[rest.index(after: end)...]
  skipBlanks(&rest)
  return rest.isEmpty || rest.first == UInt8(ascii: ",") ? tag : nil
}

private func skipBlanks(_ rest: inout Substring.UTF8View) {
  while isBlank(rest.first) { rest.removeFirst() }
}

private func isBlank(_ byte: UInt8?) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}
