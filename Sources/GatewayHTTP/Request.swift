import NIOCore

/// A request as far as it has arrived.
final class Request {
  let exchange: Exchange
  var route: Route
  var framing: Framing
  let bodyLimit: BodyLimit
  /// What has arrived of the content, if the route looks at it.
  var body: ByteBuffer?
  /// How much content has arrived.
  var bodyBytes = 0
  /// How much the decoder had seen when the head arrived, without what came with it.
  var decodedBytesBefore = 0

  init(
    _ exchange: Exchange, route: Route, framing: Framing = Framing(),
    bodyLimit: BodyLimit = BodyLimit(name: "bodyBytes", bytes: 0)
  ) {
    self.exchange = exchange
    self.route = route
    self.framing = framing
    self.bodyLimit = bodyLimit
  }
}
