import NIOCore

/// A request as far as it has arrived.
struct Request {
  var route: Route
  var exchange: Exchange
  var framing: Framing
  var bodyLimit = BodyLimit(name: "bodyBytes", bytes: 0)
  /// What has arrived of the content, if the route looks at it.
  var body: ByteBuffer?
  /// How much content has arrived.
  var bodyBytes = 0
}
