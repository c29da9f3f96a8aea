/// The shortest decimal text that reads back as a finite number, without exponent for those between
/// 1e-6 and 1e21. ECMA-262 §6.1.6.1.20 Number::toString.
public func numberText(_ number: Double) -> String {
  if number == 0 { return "0" }
  var description = Substring(number.magnitude.description)
  var exponent = 0
  if let mark = description.firstIndex(of: "e") {
    exponent = Int(description[mark...].dropFirst()) ?? 0
    description = description[..<mark]
  }
  var whole = description.prefix { $0 != "." }
  var digits = String(whole) + description.dropFirst(whole.count + 1)
  whole = whole.drop { $0 == "0" }
  // Where the point stands, counted from the first digit that is not zero.
  let zeros = digits.prefix { $0 == "0" }.count
  var point = exponent + whole.count
  if whole.isEmpty { point -= max(zeros - 1, 0) }
  digits = String(digits.dropFirst(zeros))
  while digits.last == "0" { digits.removeLast() }
  return (number < 0 ? "-" : "") + layOut(digits, point: point)
}

/// Digits with a decimal point after the first `point` of them.
private func layOut(_ digits: String, point: Int) -> String {
  switch point {
  case digits.count...21:
    return digits + String(repeating: "0", count: point - digits.count)
  case 1...21:
    return "\(digits.prefix(point)).\(digits.dropFirst(point))"
  case -5...0:
    return "0." + String(repeating: "0", count: -point) + digits
  default:
    let fraction = digits.count > 1 ? ".\(digits.dropFirst())" : ""
    return "\(digits.prefix(1))\(fraction)e\(point > 0 ? "+" : "")\(point - 1)"
  }
}

extension Double {
  /// Whether a finite number has no fraction, as none has beyond 53 bits.
  public var isWhole: Bool {
    isFinite && (magnitude >= 0x1p53 || Double(Int64(self)) == self)
  }
}
