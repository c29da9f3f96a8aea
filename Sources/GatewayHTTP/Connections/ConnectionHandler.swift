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

  enum Phase {
    case betweenRequests
    case reading(Request)
    /// No more requests are taken: what arrives is thrown away until the client has closed.
    case refusing
  }

  let endpoint: Endpoint
  /// What passes requests on to this.
  let decoder: RequestDecoder
  let logger: Logger
  /// The other end.
  var client: SocketAddress?
  var phase = Phase.betweenRequests
  /// Whether the decoder holds the beginning of a head.
  var holdsPartOfHead = false
  /// Whether the current read has brought anything that the decoder could pass on.
  private var hasDecoded = false
  /// Requests that have arrived whole and have no answer yet.
  var waiting = CircularBuffer<Request>()
  /// Whether the request before those is being executed elsewhere; they wait for its answer.
  var awaitsAnswer = false
  /// That execution, until there is an answer.
  var execution: Execution?
  /// The answer whose beginning has been sent.
  var outgoing: OutgoingAnswer?
  /// When the first of the requests that are answered in a row began.
  var turnStart: NIODeadline?
  /// Whether requests wait because this connection's turn is over.
  var awaitsTurn = false
  /// Whether they are to be answered as soon as the event loop has read what else has arrived.
  var isScheduled = false
  /// Held while a request of the connection is at work or waits for it.
  var place: Places.Place?

  /// Answers that are not written yet.
  var output: ByteBuffer?
  private(set) var isWritable = true
  /// Whether a read is due once the client reads on.
  private var holdsRead = false

  var isDraining = false
  var inputIsClosed = false
  /// Whether the connection ends with the last answer.
  var closesWhenAnswered = false
  var isClosing = false
  /// Whether the client can be told nothing more.
  var isGone = false
  var timeouts: ConnectionTimeouts

  init(endpoint: Endpoint, decoder: RequestDecoder, logger: Logger) {
    self.endpoint = endpoint
    self.decoder = decoder
    self.logger = logger
    timeouts = ConnectionTimeouts(endpoint.configuration)
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
    stopTimeouts()
    abandonRequests(context: context)
    endpoint.connectionClosed()
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
    checkFraming(context: context)
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
  var mayAnswer: Bool { isWritable && !awaitsAnswer && !awaitsTurn }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case is ChannelShouldQuiesceEvent:
      drain(context: context)
    case ChannelEvent.inputClosed:
      inputIsClosed = true
      askWhetherClientIsThere(context: context)
      takeNoMore(context: context)
    default:
      context.fireUserInboundEventTriggered(event)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch error {
    case let error as UnknownMethod:
      if case .refusing = phase { break }
      takeLast(request(error.head, context: context), context: context)
      flush(context: context)
    case HTTPParserError.invalidVersion:
      refuse(Refusal(decoder.stopForVersion()), context: context)
      flush(context: context)
    case let error as HTTPParserError:
      refuse(Refusal(error), context: context)
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
