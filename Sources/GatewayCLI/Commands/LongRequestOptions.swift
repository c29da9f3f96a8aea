import ArgumentParser
import GatewayHTTP

/// Where requests are answered that would hold up others, as options of `gridql serve`.
struct LongRequestOptions: ParsableArguments {
  @Option(
    name: .customLong("long-request-threads"),
    help: ArgumentHelp(
      """
      How many more threads answer what would hold up others, each with a read connection of its own, \
      too; one less than processors without it.
      """, valueName: "n"))
  var threads: Int?

  @Option(
    name: .customLong("max-waiting-long-requests"),
    help: ArgumentHelp(
      "Requests that may wait for such a thread; beyond it the answer is 503.", valueName: "n"))
  var waiting = Maximum(ServerConfiguration().waitingLongRequests)

  func validate() throws {
    guard 1...1024 ~= threads ?? 1 else {
      throw ValidationError("--long-request-threads must be from 1 to 1024.")
    }
  }

  /// Tells the server.
  func apply(to configuration: inout ServerConfiguration) {
    if let threads { configuration.longRequestThreads = threads }
    configuration.waitingLongRequests = waiting.count
  }
}
