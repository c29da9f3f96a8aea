import Logging
import NIOCore
import NIOHTTP1

/// One connection of HTTP/1: requests in, responses out, in the same order, all on its event loop.
///
/// Responses to what one read brought go out in one write. While the client does not read, neither
/// do we, and requests that have arrived wait unanswered, so that a connection holds at most one
/// read's worth of them.
final class ConnectionHandler: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = Never
  typealias OutboundOut = ByteBuffer

  private enum Phase {
    case betweenRequests
    case reading(Request)
    /// No more requests are taken: what arrives is thrown away until the client has closed.
    case refusing
  }

  let endpoint: Endpoint
  let logger: Logger
  /// The other end.
  private var client: SocketAddress?
  private var phase = Phase.betweenRequests
  /// Whether the decoder holds the beginning of a head.
  private var holdsPartOfHead = false
  /// Whether the current read has brought anything that the decoder could pass on.
  private var hasDecoded = false
  /// Requests that have arrived whole and have no answer yet.
  private var waiting = CircularBuffer<Request>()
  /// Whether the request before those is being executed elsewhere; they wait for its answer.
  var awaitsAnswer = false
  /// The answer whose beginning has been sent.
  var outgoing: OutgoingAnswer?
  /// When the first of the requests that are answered in a row began.
  private var turnStart: NIODeadline?
  /// Whether requests wait because this connection's turn is over.
  private var awaitsTurn = false
  /// Whether they are to be answered as soon as the event loop has read what else has arrived.
  private(set) var isScheduled = false
  /// Held while a request of the connection is at work or waits for it.
  private var place: Places.Place?

  private var output: ByteBuffer?
  private(set) var isWritable = true
  /// Whether a read is due once the client reads on.
  private var holdsRead = false

  private(set) var isDraining = false
  private var inputIsClosed = false
  /// Whether the connection ends with the last answer.
  var closesWhenAnswered = false
  private var isClosing = false
  /// Whether the client can be told nothing more.
  private var isGone = false
  var timeouts = ConnectionTimeouts()

  init(endpoint: Endpoint, logger: Logger) {
    self.endpoint = endpoint
    self.logger = logger
  }

  func handlerAdded(context: ChannelHandlerContext) {
    startTimeouts(context: context)
  }

  func channelActive(context: ChannelHandlerContext) {
    client = context.remoteAddress
    endpoint.connectionOpened()
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    isGone = true
    dropOutgoing()
    stopTimeouts()
    endpoint.connectionClosed(unanswered: waiting.count + (awaitsAnswer ? 1 : 0))
    waiting.removeAll()
    if !awaitsAnswer { place = nil }
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    hasDecoded = true
    holdsPartOfHead = false
    switch unwrapInboundIn(data) {
    case .head(let head): receive(head, context: context)
    case .body(let part): receive(part, context: context)
    case .end: receiveEnd(context: context)
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if case .betweenRequests = phase, !hasDecoded { holdsPartOfHead = true }
    hasDecoded = false
    turnStart = nil
    flush(context: context)
    updateTimeouts(context: context)
  }

  func read(context: ChannelHandlerContext) {
    if mayAnswer {
      context.read()
    } else {
      holdsRead = true
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    isWritable = context.channel.isWritable
    if isWritable {
      sendOutgoing(context: context)
      proceed(context: context)
    }
    updateTimeouts(context: context)
  }

  /// Goes on with what has had to wait: for the client to read, or for an answer.
  func proceed(context: ChannelHandlerContext) {
    answerWaiting(context: context)
    flush(context: context)
    if mayAnswer && holdsRead {
      holdsRead = false
      context.read()
    }
  }

  /// Whether nothing keeps requests from being answered as they arrive.
  private var mayAnswer: Bool { isWritable && !awaitsAnswer && !awaitsTurn }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case is ChannelShouldQuiesceEvent:
      drain(context: context)
    case ChannelEvent.inputClosed:
      inputIsClosed = true
      takeNoMore(context: context)
    default:
      context.fireUserInboundEventTriggered(event)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch error {
    case let error as UnknownMethod:
      takeLast(request(error.head, context: context), context: context)
      flush(context: context)
    case let error as HTTPParserError:
      refuse(Answer(error), context: context)
      flush(context: context)
    case is ByteToMessageDecoderError:
      // Bytes after those that were refused; they are thrown away like the rest.
      break
    default:
      logger.debug("A connection failed", metadata: ["error": "\(error)"])
      context.close(promise: nil)
    }
  }
}

// MARK: Requests

/// For how long requests that came together are answered in a row, while other connections wait.
private let turn = TimeAmount.milliseconds(1)

extension ConnectionHandler {
  private func receive(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
    guard case .betweenRequests = phase else { return }
    let request = request(head, context: context)
    if case .refused = request.route { return takeLast(request, context: context) }
    if request.exchange.fields.expect != nil, head.version.minor > 0 {
      if case .answered = request.route { return takeLast(request, context: context) }
      allowBody(context: context)
    }
    phase = .reading(request)
  }

  /// What a head asks for.
  private func request(_ head: HTTPRequestHead, context: ChannelHandlerContext) -> Request {
    var fields = RequestFields(head.headers)
    let client = fields.believe(client, ifOneOf: endpoint.configuration.trustedProxies)
    let bodyLimit = endpoint.bodyLimit(for: fields)
    let refusal = Answer(
      refusing: head, fields: fields, within: endpoint.configuration, bodyLimit: bodyLimit)
    let route =
      refusal.map { .refused($0) }
      ?? Route(head, fields: fields, configuration: endpoint.configuration)
    let keepsAlive = head.isKeepAlive && !fields.offersUpgrade
    let exchange = Exchange(
      head, fields: fields, route: route.name(target: head.uri), start: context.eventLoop.now,
      client: client)
    return Request(
      route: refusal == nil ? endpoint.admit(route, for: exchange) : route,
      exchange: exchange,
      framing: Framing(
        keepsAlive: keepsAlive,
        confirmsKeepAlive: keepsAlive && head.version.minor == 0,
        omitsContent: head.method == .HEAD,
        takesChunks: head.version.minor > 0),
      bodyLimit: bodyLimit)
  }

  /// Tells a client that waits for it to send the body. RFC 9110 §10.1.1 Expect.
  ///
  /// Not while earlier answers wait; a client sends its body after a while all the same.
  private func allowBody(context: ChannelHandlerContext) {
    guard waiting.isEmpty && mayAnswer else { return }
    withOutput(context: context) { $0.writeStaticString("HTTP/1.1 100 Continue\r\n\r\n") }
  }

  private func receive(_ part: ByteBuffer, context: ChannelHandlerContext) {
    guard case .reading(var request) = phase else { return }
    guard request.bodyBytes + part.readableBytes <= request.bodyLimit.bytes else {
      return refuse(.bodyTooLong(limit: request.bodyLimit), context: context)
    }
    // Lets go of the other reference, so that the body grows in place.
    phase = .betweenRequests
    request.bodyBytes += part.readableBytes
    if case .graphQLPost = request.route {
      if request.body?.writeImmutableBuffer(part) == nil { request.body = part }
    }
    phase = .reading(request)
  }

  private func receiveEnd(context: ChannelHandlerContext) {
    guard case .reading(let request) = phase else { return }
    phase = request.framing.keepsAlive ? .betweenRequests : .refusing
    take(request, context: context)
  }

  /// Answers what is arriving with an error and takes no more requests: where the next one begins is
  /// unknown.
  func refuse(_ answer: Answer, context: ChannelHandlerContext) {
    let exchange =
      if case .reading(let request) = phase {
        request.exchange
      } else {
        Exchange(withoutRequestAt: context.eventLoop.now, client: client)
      }
    takeLast(
      Request(route: .refused(answer), exchange: exchange, framing: Framing()), context: context)
  }

  /// Answers a request whose body, if it has one, is not looked at, and takes no more.
  private func takeLast(_ request: Request, context: ChannelHandlerContext) {
    if case .refusing = phase { return }
    phase = .refusing
    var request = request
    request.framing.keepsAlive = false
    take(request, context: context)
  }

  /// Takes a request, to answer it once the event loop has read what all connections have brought: only
  /// then is it known how many there are.
  private func take(_ request: Request, context: ChannelHandlerContext) {
    endpoint.requestTaken()
    var request = request
    if request.route.isWork && place == nil {
      place = endpoint.takePlace()
      if place == nil { request.route = .answered(endpoint.overloaded) }
    }
    waiting.append(request)
    guard !isScheduled else { return }
    isScheduled = true
    proceedLater(context: context) { [self] in isScheduled = false }
  }

  /// Goes on once the event loop has done what else is due, `begin` first.
  private func proceedLater(context: ChannelHandlerContext, _ begin: @escaping () -> Void) {
    context.eventLoop.assumeIsolated().execute { [self] in
      begin()
      guard !isGone else { return }
      proceed(context: context)
      turnStart = nil
      updateTimeouts(context: context)
    }
  }

  private func answerWaiting(context: ChannelHandlerContext) {
    defer { if waiting.isEmpty && !awaitsAnswer { place = nil } }
    while mayAnswer, let request = waiting.first {
      guard hasTurn(for: request, context: context) else { return yield(context: context) }
      waiting.removeFirst()
      switch endpoint.reply(to: request) {
      case .now(let answer): send(answer, to: request, context: context)
      case .later(let answer): waitFor(answer, to: request, context: context)
      }
    }
  }

  /// Whether a request may be answered before other connections have had their turn.
  private func hasTurn(for request: Request, context: ChannelHandlerContext) -> Bool {
    guard let turnStart else {
      turnStart = request.exchange.start
      return true
    }
    return context.eventLoop.now - turnStart < turn
  }

  /// Lets the other connections of the event loop go first, and then goes on.
  private func yield(context: ChannelHandlerContext) {
    awaitsTurn = true
    proceedLater(context: context) { [self] in
      awaitsTurn = false
      turnStart = context.eventLoop.now
    }
  }

  private func send(_ answer: Answer, to request: Request, context: ChannelHandlerContext) {
    var answer = answer
    endpoint.settle(&answer, for: request.exchange)
    var framing = request.framing
    // Else the client would not know where the answer ends.
    if answer.rest != nil && !framing.takesChunks { framing.keepsAlive = false }
    if isDraining && !hasUnansweredRequest {
      framing.keepsAlive = false
      phase = .refusing
    }
    if !framing.keepsAlive { closesWhenAnswered = true }
    let date = endpoint.currentDateField()
    withOutput(context: context) { output in
      let start = output.writerIndex
      output.write(answer, framing: framing, date: date)
      let bytes = output.writerIndex - start
      if let rest = answer.rest {
        outgoing = OutgoingAnswer(
          answer: answer, rest: rest, exchange: request.exchange, framing: framing, bytes: bytes)
      } else {
        endpoint.record(
          answer, to: request.exchange, bytes: bytes, now: context.eventLoop.now)
      }
    }
    if outgoing != nil { return beginOutgoing(context: context) }
    if let output, output.readableBytes >= flushThreshold { flush(context: context) }
  }

  /// Sends an answer when it is there. A client that goes away meanwhile loses the answer, and
  /// nothing else.
  private func waitFor(
    _ answer: PendingAnswer, to request: Request, context: ChannelHandlerContext
  ) {
    awaitsAnswer = true
    var request = request
    request.body = nil
    let answered = answer.start(on: context.eventLoop)
    answered.assumeIsolated().whenSuccess { [self, request] answer in
      awaitsAnswer = false
      guard !isGone else {
        place = nil
        return
      }
      send(answer, to: request, context: context)
      proceed(context: context)
      updateTimeouts(context: context)
    }
  }

  /// Whether a request has begun to arrive, or has arrived, that has no answer yet.
  private var hasUnansweredRequest: Bool {
    if case .reading = phase { return true }
    return holdsPartOfHead || awaitsAnswer || !waiting.isEmpty
  }
}

// MARK: Output

/// From how many bytes on responses are written before the current read is used up.
private let flushThreshold = 64 << 10

extension ConnectionHandler {
  func withOutput(context: ChannelHandlerContext, _ body: (inout ByteBuffer) -> Void) {
    var buffer = output.take() ?? endpoint.takeOutput(from: context.channel.allocator)
    body(&buffer)
    output = buffer
  }

  func flush(context: ChannelHandlerContext) {
    if let buffer = output.take() {
      context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
      endpoint.giveBack(buffer)
    }
    if closesWhenAnswered && waiting.isEmpty && !awaitsAnswer && !isClosing {
      isClosing = true
      close(context: context)
    }
  }

  /// Closes once everything is sent.
  ///
  /// As long as the client may still be sending, only our direction: closing both with input unread
  /// would let the system drop the answer. RFC 9112 §9.6 Tear-down.
  private func close(context: ChannelHandlerContext) {
    if case .refusing = phase, !inputIsClosed {
      context.close(mode: .output, promise: nil)
    } else {
      let sent = context.eventLoop.makePromise(of: Void.self)
      sent.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
      context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: sent)
    }
  }

  /// Answers what has arrived, takes no more requests, and closes.
  private func takeNoMore(context: ChannelHandlerContext) {
    closesWhenAnswered = true
    flush(context: context)
    updateTimeouts(context: context)
  }

  /// Finishes what has begun, takes nothing new, and closes after the drain timeout at the latest.
  private func drain(context: ChannelHandlerContext) {
    isDraining = true
    endpoint.isDraining = true
    let limit = TimeAmount(endpoint.configuration.drainTimeout)
    let end = context.eventLoop.assumeIsolated().scheduleTask(in: limit) {
      context.close(promise: nil)
    }
    context.channel.closeFuture.whenComplete { _ in end.cancel() }
    if !hasUnansweredRequest { takeNoMore(context: context) }
  }

  /// What the connection waits for now that everything possible is done.
  var currentWait: ConnectionTimeouts.Wait {
    if !isWritable { return .clientToRead(unsentBytes: .max) }
    if awaitsAnswer || awaitsTurn { return .writer }
    if isClosing { return .clientToClose }
    return hasUnansweredRequest ? .restOfRequest : .nextRequest
  }

  /// How many bytes of answers the client has not taken yet.
  func unsentBytes(context: ChannelHandlerContext) throws -> Int {
    try context.channel.syncOptions?.getOption(.bufferedWritableBytes) ?? 0
  }
}
