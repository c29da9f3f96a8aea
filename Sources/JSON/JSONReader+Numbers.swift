extension JSONReader {
  /// Reads a whole number of 64 bits, written without fraction and exponent.
  public mutating func readInt() throws(JSONError) -> Int64 {
    try expect(.number)
    let first = index
    guard case .int(let value) = try readNumber() else { throw error(.notAnInteger, at: first) }
    return value
  }

  /// Reads a number: `.int` if it is whole and fits, else `.number`.
  mutating func readNumber() throws(JSONError) -> JSONValue {
    let first = index
    let (whole, isInteger) = try scanNumber()
    if isInteger, let whole { return .int(whole) }
    guard let value = Double(String(decoding: bytes[first..<index], as: UTF8.self)), value.isFinite
    else { throw error(.numberOutOfRange, at: first) }
    return .number(value)
  }

  /// number = [ minus ] int [ frac ] [ exp ]. RFC 8259 §6 Numbers.
  ///
  /// Returns the value of the integer part, nil if 64 bits are too few, and whether it was all.
  mutating func scanNumber() throws(JSONError) -> (whole: Int64?, isInteger: Bool) {
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let whole = try scanInteger(isNegative: isNegative)
    var isInteger = true
    if byte == UInt8(ascii: ".") {
      isInteger = false
      index += 1
      try scanDigits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      isInteger = false
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      try scanDigits()
    }
    followsValue = true
    return (whole, isInteger)
  }

  /// int = zero / ( digit1-9 *DIGIT )
  private mutating func scanInteger(isNegative: Bool) throws(JSONError) -> Int64? {
    let first = index
    var value: Int64? = 0
    while let digit {
      if let known = value {
        let (product, overflow) = known.multipliedReportingOverflow(by: 10)
        let (sum, carry) =
          isNegative
          ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
        value = overflow || carry ? nil : sum
      }
      index += 1
    }
    guard index > first else { throw error(.expected(.digit, found: byte)) }
    if bytes[first] == UInt8(ascii: "0") && index > first + 1 {
      throw error(.leadingZero, at: first)
    }
    return value
  }

  /// 1*DIGIT
  private mutating func scanDigits() throws(JSONError) {
    guard digit != nil else { throw error(.expected(.digit, found: byte)) }
    while digit != nil { index += 1 }
  }

  private var digit: Int64? {
    guard let byte, isDigit(byte) else { return nil }
    return Int64(byte - UInt8(ascii: "0"))
  }
}

/// Whether a byte is one of 0 to 9.
func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
