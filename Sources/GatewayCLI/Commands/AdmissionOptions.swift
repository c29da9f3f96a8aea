import ArgumentParser
import GatewayHTTP

/// What the server takes on at a time, as options of `gridql serve`.
struct AdmissionOptions: ParsableArguments {
  private static let defaults = ServerConfiguration()

  @Option(
    name: .customLong("max-concurrent-requests"),
    help: ArgumentHelp("Requests at work at a time; beyond, the answer is 503.", valueName: "n"))
  var concurrentRequests = Maximum(defaults.concurrentRequests)

  @Option(
    name: .customLong("max-connections"),
    help: ArgumentHelp("Open connections; one more gets a 503 and is closed.", valueName: "n"))
  var connections = Maximum(defaults.connections)

  @Option(
    name: .customLong("rate-limit"),
    help: ArgumentHelp(
      """
      Requests that a client may make in a time, such as 10/s or 600/m; beyond, the answer is 429. \
      Clients are told apart by token, else by address.
      """, valueName: "rate"))
  var rate: RateLimit?

  @Option(
    name: .customLong("rate-limit-burst"),
    help: ArgumentHelp(
      "Requests at once after a pause; as many as in --rate-limit without it.", valueName: "n"))
  var burst: Int?

  func validate() throws {
    guard burst == nil || rate != nil else {
      throw ValidationError("--rate-limit-burst needs --rate-limit.")
    }
    guard burst ?? 1 >= 1 else {
      throw ValidationError("--rate-limit-burst must be at least 1.")
    }
  }

  /// Tells the server.
  func configure(_ configuration: inout ServerConfiguration) {
    configuration.concurrentRequests = concurrentRequests.count
    configuration.connections = connections.count
    configuration.rateLimit = rate
    if let burst { configuration.rateLimit?.burst = burst }
  }
}

extension RateLimit: ExpressibleByArgument {
  /// Reads `10/s`, `600/m` or `5000/h`.
  public init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    // Nine digits are more than any server answers.
    guard parts.count == 2, 1...9 ~= parts[0].utf8.count,
      parts[0].utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let requests = Int(parts[0]), requests > 0,
      let unit = TimeUnit(rawValue: String(parts[1])), [.seconds, .minutes, .hours].contains(unit)
    else { return nil }
    self.init(requests: requests, per: .milliseconds(unit.milliseconds))
  }
}
