/// How long an answer asks to wait; nil if the text is neither seconds nor a date, zero if the date
/// has passed. RFC 9110 §10.2.3 Retry-After.
func retryAfter(_ text: String, now microseconds: Int64) -> Duration? {
  if !text.isEmpty, text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) {
    return .seconds(Int64(text) ?? .max >> 10)
  }
  guard let date = secondsSince1970(ofDate: text) else { return nil }
  return max(.zero, .microseconds(date * 1_000_000 - microseconds))
}

/// Seconds since 1970 UTC of a date in one of the three forms. RFC 9110 §5.6.7 Date/Time Formats.
func secondsSince1970(ofDate text: String) -> Int64? {
  let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
  let date: (day: String, month: String, year: String, time: String)
  switch words.count {
  // Sun, 06 Nov 1994 08:49:37 GMT; Sunday, 06-Nov-94 08:49:37 GMT
  case 6 where words[5] == "GMT": date = (words[1], words[2], words[3], words[4])
  // Sun Nov  6 08:49:37 1994
  case 5: date = (words[2], words[1], words[4], words[3])
  default: return nil
  }
  let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  let time = date.time.split(separator: ":").map { Int64($0) }
  guard let day = Int64(date.day), 1...31 ~= day, let month = months.firstIndex(of: date.month),
    var year = Int64(date.year), 0...9999 ~= year, time.count == 3,
    let hour = time[0], let minute = time[1], let second = time[2],
    0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second
  else { return nil }
  if date.year.count == 2 { year += year < 70 ? 2000 : 1900 }
  let days = daysSince1970(year: year, month: Int64(month) + 1, day: day)
  return ((days * 24 + hour) * 60 + minute) * 60 + second
}

/// Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March.
private func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
  let shifted = month > 2 ? year : year - 1
  let monthFromMarch = (month + 9) % 12
  let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
  let leapDays = shifted / 4 - shifted / 100 + shifted / 400
  return shifted * 365 + leapDays + dayOfYear - 719_468
}
