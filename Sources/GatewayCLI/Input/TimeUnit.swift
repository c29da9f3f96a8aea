/// The units in which the command line has times.
enum TimeUnit: String {
  case milliseconds = "ms"
  case seconds = "s"
  case minutes = "m"
  case hours = "h"
  case days = "d"
  case weeks = "w"

  /// The same in milliseconds.
  var milliseconds: Int64 {
    switch self {
    case .milliseconds: 1
    case .seconds: 1_000
    case .minutes: 60_000
    case .hours: 3_600_000
    case .days: 86_400_000
    case .weeks: 604_800_000
    }
  }
}

extension Duration {
  /// Reads a whole number of at most `digits` digits with one of some units, such as `15m`.
  init?(_ text: String, digits limit: Int, units: [TimeUnit]) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard 1...limit ~= digits.count, let number = Int64(digits),
      let unit = units.first(where: { $0.rawValue == text.dropFirst(digits.count) })
    else { return nil }
    self = .milliseconds(number * unit.milliseconds)
  }

  /// A text that reads so: in the largest of some units that has no fraction.
  func text(units: [TimeUnit]) -> String {
    let milliseconds = components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    let unit = units.filter { milliseconds > 0 && milliseconds % $0.milliseconds == 0 }
      .max { $0.milliseconds < $1.milliseconds }
    return unit.map { "\(milliseconds / $0.milliseconds)\($0.rawValue)" } ?? "0s"
  }
}
