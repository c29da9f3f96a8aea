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

  private static let units: [TimeUnit] = [.milliseconds, .seconds, .minutes, .hours, .days]

  init(_ duration: Duration) {
    self.duration = duration
  }

  init?(argument: String) {
    // Six digits of days fit a Duration, and a hundred years an event loop's nanoseconds.
    guard let duration = Duration(argument, digits: 6, units: Self.units),
      duration <= .seconds(36_500 * 86_400)
    else { return nil }
    self.duration = duration
  }

  var defaultValueDescription: String { duration.text(units: Self.units) }
}
