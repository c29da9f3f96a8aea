import NIOCore

/// How many lines the log may still have in a second, and how many it could not have.
struct LineRate {
  enum Answer: Equatable {
    /// After so many that were not allowed.
    case allowed(omitted: Int)
    case refused
  }

  private let perSecond: Int
  private var end = NIODeadline.uptimeNanoseconds(0)
  private var lines = 0
  private var omitted = 0

  init(perSecond: Int) {
    self.perSecond = perSecond
  }

  /// Asks for a line.
  mutating func takeLine(at now: NIODeadline) -> Answer {
    if now >= end {
      end = now + .seconds(1)
      lines = 0
    }
    guard lines < perSecond else {
      omitted += 1
      return .refused
    }
    lines += 1
    defer { omitted = 0 }
    return .allowed(omitted: omitted)
  }
}
