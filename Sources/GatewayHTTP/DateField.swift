#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The `Date` field line of responses, composed once a second. RFC 9110 §6.6.1 Date.
struct DateField {
  /// Seconds since 1970 in UTC.
  private let now: () -> Int64
  private var second = Int64.min
  private var line: [UInt8] = []

  /// Reads the system's clock unless given another.
  init(now: @escaping () -> Int64 = systemSeconds) {
    self.now = now
  }

  /// The line for this second, CRLF included.
  mutating func current() -> [UInt8] {
    let second = now()
    if second != self.second {
      self.second = second
      line = Array("Date: \(formatHTTPDate(second))\r\n".utf8)
    }
    return line
  }
}

/// A time as HTTP writes it, `Sun, 06 Nov 1994 08:49:37 GMT`, from seconds since 1970 in UTC.
///
/// RFC 9110 §5.6.7 Date/Time Formats.
func formatHTTPDate(_ seconds: Int64) -> String {
  let days = seconds.flooredQuotient(by: 86_400)
  let time = seconds - days * 86_400
  let date = CivilDate(daysSince1970: days)
  let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][
    Int(days - days.flooredQuotient(by: 7) * 7)]
  let month = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ][date.month - 1]
  let clock = [time / 3600, time / 60 % 60, time % 60].map(twoDigits).joined(separator: ":")
  return "\(weekday), \(twoDigits(Int64(date.day))) \(month) \(date.year) \(clock) GMT"
}

/// A day of the Gregorian calendar.
private struct CivilDate {
  let year: Int64
  let month: Int
  let day: Int

  /// Counts in eras of 400 years that begin on the first of March, so that a leap day comes last.
  init(daysSince1970 days: Int64) {
    let shifted = days + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }
}

extension Int64 {
  /// The quotient rounded down, also for what lies before 1970.
  fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : (self + 1) / divisor - 1
  }
}

private func twoDigits(_ number: Int64) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}

private func systemSeconds() -> Int64 {
  Int64(time(nil))
}
