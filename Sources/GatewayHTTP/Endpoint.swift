import CatalogGateway
import JSON
import Logging
import Metrics
import NIOCore
import NIOHTTP1

/// When a request is answered.
enum Reply {
  case now(Answer)
  /// Not on the event loop, so that its other connections go on meanwhile.
  case later(PendingAnswer)
}

/// Everything behind the connections of one event loop: routes to answers, and what they share.
///
/// Belongs to its event loop: a `GatewaySession` has one read connection, for one thread. What would
/// hold up the loop is done by threads that all loops share.
final class Endpoint {
  let configuration: ServerConfiguration
  /// Whether a shutdown has begun; then this server is not ready for more.
  var isDraining = false

  /// When connections answer.
  let round = AnsweringRound()

  private let admission: Admission
  private let transfer: Transfer
  private let deflater = Deflater()
  private let longWork: LongWork?
  private let metrics: RequestMetrics
  private var log: RequestLog
  private let tracing: RequestTracing?
  private let metricsPage: MetricsPage?
  private let graphQL: GraphQLEndpoint
  private let rest: RESTEndpoint
  private let benchmarkAnswers: BenchmarkRoutes.Answers?
  private let strictTransportField: [UInt8]
  private var dateField: DateField
  private var output: ByteBuffer?
  /// Room for the heads of answers.
  private var head = GrowingBytes(capacity: 1024)

  init(
    session: GatewaySession, longWork: LongWork? = nil, configuration: ServerConfiguration,
    logger: Logger, admission: Admission? = nil, metricsPage: MetricsPage? = nil,
    dateField: DateField = DateField()
  ) throws {
    var configuration = configuration
    if !session.allowsIntrospection { configuration.hideSchema() }
    self.longWork = longWork
    self.configuration = configuration
    self.admission = admission ?? Admission(configuration)
    self.dateField = dateField
    self.metricsPage = metricsPage
    let observability = configuration.observability
    metrics = RequestMetrics(factory: observability.metrics ?? MetricsSystem.factory)
    log = RequestLog(observability, eventLoops: configuration.eventLoops, logger: logger)
    tracing = RequestTracing(configuration)
    transfer = Transfer(policy: configuration.transfer)
    graphQL = GraphQLEndpoint(session: session, statusCodes: configuration.statusCodes)
    rest = RESTEndpoint(session: session)
    benchmarkAnswers = try configuration.benchmarkRoutes?.makeAnswers()
    strictTransportField =
      configuration.strictTransport.map {
        Array("Strict-Transport-Security: max-age=\($0.components.seconds)\r\n".utf8)
      } ?? []
  }

  /// Answers a request whose body, if any, is complete.
  func reply(to request: Request) -> Reply {
    switch unsettledReply(to: request) {
    case .now(let answer):
      guard let longWork, transfer.isLong(answer, for: request.exchange) else {
        return .now(answer)
      }
      let settled = PendingAnswer {
        [transfer, exchange = request.exchange] cancellation, completion in
        let settle: @Sendable () -> Void = {
          var answer = answer
          if !cancellation.isCancelled {
            transfer.settle(&answer, for: exchange, with: Deflater())
          }
          completion(answer)
        }
        // Where too much waits, nobody is worse off if this does not.
        if !longWork.add(cancellation, { _ in settle() }) { settle() }
      }
      return .later(settled)
    case .later(let answer):
      return .later(
        answer.finished { [transfer, exchange = request.exchange] answer in
          if transfer.isLong(answer, for: exchange) {
            transfer.settle(&answer, for: exchange, with: Deflater())
          }
        })
    }
  }

  /// Why a request is not answered whose client makes too many of them.
  func refusal(of exchange: Exchange) -> Refusal? {
    guard let limiter = admission.rateLimiter, !exchange.isForOperator, !exchange.isPreflight,
      let seconds = limiter.secondsToWait(key(of: exchange), at: exchange.start)
    else { return nil }
    return .rateLimited(limiter.limit, secondsToWait: seconds)
  }

  /// Who a request counts for. A token that nobody knows is no way out of an address's share.
  private func key(of exchange: Exchange) -> ClientKey {
    if let name = graphQL.session.name(of: exchange.fields.credentials) { return .token(name) }
    return exchange.client.flatMap { NetworkAddress($0) }.map { .network($0.network) } ?? .unknown
  }

  /// A place for a request at work; nil if all are taken.
  func takePlace() -> Places.Place? { admission.requests.take() }

  /// Why there is no place for a request.
  var overloaded: Refusal { .overloaded(limit: admission.requests.count) }

  /// Settles how an answer goes out, unless that was done where it was made.
  func settle(_ answer: inout Answer, for exchange: Exchange) {
    transfer.settle(&answer, for: exchange, with: deflater)
    if !strictTransportField.isEmpty { answer.fieldLines += strictTransportField }
    if let cors = configuration.cors { answer.allow(cors, for: exchange) }
  }

  /// Notes a connection that was accepted.
  func connectionOpened() {
    metrics.connectionOpened()
  }

  /// Notes the end of a connection.
  func connectionClosed() {
    metrics.connectionClosed()
  }

  /// Notes a request that is to be answered.
  func requestTaken() {
    metrics.requestTaken()
  }

  /// Begins to trace a request, if anybody wants to know.
  func beginSpan(
    _ head: HTTPRequestHead, fields: RequestFields, client: SocketAddress?, _ route: Route,
    _ name: RouteName
  ) -> RequestSpan? {
    tracing?.begin(head, fields: fields, client: client, route, name)
  }

  /// Notes what became of a request; called once for each that was taken.
  ///
  /// `bytes` are those of the head and the content, and `now` is when they were handed to the
  /// connection.
  func record(
    _ answer: Answer, to exchange: Exchange, ending: AnswerEnding = .whole, bytes: Int,
    now: NIODeadline
  ) {
    let duration = now - exchange.start
    metrics.record(answer, to: exchange, ending: ending, bytes: bytes, duration: duration)
    log.record(
      answer, to: exchange, ending: ending, bytes: bytes, duration: duration, now: now)
    exchange.span?.end(answer, ending: ending, bytes: bytes)
  }

  private func unsettledReply(to request: Request) -> Reply {
    switch request.route {
    case .graphQLPost(let type, let origin):
      graphQL.reply(body: request.body, origin, as: type, longBodyBytes: longBodyBytes)
    case .graphQLGet(let target, let type, let origin):
      graphQL.reply(target: target, origin, as: type)
    case .rest(let request): rest.reply(to: request, longWork: longWork)
    case .schema: .now(.schema)
    case .live: .now(health(.ok, "live"))
    case .ready: .now(readiness)
    case .metrics(let credentials): .now(figures(for: credentials))
    case .benchmark(let path): .now(benchmark(path))
    case .explorer(let answer), .answered(let answer), .refused(let answer): .now(answer)
    }
  }

  /// Lets go of a catalog that is no longer served.
  func refresh() {
    graphQL.session.refresh()
  }

  /// How long the body of a request may be. Who asks is looked up only if it matters.
  func bodyLimit(for fields: RequestFields) -> BodyLimit {
    if let length = fields.contentLength, length > configuration.bodyBytes,
      graphQL.session.mayEdit(fields.credentials)
    {
      return BodyLimit(name: "editBodyBytes", bytes: configuration.editBodyBytes)
    }
    return BodyLimit(name: "bodyBytes", bytes: configuration.bodyBytes)
  }

  /// Adds an answer to what a connection is sent.
  func write(_ answer: Answer, framing: Framing, to output: inout ByteBuffer) {
    output.write(answer, framing: framing, date: dateField.current(), composedIn: &head)
  }

  /// An empty buffer for responses, the one given back last if there is one.
  func takeOutput(from allocator: ByteBufferAllocator) -> ByteBuffer {
    guard var buffer = output else { return allocator.buffer(capacity: 16 << 10) }
    output = nil
    buffer.clear()
    return buffer
  }

  /// Keeps a buffer for the next connection with something to say, unless it has grown large.
  func giveBack(_ buffer: ByteBuffer) {
    if buffer.capacity <= 1 << 20 { output = buffer }
  }

  private func benchmark(_ path: Substring) -> Answer {
    guard let body = benchmarkAnswers?(path) else {
      return Answer(.notFound, "There is no answer of this name to compare with.")
    }
    return Answer(status: .ok, contentType: .json, body: body)
  }

  /// The figures of the server, for those who may read.
  private func figures(for credentials: Credentials) -> Answer {
    if let refusal = graphQL.session.refusal(of: credentials) {
      return Answer(Refusal(refusal), on: .metrics)
    }
    guard let metricsPage else { preconditionFailure("the route is there with its page") }
    return metricsPage.answer
  }

  /// Whether requests are welcome, and if not, why.
  private var readiness: Answer {
    if isDraining { return health(.serviceUnavailable, "draining") }
    guard let unreadiness = graphQL.session.findUnreadiness() else { return health(.ok, "ready") }
    return health(.serviceUnavailable, "unavailable", reason: unreadiness.reason)
  }

  private func health(
    _ status: HTTPResponseStatus, _ state: String, reason: String? = nil
  ) -> Answer {
    let reason = reason.map { ",\"reason\":\"\($0)\"" } ?? ""
    return Answer(
      status: status, contentType: .json, body: Array("{\"status\":\"\(state)\"\(reason)}".utf8),
      reuse: .never)
  }
}

extension Unreadiness {
  /// A sentence that is JSON as it stands.
  fileprivate var reason: String {
    switch self {
    case .databaseReplaced: "The file of the database was moved, deleted or replaced."
    case .otherVersion: "The tables of the database have another version than this program knows."
    case .databaseFailed(let id): "The database cannot be read (id \(id))."
    }
  }
}

extension Answer {
  /// The schema as SDL.
  fileprivate static let schema = Answer(
    status: .ok, contentType: .text, asset: Asset(Array(Gateway.schemaText.utf8)),
    reuse: .untilProgramChanges)
}

/// From how many bytes on a body is not read on an event loop, where others would wait for it.
private let longBodyBytes = 64 << 10
