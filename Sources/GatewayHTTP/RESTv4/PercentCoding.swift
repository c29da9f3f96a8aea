/// Undoes percent-encoding; a percent sign that starts no encoded byte stays. RFC 3986 §2.1
/// Percent-Encoding.
func percentDecoded(_ text: some Collection<UInt8>) -> [UInt8] {
  var decoded: [UInt8] = []
  decoded.reserveCapacity(text.count)
  var rest = text[...]
  while let byte = rest.popFirst() {
    let digits = rest.prefix(2)
    if byte == UInt8(ascii: "%"), digits.count == 2, let high = digits.first.flatMap(hexValue),
      let low = digits.dropFirst().first.flatMap(hexValue)
    {
      decoded.append(high << 4 | low)
      rest = rest.dropFirst(2)
    } else {
      decoded.append(byte)
    }
  }
  return decoded
}

/// Adds bytes in percent-encoding, save letters, digits and those that `isSafe` lets through.
func appendPercentEncoded(
  _ bytes: some Sequence<UInt8>, to output: inout [UInt8], isSafe: (UInt8) -> Bool
) {
  for byte in bytes {
    if isUnreserved(byte) || isSafe(byte) {
      output.append(byte)
    } else {
      output.append(UInt8(ascii: "%"))
      output.append(upperHexDigit(byte >> 4))
      output.append(upperHexDigit(byte & 15))
    }
  }
}

/// A decoded path in percent-encoding, as the origin writes it.
func percentEncodedPath(_ path: some Sequence<UInt8>) -> [UInt8] {
  var encoded: [UInt8] = []
  appendPercentEncoded(path, to: &encoded) { isOne(of: "/:@&+$,!*'()", $0) }
  return encoded
}

/// A raw query with everything encoded that may not stand in a URL; what is encoded stays.
///
/// Bytes beyond ASCII, which no client should send, count as Latin-1, as they do for the origin.
func percentEncodedQuery(_ query: some Sequence<UInt8>) -> [UInt8] {
  var encoded: [UInt8] = []
  for byte in query {
    let character = byte < 0x80 ? [byte] : [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
    appendPercentEncoded(character, to: &encoded) { isOne(of: "/#%[]=:;$&()+,!?*@'", $0) }
  }
  return encoded
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: isOne(of: "-._~", byte)
  }
}

private func isOne(of characters: StaticString, _ byte: UInt8) -> Bool {
  characters.withUTF8Buffer { $0.contains(byte) }
}

private func upperHexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

/// The value of a hexadecimal digit in ASCII.
func hexValue(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
  default: nil
  }
}
