import NIOCore
import NIOHTTP1

/// One request and its answer: what the head said that the answer, the log and the metrics depend on,
/// beside the route.
///
/// A class, so that to pass it on takes one reference and not those of twenty fields.
final class Exchange: Sendable {
  /// What was asked for, by the name that logs and metrics have for it.
  let route: RouteName
  /// The request target as it was sent; empty for what came and was no request.
  let target: String
  /// Nil for what came and was no request. RFC 9110 §9 Methods.
  let method: HTTPMethod?
  /// The fields that the endpoint acts on; none for what was no request.
  let fields: RequestFields
  /// When the head had arrived.
  let start: NIODeadline
  /// What a tracer is told of it; nil if it is not.
  let span: RequestSpan?
  /// Who asks: the other end of the connection, or whom a trusted proxy there speaks for; nil if the
  /// system does not know.
  let client: SocketAddress?

  /// The exchange that a head begins.
  init(
    _ head: HTTPRequestHead, fields: RequestFields, route: RouteName, start: NIODeadline,
    client: SocketAddress?, span: RequestSpan?
  ) {
    self.route = route
    target = head.uri
    method = head.method
    self.fields = fields
    self.start = start
    self.client = client
    self.span = span
  }

  /// Whether a browser asks whether a page may send what it wants to. Fetch Standard, "CORS-preflight
  /// request".
  var isPreflight: Bool {
    method == .OPTIONS && fields.isPreflight
  }

  /// Whether it is a question of the operator's, who must have an answer however busy the server is.
  var isForOperator: Bool {
    switch route {
    case .health, .metrics: true
    case .graphQL, .rest, .schema, .explorer, .other: false
    }
  }

  /// The exchange of bytes that are no request, or none yet.
  init(withoutRequestAt start: NIODeadline, client: SocketAddress?) {
    route = .other
    target = ""
    method = nil
    fields = RequestFields(HTTPHeaders())
    self.start = start
    self.client = client
    span = nil
  }
}
