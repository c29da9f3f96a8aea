/// How much a request has had done, in units that take 30 to 60 µs; for one thread at a time.
///
/// A unit is a thousand instructions of SQLite, a layer of the plan, or 64 KB of the response: the
/// occasions to look at a deadline, which are the same every time and on every machine.
final class WorkMeter {
  /// How many units an event loop has time for: one to two milliseconds.
  static let unitsOnEventLoop = 32

  private var units = 0
  private var limit = Int.max

  /// Begins anew. Beyond `limit` units the request is to be stopped.
  func begin(limit: Int = .max) {
    units = 0
    self.limit = limit
  }

  /// Counts a unit; true if the request is to be stopped.
  func count() -> Bool {
    units += 1
    return isOver
  }

  /// Whether there was more to do than there was to be.
  var isOver: Bool { units > limit }

  /// Whether an event loop would have had the time.
  var wasShort: Bool { units <= Self.unitsOnEventLoop }
}
