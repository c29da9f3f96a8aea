/// An instant, in microseconds since 1970 UTC, as the origin writes times: in New York,
/// `2026-02-15T14:03:04.199914-05:00`, without a fraction where that would be 0.
///
/// The offset follows the rule in force since 2007: daylight time from the second Sunday of March to
/// the first of November, each at 2 o'clock. Earlier years had other dates; only now is ever written.
public func newYorkTime(ofInstant instant: Int64) -> String {
  let offset = isDaylightTime(instant) ? -4 : -5
  let local = instant + Int64(offset) * hour
  let day = flooredQuotient(local, 24 * hour)
  let rest = local - day * 24 * hour
  let date = civilDate(daysSince1970: day)
  let time = [rest / hour, rest / minute % 60, rest / second % 60]
  var text = [padded(date.year, to: 4), padded(date.month, to: 2), padded(date.day, to: 2)]
    .joined(separator: "-")
  text += "T" + time.map { padded($0, to: 2) }.joined(separator: ":")
  let fraction = rest % second
  if fraction != 0 { text += "." + padded(fraction, to: 6) }
  return text + (offset == -4 ? "-04:00" : "-05:00")
}

private let second: Int64 = 1_000_000
private let minute = 60 * second
private let hour = 60 * minute

private func isDaylightTime(_ instant: Int64) -> Bool {
  let day = flooredQuotient(instant, 24 * hour)
  let year = civilDate(daysSince1970: day).year
  // 2 o'clock is 7 UTC before the change in March, and 6 UTC before the one in November.
  let begin = sunday(2, ofMonth: 3, year: year) * 24 * hour + 7 * hour
  let end = sunday(1, ofMonth: 11, year: year) * 24 * hour + 6 * hour
  return begin <= instant && instant < end
}

/// The days from 1970-01-01, a Thursday, to a month's first or second Sunday.
private func sunday(_ number: Int64, ofMonth month: Int64, year: Int64) -> Int64 {
  let first = daysSince1970(year: year, month: month, day: 1)
  let weekday = first + 4 - flooredQuotient(first + 4, 7) * 7
  return first + (7 - weekday) % 7 + (number - 1) * 7
}

/// The date that is so many days after 1970-01-01 in the Gregorian calendar.
private func civilDate(
  daysSince1970 days: Int64
) -> (year: Int64, month: Int64, day: Int64) {
  // Years that begin in March, in cycles of 400, so that a leap day comes last.
  let shifted = days + 719_468
  let cycle = flooredQuotient(shifted, 146_097)
  let day = shifted - cycle * 146_097
  let yearOfCycle = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
  let dayOfYear = day - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
  let monthFromMarch = (5 * dayOfYear + 2) / 153
  let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
  return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
}

private func flooredQuotient(_ dividend: Int64, _ divisor: Int64) -> Int64 {
  let quotient = dividend / divisor
  return dividend % divisor < 0 ? quotient - 1 : quotient
}

private func padded(_ number: Int64, to digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
