/// The instant that a time written as in RFC 3339 §5.6 Internet Date/Time Format names, in
/// microseconds since 1970 UTC; nil if it is no such time.
///
/// The fraction may have one to nine digits; those after the sixth are cut. A leap second is not
/// accepted: no column holds one.
public func microseconds(ofTime text: String) -> Int64? {
  var text = text
  return text.withUTF8(microseconds(ofTime:))
}

/// The same of text given as UTF-8.
public func microseconds(ofTime bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
  var cursor = TimeCursor(bytes: bytes)
  guard let year = cursor.number(digits: 4), cursor.take("-"),
    let month = cursor.number(digits: 2), cursor.take("-"),
    let day = cursor.number(digits: 2), cursor.take("T") || cursor.take("t"),
    let hour = cursor.number(digits: 2), cursor.take(":"),
    let minute = cursor.number(digits: 2), cursor.take(":"),
    let second = cursor.number(digits: 2),
    let fraction = cursor.fraction(),
    let offset = cursor.offsetMinutes(), cursor.isAtEnd,
    year >= 1, 1...12 ~= month, day >= 1, day <= daysInMonth(month, year: year),
    hour < 24, minute < 60, second < 60
  else { return nil }
  let days = daysSince1970(year: year, month: month, day: day)
  let seconds = days * 86_400 + hour * 3_600 + (minute - offset) * 60 + second
  return seconds * 1_000_000 + fraction
}

private struct TimeCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index == bytes.count }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  mutating func digit() -> Int64? {
    guard index < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index] else {
      return nil
    }
    index += 1
    return Int64(bytes[index - 1] - UInt8(ascii: "0"))
  }

  mutating func number(digits: Int) -> Int64? {
    var number: Int64 = 0
    for _ in 0..<digits {
      guard let digit = digit() else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  /// Microseconds of an optional fraction of a second; nil if its point has no digits behind.
  mutating func fraction() -> Int64? {
    guard take(".") else { return 0 }
    var count = 0
    var microseconds: Int64 = 0
    while count < 9, let digit = digit() {
      if count < 6 { microseconds = microseconds * 10 + digit }
      count += 1
    }
    guard count > 0 else { return nil }
    for _ in min(count, 6)..<6 { microseconds *= 10 }
    return microseconds
  }

  /// Minutes that the local time is ahead of UTC; nil without an offset.
  mutating func offsetMinutes() -> Int64? {
    if take("Z") || take("z") { return 0 }
    let sign: Int64
    if take("+") {
      sign = 1
    } else if take("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = number(digits: 2), take(":"), let minutes = number(digits: 2),
      hours < 24, minutes < 60
    else { return nil }
    return sign * (hours * 60 + minutes)
  }
}

private func daysInMonth(_ month: Int64, year: Int64) -> Int64 {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

/// Days from 1970-01-01 in the Gregorian calendar, by whole 400-year cycles that begin in March.
func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
  let shifted = month <= 2 ? year - 1 : year
  let cycle = shifted / 400
  let yearOfCycle = shifted - cycle * 400
  let monthFromMarch = (month + 9) % 12
  let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
  let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
  return cycle * 146_097 + dayOfCycle - 719_468
}
