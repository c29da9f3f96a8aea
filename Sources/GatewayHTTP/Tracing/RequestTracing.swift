import NIOCore
import NIOHTTP1
import Tracing

/// Begins the spans of requests.
///
/// A class, so that to see that there is none takes no copy of what it holds.
final class RequestTracing {
  private let tracer: any Tracer
  /// What reads the place in a trace off the fields of a request.
  private let instrument: any Instrument
  private let isEncrypted: Bool

  /// Nil if no tracer was given and none is in place, so that a request costs no more than seeing that.
  init?(_ configuration: ServerConfiguration) {
    let given = configuration.observability.tracer
    let tracer = given ?? InstrumentationSystem.tracer
    guard !(tracer is NoOpTracer) else { return nil }
    self.tracer = tracer
    instrument = given ?? InstrumentationSystem.instrument
    isEncrypted = configuration.tls != nil
  }

  /// Begins the span of a request, within the trace that its fields tell of; nil for requests that are
  /// not worth one.
  func begin(
    _ head: HTTPRequestHead, fields: RequestFields, client: SocketAddress?, _ route: Route,
    _ name: RouteName
  ) -> RequestSpan? {
    switch name {
    case .graphQL, .rest: break
    case .schema, .explorer, .health, .metrics, .other: return nil
    }
    var context = ServiceContext.topLevel
    instrument.extract(head.headers, into: &context, using: HeaderExtractor())
    let method = head.method.nameInTraces
    let template = name == .graphQL ? graphQLPath : route.template
    let span = tracer.startSpan(
      [method ?? "HTTP", template].compactMap { $0 }.joined(separator: " "), context: context,
      ofKind: .server)
    guard span.isRecording else { return RequestSpan(span) }
    var attributes = span.attributes
    attributes["http.request.method"] = method ?? "_OTHER"
    if method == nil {
      attributes["http.request.method_original"] = beginning(of: head.method.name.utf8, bytes: 32)
    }
    attributes["http.route"] = template
    // Without the query, which may hold what is nobody's business.
    attributes["url.path"] = beginning(
      of: originForm(of: head.uri).utf8.prefix { $0 != UInt8(ascii: "?") }, bytes: 256)
    attributes["url.scheme"] = isEncrypted || fields.isForwardedFromHTTPS ? "https" : "http"
    attributes["network.protocol.version"] = "\(head.version.major).\(head.version.minor)"
    attributes["client.address"] = client?.ipAddress
    if let (address, port) = fields.host.flatMap(addressAndPort) {
      attributes["server.address"] = address
      attributes["server.port"] = port
    }
    attributes["user_agent.original"] = head.headers.first(name: "user-agent")
      .map { beginning(of: $0.utf8, bytes: 256) }
    attributes["gridql.request_id"] = fields.requestID.map { beginning(of: $0.utf8, bytes: 128) }
    span.attributes = attributes
    return RequestSpan(span)
  }
}

extension HTTPMethod {
  /// The name, if it is one of those that the conventions know.
  fileprivate var nameInTraces: String? {
    switch self {
    case .CONNECT, .DELETE, .GET, .HEAD, .OPTIONS, .PATCH, .POST, .PUT, .TRACE: rawValue
    default: nil
    }
  }
}

private let graphQLPath = "/graphql"

extension Route {
  /// What stands for all paths that lead here; nil if the path leads nowhere.
  fileprivate var template: String? {
    switch self {
    case .graphQLPost, .graphQLGet: graphQLPath
    case .rest(let request): RESTPath(request.path)?.view.template
    case .explorer, .schema, .live, .ready, .metrics, .benchmark, .answered, .refused: nil
    }
  }
}

extension RESTView {
  fileprivate var template: String {
    switch self {
    case .root: RESTPath.base
    case .list(let resource): "\(RESTPath.base)\(resource.rawValue)/"
    case .object(let resource, _): "\(RESTPath.base)\(resource.rawValue)/{id}/"
    case .search: "\(RESTPath.base)search/"
    }
  }
}

/// The two parts of what a `Host` field says; nil if it is no host. RFC 9110 §7.2 Host and :authority.
private func addressAndPort(_ host: String) -> (address: String, port: Int?)? {
  guard isHostAndPort(host) else { return nil }
  var address = host[...]
  var port: Int?
  // Within brackets, colons belong to the address.
  if let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") {
    address = host[..<colon]
    port = Int(host[colon...].dropFirst())
  }
  if address.first == "[" { address = address.dropFirst().dropLast() }
  return (String(address), port)
}
