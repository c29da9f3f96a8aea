/// A whole number of any size, read as the origin reads the numbers of a URL.
struct DecimalNumber: Hashable, Comparable {
  private let isNegative: Bool
  /// Most significant first, without leading zeros; empty for 0.
  private let digits: [UInt8]

  /// The origin takes longer numbers for no numbers.
  private static let digitLimit = 4300

  init(_ value: Int) {
    self.init(isNegative: value < 0, digits: "\(value.magnitude)".utf8.map { $0 - 0x30 })
  }

  /// Reads a text: digits of any script, with a sign before them, single underscores between them and
  /// blanks around them. Nil for anything else.
  init?(_ text: String) {
    var scalars = Array(text.unicodeScalars)[...]
    // In a text of ASCII alone, separators of records and the like are no blanks.
    let isASCII = scalars.allSatisfy(\.isASCII)
    let isBlank = { (scalar: Unicode.Scalar) in
      isASCII ? scalar == " " || 9...13 ~= scalar.value : isPythonSpace(scalar)
    }
    scalars = scalars.drop(while: isBlank)
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    let sign = scalars.first
    if sign == "-" || sign == "+" { scalars.removeFirst() }
    var digits: [UInt8] = []
    var mayBeUnderscore = false
    for scalar in scalars {
      if scalar == "_" {
        guard mayBeUnderscore else { return nil }
        mayBeUnderscore = false
      } else {
        guard let digit = decimalDigit(scalar) else { return nil }
        digits.append(digit)
        mayBeUnderscore = true
      }
    }
    // An underscore at the end leaves it false, and so does a text without digits.
    guard mayBeUnderscore, digits.count <= Self.digitLimit else { return nil }
    self.init(isNegative: sign == "-", digits: digits)
  }

  private init(isNegative: Bool, digits: [UInt8]) {
    self.digits = Array(digits.drop { $0 == 0 })
    self.isNegative = isNegative && !self.digits.isEmpty
  }

  /// The number in ASCII digits.
  var text: String {
    let characters = digits.isEmpty ? [0x30] : digits.map { $0 + 0x30 }
    return (isNegative ? "-" : "") + String(decoding: characters, as: UTF8.self)
  }

  /// The number, or the limit of the type that it lies beyond.
  func clamped<Number: FixedWidthInteger>(to type: Number.Type = Number.self) -> Number {
    Number(text) ?? (isNegative ? .min : .max)
  }

  /// The number; nil if no 64 bits hold it.
  var int64: Int64? { Int64(text) }

  static func < (left: Self, right: Self) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let (small, great) = left.isNegative ? (right, left) : (left, right)
    return magnitude(small.digits, isBelow: great.digits)
  }

  static func + (left: Self, right: Self) -> Self {
    if left.isNegative == right.isNegative {
      return Self(isNegative: left.isNegative, digits: sum(left.digits, right.digits))
    }
    return magnitude(left.digits, isBelow: right.digits)
      ? Self(isNegative: right.isNegative, digits: difference(right.digits, left.digits))
      : Self(isNegative: left.isNegative, digits: difference(left.digits, right.digits))
  }

  static func - (left: Self, right: Self) -> Self {
    left + Self(isNegative: !right.isNegative, digits: right.digits)
  }

  private static func magnitude(_ left: [UInt8], isBelow right: [UInt8]) -> Bool {
    left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
  }

  private static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var digits: [UInt8] = []
    var carry: UInt8 = 0
    for place in 0..<max(left.count, right.count) {
      let digit = carry + Self.digit(of: left, at: place) + Self.digit(of: right, at: place)
      digits.append(digit % 10)
      carry = digit / 10
    }
    digits.append(carry)
    return digits.reversed()
  }

  /// `right` must not be greater.
  private static func difference(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var digits: [UInt8] = []
    var borrow: UInt8 = 0
    for place in 0..<left.count {
      let subtrahend = Self.digit(of: right, at: place) + borrow
      let digit = Self.digit(of: left, at: place)
      borrow = digit < subtrahend ? 1 : 0
      digits.append(digit + 10 * borrow - subtrahend)
    }
    return digits.reversed()
  }

  /// The digit at a place counted from the right.
  private static func digit(of digits: [UInt8], at place: Int) -> UInt8 {
    place < digits.count ? digits[digits.count - 1 - place] : 0
  }
}

/// The value of a decimal digit of any script.
func decimalDigit(_ scalar: Unicode.Scalar) -> UInt8? {
  if scalar.isASCII { return 0x30...0x39 ~= scalar.value ? UInt8(scalar.value - 0x30) : nil }
  guard scalar.properties.numericType == .decimal else { return nil }
  return scalar.properties.numericValue.map { UInt8($0) }
}

/// What counts as white space in a text that is not all ASCII.
private func isPythonSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace
}
