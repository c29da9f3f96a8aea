import ArgumentParser
import CatalogStore

/// When something ends, as the command line says it.
enum Expiry: Equatable, ExpressibleByArgument {
  /// So many microseconds from now.
  case after(microseconds: Int64)
  /// At an instant, in microseconds since 1970 UTC.
  case at(Int64)

  /// Reads `90d`, a date, which begins at midnight UTC, or a time of RFC 3339.
  init?(argument: String) {
    if let unit = argument.last, let microseconds = Self.units[unit],
      let count = Int64(argument.dropLast()), count > 0,
      case let (product, isTooLarge) = count.multipliedReportingOverflow(by: microseconds),
      !isTooLarge
    {
      self = .after(microseconds: product)
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
    case .after(let microseconds): now.addingReportingOverflow(microseconds).partialValue
    case .at(let instant): instant
    }
  }

  private static let units: [Character: Int64] = [
    "m": 60_000_000, "h": 3_600_000_000, "d": 86_400_000_000, "w": 604_800_000_000,
  ]
}
