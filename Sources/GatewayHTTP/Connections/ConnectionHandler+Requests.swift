import NIOCore
import NIOHTTP1

// Requests, as they arrive.

/// How many bytes of a request may be neither content nor the usual sizes of its chunks.
private let framingBytesLimit = 128 << 10

extension ConnectionHandler {
  func receive(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
    guard case .betweenRequests = phase else { return }
    let request = request(head, context: context)
    if case .refused = request.route { return takeLast(request, context: context) }
    if request.exchange.fields.expect != nil, head.version.minor > 0 {
      if case .answered = request.route { return takeLast(request, context: context) }
      allowBody(context: context)
    }
    request.decodedBytesBefore = decoder.decodedBytes
    phase = .reading(request)
  }

  /// What a head asks for.
  func request(_ head: HTTPRequestHead, context: ChannelHandlerContext) -> Request {
    var fields = RequestFields(head.headers)
    let client = fields.believe(client, ifOneOf: endpoint.configuration.trustedProxies)
    let framing = Framing(head, offersUpgrade: fields.offersUpgrade)
    let bodyLimit = endpoint.bodyLimit(for: fields)
    let refusal = Refusal(
      of: head, fields: fields, within: endpoint.configuration, bodyLimit: bodyLimit)
    var route =
      refusal.map { .refused(Answer($0, on: RouteName(target: head.uri))) }
      ?? Route(head, fields: fields, configuration: endpoint.configuration)
    let name = route.name(target: head.uri)
    let exchange = Exchange(
      head, fields: fields, route: name, start: context.eventLoop.now, client: client,
      span: endpoint.beginSpan(head, fields: fields, client: client, route, name))
    if refusal == nil, let refusal = endpoint.refusal(of: exchange) {
      route = .answered(Answer(refusal, on: name))
    }
    return Request(exchange, route: route, framing: framing, bodyLimit: bodyLimit)
  }

  /// Tells a client that waits for it to send the body. RFC 9110 §10.1.1 Expect.
  ///
  /// Not while earlier answers wait; a client sends its body after a while all the same.
  private func allowBody(context: ChannelHandlerContext) {
    guard waiting.isEmpty && mayAnswer else { return }
    writeContinue(context: context)
  }

  func receive(_ part: ByteBuffer, context: ChannelHandlerContext) {
    guard case .reading(let request) = phase else { return }
    guard request.bodyBytes + part.readableBytes <= request.bodyLimit.bytes else {
      return refuse(.bodyTooLong(limit: request.bodyLimit), context: context)
    }
    request.bodyBytes += part.readableBytes
    if case .graphQLPost = request.route {
      if request.body?.writeImmutableBuffer(part) == nil { request.body = part }
    }
  }

  /// Refuses a body of which too much is no content. RFC 9112 §7.1.1 Chunk Extensions.
  ///
  /// The head counts, too, and what came before it in the same read: how much that was, nobody knows.
  func checkFraming(context: ChannelHandlerContext) {
    guard case .reading(let request) = phase else { return }
    // Honest sizes take six bytes a chunk, and a chunk has at least one of content.
    let allowed = framingBytesLimit + 8 * request.bodyBytes
    guard decoder.decodedBytes - request.decodedBytesBefore - request.bodyBytes > allowed else {
      return
    }
    refuse(.tooMuchFraming(limit: framingBytesLimit), context: context)
  }

  func receiveEnd(context: ChannelHandlerContext) {
    guard case .reading(let request) = phase else { return }
    phase = request.framing.keepsAlive ? .betweenRequests : .refusing
    take(request, context: context)
  }

  /// Answers what is arriving with an error and takes no more requests: where the next one begins is
  /// unknown.
  func refuse(_ refusal: Refusal, context: ChannelHandlerContext) {
    let exchange =
      if case .reading(let request) = phase {
        request.exchange
      } else {
        Exchange(withoutRequestAt: context.eventLoop.now, client: client)
      }
    let answer = Answer(refusal, on: exchange.route)
    takeLast(Request(exchange, route: .refused(answer)), context: context)
  }

  /// Answers a request whose body, if it has one, is not looked at, and takes no more.
  func takeLast(_ request: Request, context: ChannelHandlerContext) {
    if case .refusing = phase { return }
    phase = .refusing
    request.framing.keepsAlive = false
    take(request, context: context)
  }

  /// Whether a request has begun to arrive, or has arrived, that has no answer yet.
  var hasUnansweredRequest: Bool {
    if case .reading = phase { return true }
    return holdsPartOfHead || awaitsAnswer || !waiting.isEmpty
  }
}
