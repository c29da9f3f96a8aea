import ArgumentParser
import CatalogGateway
import CatalogStore
import CatalogSync
import Foundation
import GatewayHTTP
import Logging
import ServiceLifecycle
import UnixSignals

/// `gridql serve`: the endpoint.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve a catalog over HTTP.",
    discussion: """
      Without --database: the sample catalog, in memory, and a token to edit it with, on standard \
      error. Prints the endpoint's URL when it accepts connections. SIGTERM and SIGINT let running \
      requests finish; a second one does not wait for them. SIGHUP has a new file in the \
      database's place opened, and the trusted documents and the certificate read again.

      Anyone may read, unless --require-token is given. Who edits shows a token, made by \
      "gridql token create".

      Every option can be given in the environment, as in GRIDQL_PORT=80, and in a file, as in \
      {"port": 80}: see --config. The command line counts before the environment, and that before \
      the file.

      With --sync the database is brought in step with a REST v4 API while it is served: once, or \
      with --watch again and again. It is made if it does not exist.
      """)

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "A JSON file with these options as keys: {\"port\": 80}. See --print-config.",
      valueName: "file"))
  var configurationPath: String?

  @Flag(
    name: .customLong("print-config"),
    help: "Print what options, environment and file come to, as such a file, and do not serve.")
  var printsConfiguration = false

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
    help: ArgumentHelp(
      "The page at /graphql for browsers: ours, the official GraphiQL from its CDN, or none."))
  var explorer = ServerConfiguration.Explorer.on

  @Option(
    name: .customLong("event-loops"),
    help: ArgumentHelp(
      "How many threads answer, each with a read connection of its own; one a processor without it.",
      valueName: "n"))
  var eventLoops: Int?

  @Option(
    help: ArgumentHelp(
      "Bring the database in step with this REST v4 API; see gridql sync.", valueName: "url"),
    transform: originArgument)
  var sync: OriginURL?

  @Option(
    help: ArgumentHelp(
      "Sync again after each such pause, such as 30s, 15m, 2h, 1d.", valueName: "interval"),
    transform: WatchInterval.init(text:))
  var watch: WatchInterval?

  @OptionGroup var crawl: SyncOptionGroup

  @OptionGroup(title: "Documents")
  var documents: DocumentOptions

  @OptionGroup var longRequests: LongRequestOptions

  @OptionGroup(title: "Clients")
  var clients: ClientOptions

  @OptionGroup(title: "Load")
  var admission: AdmissionOptions

  @OptionGroup(title: "Compression and caches")
  var transfer: TransferOptions

  @OptionGroup(title: "TLS")
  var tls: TLSOptions

  @OptionGroup(title: "Timeouts")
  var timeouts: TimeoutOptions

  @OptionGroup(title: "Limits; none switches one off")
  var limits: LimitOptions

  @OptionGroup(title: "Logs and metrics")
  var observability: ObservabilityOptions

  @Flag(
    name: .customLong("require-token"), inversion: .prefixedNo,
    help: "Answer only requests with a token, whatever its role.")
  var requiresToken = false

  @Flag(
    name: .customLong("benchmark-route"),
    help: ArgumentHelp("Serve a constant answer to compare with.", visibility: .hidden))
  var servesBenchmarkRoute = false

  func validate() throws {
    guard 0...65535 ~= port else { throw ValidationError("--port must be from 0 to 65535.") }
    guard 1...1024 ~= eventLoops ?? 1 else {
      throw ValidationError("--event-loops must be from 1 to 1024.")
    }
    guard sync == nil || database != nil else {
      throw ValidationError("--sync needs --database, the file that it fills.")
    }
    guard watch == nil || sync != nil else {
      throw ValidationError("--watch needs --sync, the API to watch.")
    }
  }

  func run() async throws {
    keepFreedMemory()
    let catalog =
      try database.map { try openCatalog(at: $0, creating: sync != nil) } ?? sampleCatalog()
    let catalogName = database ?? "the sample catalog"
    let token = try database == nil ? tokenForThisRun(catalog) : nil
    let logWriter = observability.logWriter()
    defer { logWriter.finish() }
    let logger = observability.logger(logWriter)
    var configuration = ServerConfiguration(host: host, port: port)
    configuration.publicURL = publicURL
    configuration.explorer = explorer
    configuration.observability = observability.observability()
    configuration.transfer = transfer.policy
    configuration.benchmarkRoutes = servesBenchmarkRoute ? .fixed : nil
    configuration.tls = try tls.files?.identity()
    configuration.strictTransport = tls.hsts?.duration
    timeouts.apply(to: &configuration)
    longRequests.apply(to: &configuration)
    clients.configure(&configuration)
    admission.configure(&configuration)
    configuration.bodyBytes = limits.bodyBytes.count
    if let eventLoops { configuration.eventLoops = eventLoops }
    let gateway = try Gateway(
      catalog: catalog, limits: limits.requestLimits, documents: documents.policy(),
      requiresToken: requiresToken
    ) { failure in
      logger.error(
        "Masked failure",
        metadata: ["id": "\(failure.id)", "error": "\(sentence(for: failure.error))"])
    }
    let hasExplorer = explorer != .off && documents.introspection == .on
    if let identity = configuration.tls { tls.files?.noteExpiry(of: identity, logger: logger) }
    let manager = ServiceManager(environment: ProcessInfo.processInfo.environment)
    let server = GatewayServer(
      gateway: gateway, configuration: configuration, logger: logger,
      onListening: { [hasExplorer] in
        manager?.tell(.ready, logger: logger)
        announce(
          url: $0.endpointURL, catalogName: catalogName, hasExplorer: hasExplorer, token: token)
      })
    // What the group would log, the server logs better or this command prints as it ends.
    var lifecycleLogger = logger
    lifecycleLogger.logLevel = .critical
    // The last of them is shut down first.
    var services: [ServiceGroupConfiguration.ServiceConfiguration] = []
    let end = ImpatientEnd(
      signals: await UnixSignalsSequence(trapping: .sigterm, .sigint), logger: logger)
    services.append(.init(service: end, successTerminationBehavior: .ignore))
    let reloading = ReloadService(
      signals: await UnixSignalsSequence(trapping: .sighup),
      parts: reloadedParts(of: gateway, configuration.tls, logger: logger), logger: logger)
    services.append(.init(service: reloading, successTerminationBehavior: .ignore))
    if let sync {
      let watch = CatalogWatch(
        origin: sync, catalog: { gateway.catalog }, options: crawl.options,
        interval: watch?.duration,
        logger: logger)
      services.append(.init(service: watch, successTerminationBehavior: .ignore))
    }
    services.append(.init(service: server))
    if let manager {
      let notice = EndNotice(manager: manager, logger: logger)
      services.append(.init(service: notice, successTerminationBehavior: .ignore))
    }
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: services, gracefulShutdownSignals: [.sigterm, .sigint],
        logger: lifecycleLogger))
    try await group.run()
  }

  /// What is taken up anew at a SIGHUP.
  private func reloadedParts(
    of gateway: Gateway, _ identity: TLSIdentity?, logger: Logger
  ) -> [ReloadService.Part] {
    var parts: [ReloadService.Part] = []
    if database != nil { parts.append(.database(of: gateway)) }
    if let path = documents.trustedPath { parts.append(.trustedDocuments(at: path, of: gateway)) }
    if let identity, let files = tls.files {
      parts.append(.certificate(in: files, of: identity, logger: logger))
    }
    return parts
  }
}

/// Makes a token for a catalog that ends with this process.
private func tokenForThisRun(_ catalog: CatalogDatabase) throws -> String {
  try catalog.makeWriter()
    .createToken(name: "this-run", role: .admin, expires: nil, at: currentInstant()).token
}

/// Prints the URL alone on standard output, for scripts, and what to do with it on standard error.
private func announce(url: String, catalogName: String, hasExplorer: Bool, token: String?) {
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
  if hasExplorer { standardError.note("or open \(url) in a browser.") }
  if let token {
    standardError.note("Edits are lost at the end. For edits: Authorization: Bearer \(token)")
  }
}

extension ServerConfiguration.Explorer: ExpressibleByArgument {}

extension PublicURL: ExpressibleByArgument {
  /// Reads the argument of `--public-url`.
  public init?(argument: String) {
    self.init(argument)
  }
}
