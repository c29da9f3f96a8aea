/// The times of a synthetic catalog, written as the origin writes them.
enum SyntheticClock {
  /// 2010-08-01 and 2026-02-15, in seconds since 1970: from the first object to "now".
  static let first = 1_280_620_800
  static let now = 1_771_113_600

  /// When the object at a place of so many was made.
  static func time(of place: Int, among count: Int, _ random: inout SplitMix64) -> Int {
    first + (now - first - 86_400) / max(count, 1) * place + random.below(86_400)
  }

  /// A time between another and "now", near "now" more often.
  static func time(after time: Int, _ random: inout SplitMix64) -> Int {
    let age = max(now - time, 1)
    return now - min(random.longTailed(scale: 1 + age / 64, doublings: 6), age)
  }

  /// A time as text, without a fraction if there are no microseconds.
  static func text(_ seconds: Int, microseconds: Int = 0) -> String {
    let utc = date(ofDay: seconds / 86_400)
    // By month alone: near enough, and without the hour that is there twice.
    let isSummer = 4...10 ~= utc.month
    let local = seconds - (isSummer ? 4 : 5) * 3_600
    let (year, month, day) = date(ofDay: local / 86_400)
    let second = local % 86_400
    var text = "\(year)-\(padded(month))-\(padded(day))T"
    text += "\(padded(second / 3_600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
    if microseconds > 0 { text += "." + padded(microseconds, digits: 6) }
    return text + (isSummer ? "-04:00" : "-05:00")
  }

  private static func padded(_ number: Int, digits: Int = 2) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// The Gregorian date of a day counted from 1970-01-01, which is not before it.
  private static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let cycle = shifted / 146_097
    let dayOfCycle = shifted % 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }
}
