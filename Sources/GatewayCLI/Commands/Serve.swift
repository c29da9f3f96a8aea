import ArgumentParser
import CatalogGateway
import CatalogStore
import GatewayHTTP
import Logging
import ServiceLifecycle

/// `gridql serve`: the endpoint.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve a catalog over HTTP.",
    discussion: """
      Without --database: the sample catalog, in memory. Prints the endpoint's URL when it accepts \
      connections. SIGTERM and SIGINT let running requests finish.
      """)

  @Option(help: ArgumentHelp("The catalog's file.", valueName: "file"))
  var database: String?

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 is any free one.")
  var port = 8080

  @Option(
    name: .customLong("public-url"),
    help: ArgumentHelp("How clients reach this server, if through a proxy.", valueName: "url"))
  var publicURL: PublicURL?

  @Option(
    name: .customLong("event-loops"),
    help: ArgumentHelp(
      "How many threads answer, each with a read connection of its own; one a processor without it.",
      valueName: "n"))
  var eventLoops: Int?

  @Flag(
    name: .customLong("benchmark-route"),
    help: ArgumentHelp("Serve a constant answer to compare with.", visibility: .hidden))
  var servesBenchmarkRoute = false

  func validate() throws {
    guard 0...65535 ~= port else { throw ValidationError("--port must be from 0 to 65535.") }
    guard 1...1024 ~= eventLoops ?? 1 else {
      throw ValidationError("--event-loops must be from 1 to 1024.")
    }
  }

  func run() async throws {
    let catalog = try database.map { try openCatalog(at: $0) } ?? sampleCatalog()
    let catalogName = database ?? "the sample catalog"
    let logger = Logger(label: "gridql") { StreamLogHandler.standardError(label: $0) }
    var configuration = ServerConfiguration(host: host, port: port)
    configuration.publicURL = publicURL
    configuration.servesBenchmarkRoute = servesBenchmarkRoute
    if let eventLoops { configuration.eventLoops = eventLoops }
    let gateway = try Gateway(catalog: catalog) { failure in
      logger.error(
        "Masked failure",
        metadata: ["id": "\(failure.id)", "error": "\(sentence(for: failure.error))"])
    }
    let server = GatewayServer(
      gateway: gateway, configuration: configuration, logger: logger,
      onListening: { announce(url: $0.endpointURL, catalogName: catalogName) })
    // What the group would log, the server logs better or this command prints as it ends.
    var lifecycleLogger = logger
    lifecycleLogger.logLevel = .critical
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [server], gracefulShutdownSignals: [.sigterm, .sigint],
        logger: lifecycleLogger))
    try await group.run()
  }
}

/// Prints the URL alone on standard output, for scripts, and what to do with it on standard error.
private func announce(url: String, catalogName: String) {
  do {
    try standardOutput.write(Array((url + "\n").utf8))
  } catch {
    // The server is worth as much to those who know its address.
    standardError.note("warning: " + sentence(for: error))
  }
  standardError.note(
    """
    Serving \(catalogName). Try:
      gridql query --endpoint \(url) '{ packages(first: 3) { title repoWatchers } }'
    """)
}

extension PublicURL: ExpressibleByArgument {
  /// Reads the argument of `--public-url`.
  public init?(argument: String) {
    self.init(argument)
  }
}
