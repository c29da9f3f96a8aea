import ArgumentParser
import GatewayHTTP

/// How long `gridql serve` waits for whom.
struct TimeoutOptions: ParsableArguments {
  private static let defaults = ServerConfiguration()

  @Option(
    name: .customLong("idle-timeout"),
    help: timeHelp("How long a connection may stay open between requests."))
  var idle = TimeSpan(defaults.idleTimeout)

  @Option(
    name: .customLong("request-timeout"), help: timeHelp("How long a request may take to arrive."))
  var request = TimeSpan(defaults.requestTimeout)

  @Option(
    name: .customLong("drain-delay"),
    help: timeHelp(
      "How long to go on after SIGTERM, no longer ready, so that load balancers look elsewhere."))
  var drainDelay = TimeSpan(defaults.drainDelay)

  @Option(
    name: .customLong("drain-timeout"),
    help: timeHelp("How long to wait then for requests that have begun."))
  var drain = TimeSpan(defaults.drainTimeout)

  func validate() throws {
    guard idle.duration > .zero else { throw ValidationError("--idle-timeout must not be 0.") }
    guard request.duration > .zero else {
      throw ValidationError("--request-timeout must not be 0.")
    }
  }

  /// Tells the server.
  func apply(to configuration: inout ServerConfiguration) {
    configuration.idleTimeout = idle.duration
    configuration.requestTimeout = request.duration
    configuration.drainDelay = drainDelay.duration
    configuration.drainTimeout = drain.duration
  }
}

private func timeHelp(_ abstract: String) -> ArgumentHelp {
  ArgumentHelp("\(abstract)", valueName: "duration")
}

/// A time as the command line has it: a whole number with `ms`, `s`, `m`, `h` or `d`.
struct TimeSpan: ExpressibleByArgument, Equatable {
  let duration: Duration

  private static let units: KeyValuePairs<String, Int64> = [
    "ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000,
  ]

  init(_ duration: Duration) {
    self.duration = duration
  }

  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    // Six digits of days fit a Duration, and an event loop's nanoseconds.
    guard 1...6 ~= digits.count, let number = Int64(digits),
      let unit = Self.units.first(where: { $0.key == argument.dropFirst(digits.count) }),
      number * unit.value <= 36_500 * 86_400_000
    else { return nil }
    duration = .milliseconds(number * unit.value)
  }

  /// The largest unit that has no fraction.
  var defaultValueDescription: String {
    let milliseconds =
      duration.components.seconds * 1_000
      + duration.components.attoseconds / 1_000_000_000_000_000
    guard milliseconds > 0,
      let unit = Self.units.reversed().first(where: { milliseconds % $0.value == 0 })
    else { return "0s" }
    return "\(milliseconds / unit.value)\(unit.key)"
  }
}
