import ArgumentParser
import CatalogStore

/// When something ends, as the command line says it.
enum Expiry: Equatable, ExpressibleByArgument {
  /// So long from now.
  case after(Duration)
  /// At an instant, in microseconds since 1970 UTC.
  case at(Int64)

  /// Reads `90d`, a date, which begins at midnight UTC, or a time of RFC 3339.
  init?(argument: String) {
    // Six digits of weeks still have an end that fits.
    if let duration = Duration(argument, digits: 6, units: [.minutes, .hours, .days, .weeks]),
      duration > .zero
    {
      self = .after(duration)
    } else if let instant = microseconds(ofTime: argument)
      ?? microseconds(ofTime: argument + "T00:00:00Z")
    {
      self = .at(instant)
    } else {
      return nil
    }
  }

  /// The end as an instant, in microseconds since 1970 UTC.
  func instant(after now: Int64) -> Int64 {
    switch self {
    case .after(let duration): now + Int64(duration / .microseconds(1))
    case .at(let instant): instant
    }
  }
}
