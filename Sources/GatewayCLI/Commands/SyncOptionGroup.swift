import ArgumentParser
import CatalogSync

/// How a command crawls an origin.
struct SyncOptionGroup: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Requests a second at most, such as 0.5; greater than 0, up to 1000.", valueName: "n"))
  var rate = SyncOptions().requestsPerSecond

  @Option(
    name: .customLong("page-size"),
    help: ArgumentHelp("Objects to ask for in one page.", valueName: "n"))
  var pageSize = SyncOptions().pageSize

  @Option(help: ArgumentHelp("How often to try a page before giving up.", valueName: "n"))
  var attempts = SyncOptions().attempts

  @Flag(
    inversion: .prefixedNo,
    help: "Remove what the origin no longer lists, with all that belongs to it.")
  var prune = false

  func validate() throws {
    guard rate > 0, rate <= 1000 else {
      throw ValidationError(
        "--rate must be greater than 0 and at most 1000: it counts requests a second.")
    }
    guard 1...100_000 ~= pageSize else {
      throw ValidationError("--page-size must be from 1 to 100000.")
    }
    guard 1...100 ~= attempts else { throw ValidationError("--attempts must be from 1 to 100.") }
  }

  /// The same for the library.
  var options: SyncOptions {
    var options = SyncOptions()
    options.requestsPerSecond = rate
    options.pageSize = pageSize
    options.attempts = attempts
    options.prunes = prune
    options.userAgent = "gridql/\(gridqlVersion)"
    return options
  }
}

/// The root of an API, as the command line names it.
func originArgument(_ text: String) throws -> OriginURL {
  guard let url = OriginURL(text) else {
    throw ValidationError("expected an http or https URL without a user")
  }
  return url
}
