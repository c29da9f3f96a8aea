import ArgumentParser
import CatalogStore
import GatewayHTTP
import Logging
import Metrics

/// What `gridql serve` tells its operator: logs and metrics.
struct ObservabilityOptions: ParsableArguments {
  /// Whether there is something or not.
  enum Switch: String, ExpressibleByArgument, CaseIterable {
    case on
    case off
  }

  @Option(
    name: .customLong("log-level"), help: "What is logged at the least.")
  var logLevel = Logger.Level.info

  @Option(
    name: .customLong("log-format"),
    help: "Lines for people, or one JSON object a line.")
  var logFormat = LogFormat.text

  @Option(
    name: .customLong("request-log"),
    help: "Log a line for every request, for those that are refused or fail, or for none.")
  var loggedRequests = Observability().loggedRequests

  @Option(
    name: .customLong("request-log-rate"),
    help: ArgumentHelp(
      "How many such lines there may be a second; those beyond are only counted.", valueName: "n"))
  var loggedRequestsPerSecond = Maximum(Observability().loggedRequestsPerSecond)

  @Option(
    name: .customLong("slow-query"),
    help: ArgumentHelp(
      "From how long on a request is logged as slow, with its document.", valueName: "duration"))
  var slowRequest = MaximumDuration(Observability().slowRequest)

  @Flag(
    name: .customLong("log-variables"), inversion: .prefixedNo,
    help: "Log the values of variables, too, which may be secret.")
  var logsVariables = false

  @Option(help: "Count what happens, and show the figures at /metrics.")
  var metrics = Switch.on

  /// What the server is told. Metrics, if there are to be any, are those of the whole process from now
  /// on; so this is asked for once.
  func observability() -> Observability {
    var observability = Observability()
    observability.loggedRequests = loggedRequests
    observability.loggedRequestsPerSecond = loggedRequestsPerSecond.count
    observability.slowRequest = slowRequest.duration
    observability.logsVariables = logsVariables
    if metrics == .on {
      let collection = PrometheusMetrics()
      MetricsSystem.bootstrap(collection)
      observability.metrics = collection
    }
    return observability
  }

  /// The writer of the log, to standard error.
  func logWriter() -> LogWriter {
    LogWriter(
      noteOfLoss: { [logFormat] count in
        logFormat.line(
          .warning, "Lines were lost: nobody reads them fast enough",
          ["count": .stringConvertible(count)], at: currentInstant())
      },
      to: { try standardError.write($0) })
  }

  /// The log itself.
  func logger(_ writer: LogWriter) -> Logger {
    Logger(label: "gridql") { [logLevel, logFormat] _ in
      LineLogHandler(logLevel: logLevel, format: logFormat, writer: writer)
    }
  }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
extension LogFormat: ExpressibleByArgument {}
extension Observability.LoggedRequests: ExpressibleByArgument {}
