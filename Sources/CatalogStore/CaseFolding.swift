/// A text with its differences of case taken out: two texts are the same but for case if these are
/// equal. Full case folding (Unicode Standard 3.13, Default Case Algorithms) by way of the upper-case
/// forms; texts are not normalized.
func caseFolded(_ text: String) -> String {
  String(decoding: caseFolded(utf8: text.utf8), as: UTF8.self)
}

/// The folded form of well-formed UTF-8; bytes that are no UTF-8 become U+FFFD.
func caseFolded(utf8 bytes: some Collection<UInt8>) -> [UInt8] {
  if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(lowercasedASCII) }
  var folded: [UInt8] = []
  folded.reserveCapacity(bytes.count + 8)
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    if scalar.isASCII {
      folded.append(lowercasedASCII(UInt8(truncatingIfNeeded: scalar.value)))
    } else {
      appendFolded(scalar, to: &folded)
    }
  }
  return folded
}

/// The lower-case form of an ASCII byte; other bytes stay.
@inline(__always)
func lowercasedASCII(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}

private func appendFolded(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
  // U+0131, dotless i: its upper-case form is I, yet it folds to itself.
  if scalar.value == 0x131 { return folded.append(contentsOf: [0xC4, 0xB1]) }
  // ẞ has no upper-case form but a lower-case one that has: hence lower, upper, lower.
  for lower in scalar.properties.lowercaseMapping.unicodeScalars {
    for upper in lower.properties.uppercaseMapping.unicodeScalars {
      folded.append(contentsOf: upper.properties.lowercaseMapping.utf8)
    }
  }
}
