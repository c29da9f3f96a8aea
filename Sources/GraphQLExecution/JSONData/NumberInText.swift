/// The number that a text holds, blanks around it aside: in decimal notation, or in hexadecimal,
/// octal or binary after `0x`, `0o` or `0b`; 0 for blanks alone.
///
/// Nil if it holds anything else. ECMA-262 §7.1.4.1 ToNumber Applied to the String Type.
func number(inText text: String) -> Double? {
  var text = Substring(text)
  text.trimBlanks()
  if text.isEmpty { return 0 }
  if text.utf8.first == UInt8(ascii: "0"), text.utf8.count > 2 {
    let digits = text.utf8.dropFirst(2)
    switch text.utf8.dropFirst().first {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return number(of: digits, radix: 16)
    case UInt8(ascii: "o"), UInt8(ascii: "O"): return number(of: digits, radix: 8)
    case UInt8(ascii: "b"), UInt8(ascii: "B"): return number(of: digits, radix: 2)
    default: break
    }
  }
  return isDecimal(text.utf8) ? Double(text) : nil
}

private func number(of digits: Substring.UTF8View.SubSequence, radix: Int) -> Double? {
  var number = 0.0
  for digit in digits {
    guard let value = Character(Unicode.Scalar(digit)).hexDigitValue, value < radix else {
      return nil
    }
    number = number * Double(radix) + Double(value)
  }
  return number
}

/// StrDecimalLiteral ::: [ sign ] digits [ . [ digits ] ] [ exponent ] | [ sign ] . digits
/// [ exponent ] | [ sign ] Infinity, of which the last is of no use here.
private func isDecimal(_ text: Substring.UTF8View) -> Bool {
  var rest = text[...]
  rest.dropSign()
  let whole = rest.dropDigits()
  var fraction = 0
  if rest.first == UInt8(ascii: ".") {
    rest.removeFirst()
    fraction = rest.dropDigits()
  }
  guard whole + fraction > 0 else { return false }
  if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
    rest.removeFirst()
    rest.dropSign()
    guard rest.dropDigits() > 0 else { return false }
  }
  return rest.isEmpty
}

extension Substring.UTF8View {
  fileprivate mutating func dropSign() {
    if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") { removeFirst() }
  }

  /// Drops the digits at the front and says how many there were.
  fileprivate mutating func dropDigits() -> Int {
    let digits = prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    removeFirst(digits)
    return digits
  }
}

extension Substring {
  fileprivate mutating func trimBlanks() {
    while let first = unicodeScalars.first, first.isBlank { unicodeScalars.removeFirst() }
    while let last = unicodeScalars.last, last.isBlank { unicodeScalars.removeLast() }
  }
}

extension Unicode.Scalar {
  /// ECMA-262 §12.2 White Space and §12.3 Line Terminators.
  fileprivate var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0xFEFF, 0x2028, 0x2029: true
    default: properties.generalCategory == .spaceSeparator
    }
  }
}
