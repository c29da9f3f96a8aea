import CatalogGateway
import Logging
import NIOCore
import NIOExtras
import NIOHTTP1
import NIOPosix
import ServiceLifecycle

/// Where a server listens, once it does.
public struct ServerAddress: Sendable, Equatable {
  /// The host as it was asked for.
  public let host: String
  /// The port, chosen by the system if 0 was asked for.
  public let port: Int
  /// The URL of the GraphQL endpoint, to show to a person.
  public let endpointURL: String

  init(configuration: ServerConfiguration, port: Int) {
    host = configuration.host
    self.port = port
    let authority = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    let scheme = configuration.tls == nil ? "http" : "https"
    let base = configuration.publicURL.map { $0.origin + $0.path } ?? "\(scheme)://\(authority)"
    endpointURL = "\(base)/graphql"
  }
}

/// The endpoint over HTTP/1.1: `/graphql`, `/schema.graphql`, `/api/v4/…` and `/health/…`.
///
/// Every event loop runs its requests itself, in a session of its own, but for those that take long. On
/// a graceful shutdown the server says that it is not ready, and after `drainDelay` stops accepting,
/// finishes the requests that have begun and closes the connections, within `drainTimeout`.
public struct GatewayServer: Service {
  private let gateway: Gateway
  private let configuration: ServerConfiguration
  private let logger: Logger
  private let onListening: @Sendable (ServerAddress) -> Void
  private let admission: Admission

  /// Makes a server; nothing happens before ``run()``.
  ///
  /// `onListening` is called once connections are accepted.
  public init(
    gateway: Gateway, configuration: ServerConfiguration, logger: Logger,
    onListening: @escaping @Sendable (ServerAddress) -> Void = { _ in }
  ) {
    self.gateway = gateway
    self.configuration = configuration
    self.logger = logger
    self.onListening = onListening
    admission = Admission(configuration)
  }

  /// Serves until a graceful shutdown or the task's cancellation, and returns when all is closed.
  ///
  /// Throws a ``ServerError`` if it cannot listen, and what the gateway throws if it cannot open a
  /// session for each event loop.
  public func run() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, configuration.eventLoops))
    defer { gateway.onReopening(nil) }
    let end: ContinuousClock.Instant
    do {
      end = try await serve(on: group)
    } catch {
      gateway.finishMutations()
      try await group.shutdownGracefully()
      throw error
    }
    // No answer of a mutation comes after this.
    gateway.finishMutations(within: max(.zero, end - .now))
    try await group.shutdownGracefully()
  }

  /// Serves, and gives when the drain is to be over.
  private func serve(
    on group: MultiThreadedEventLoopGroup
  ) async throws -> ContinuousClock.Instant {
    openFiles()
    let longWork = LongWork(
      for: gateway, threads: configuration.longRequestThreads,
      waitingLimit: configuration.waitingLongRequests)
    let endpoints = try await makeEndpoints(on: group, longWork: longWork)
    gateway.onReopening {
      longWork.refresh()
      for endpoint in endpoints.values { endpoint.eventLoop.execute { endpoint.value.refresh() } }
    }
    let quiescing = ServerQuiescingHelper(group: group)
    let channel = try await listen(on: group, endpoints: endpoints, quiescing: quiescing)
    let address = ServerAddress(
      configuration: configuration, port: channel.localAddress?.port ?? configuration.port)
    logger.info("Listening", metadata: ["url": "\(address.endpointURL)"])
    onListening(address)

    await waitForShutdown(endpoints)
    logger.info("Draining", metadata: ["timeout": "\(configuration.drainTimeout)"])
    let end = ContinuousClock.now + configuration.drainTimeout
    let drained = group.any().makePromise(of: Void.self)
    quiescing.initiateShutdown(promise: drained)
    try await drained.futureResult.get()
    logger.info("Stopped")
    return end
  }

  /// Waits until the server is to stop, and until load balancers had time to notice.
  private func waitForShutdown(_ endpoints: Endpoints) async {
    do {
      try await gracefulShutdown()
      for endpoint in endpoints.values {
        endpoint.eventLoop.execute { endpoint.value.isDraining = true }
      }
      guard configuration.drainDelay > .zero else { return }
      logger.info("Not ready any more", metadata: ["delay": "\(configuration.drainDelay)"])
      try await Task.sleep(for: configuration.drainDelay)
    } catch {
      logger.debug("Cancelled; shutting down as if asked to")
    }
  }

  /// Makes room for as many connections as there may be, as far as the system lets us.
  private func openFiles() {
    // Beside connections: the database, its log, and what the system and libraries hold.
    let wanted = configuration.connections.addingReportingOverflow(256)
    guard !wanted.overflow, let files = raiseOpenFiles(to: wanted.partialValue),
      files < wanted.partialValue
    else { return }
    logger.warning(
      "The system allows fewer open files than there may be connections",
      metadata: ["files": "\(files)", "connections": "\(configuration.connections)"])
  }

  private typealias Endpoints = [ObjectIdentifier: NIOLoopBound<Endpoint>]

  private func makeEndpoints(
    on group: MultiThreadedEventLoopGroup, longWork: LongWork
  ) async throws -> Endpoints {
    let metricsPage = configuration.observability.metrics.map { MetricsPage($0, of: gateway) }
    var endpoints: Endpoints = [:]
    for loop in group.makeIterator() {
      endpoints[ObjectIdentifier(loop)] = try await loop.submit {
        [gateway, configuration, admission, logger] in
        let session = try gateway.makeSession(longWork: longWork)
        return try NIOLoopBound(
          Endpoint(
            session: session, longWork: longWork, configuration: configuration, logger: logger,
            admission: admission, metricsPage: metricsPage), eventLoop: loop)
      }.get()
    }
    return endpoints
  }

  private func listen(
    on group: MultiThreadedEventLoopGroup, endpoints: Endpoints, quiescing: ServerQuiescingHelper
  ) async throws -> any Channel {
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 1024)
      // So that a thousand clients that come at once are taken in within a few turns of the loop.
      .serverChannelOption(.maxMessagesPerRead, value: 64)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            quiescing.makeServerChannelHandler(channel: channel))
        }
      }
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { [logger, admission, configuration] channel in
        channel.eventLoop.makeCompletedFuture {
          guard let place = admission.connections.take() else {
            let refused = RefusedConnection(
              limit: admission.connections.count, isEncrypted: configuration.tls != nil)
            return try channel.pipeline.syncOperations.addHandler(refused)
          }
          channel.closeFuture.whenComplete { _ in withExtendedLifetime(place) {} }
          guard let endpoint = endpoints[ObjectIdentifier(channel.eventLoop)] else {
            preconditionFailure("every event loop has an endpoint")
          }
          try channel.pipeline.syncOperations.addHTTPHandlers(
            endpoint: endpoint.value, logger: logger)
        }
      }
    do {
      return try await bootstrap.bind(host: configuration.host, port: configuration.port).get()
    } catch {
      throw ServerError(error, host: configuration.host, port: configuration.port)
    }
  }
}

extension ChannelPipeline.SynchronousOperations {
  /// Sets up a connection: bytes to request parts to answers.
  ///
  /// The decoder's own limits only bound what it holds before it can pass a head on, far above
  /// those in the configuration, which are checked with the head in hand and have clear answers.
  func addHTTPHandlers(endpoint: Endpoint, logger: Logger) throws {
    if let tls = endpoint.configuration.tls {
      try addHandlers(
        tls.makeHandler(), HandshakeTimeout(endpoint.configuration.handshakeTimeout))
    }
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize =
      8 * max(endpoint.configuration.targetBytes, endpoint.configuration.headerBytes)
    limits.maxHeaderListSize = 2 * limits.maxHeaderFieldSize
    limits.maxHeaderFieldCount = 8 * endpoint.configuration.headerFields
    let decoder = RequestDecoder(limits)
    try addHandlers(
      ByteToMessageHandler(decoder),
      ConnectionHandler(endpoint: endpoint, decoder: decoder, logger: logger))
  }
}
