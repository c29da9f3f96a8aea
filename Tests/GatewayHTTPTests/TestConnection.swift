import CatalogGateway
import CatalogStore
import Logging
import NIOCore
import NIOEmbedded

@testable import GatewayHTTP

/// A connection to an endpoint over an empty catalog: no sockets, and time passes when told to.
struct TestConnection {
  /// One for all tests; making it binds the whole schema.
  static let gateway = Result {
    try Gateway(catalog: CatalogDatabase.inMemory(), report: { _ in })
  }

  let channel: EmbeddedChannel
  /// What the connection counts into, if it was configured to.
  let metrics: PrometheusMetrics?

  init(
    logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
    _ configure: (inout ServerConfiguration) -> Void = { _ in }
  ) throws {
    try self.init(gateway: Self.gateway.get(), logger: logger, configure)
  }

  /// `admission` is for connections that belong to one server; `client` is who connects.
  init(
    gateway: Gateway, longWork: LongWork? = nil, client: String = "127.0.0.1",
    logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
    admission: Admission? = nil,
    _ configure: (inout ServerConfiguration) -> Void = { _ in }
  ) throws {
    var configuration = ServerConfiguration()
    configure(&configuration)
    metrics = configuration.observability.metrics
    let endpoint = try Endpoint(
      session: gateway.makeSession(longWork: longWork), longWork: longWork,
      configuration: configuration, logger: logger, admission: admission,
      metricsPage: configuration.observability.metrics.map { MetricsPage($0, of: gateway) },
      dateField: DateField(now: { 784_111_777 }))
    channel = EmbeddedChannel()
    try channel.pipeline.syncOperations.addHTTPHandlers(
      endpoint: endpoint, logger: logger)
    try channel.connect(to: SocketAddress(ipAddress: client, port: 4711), promise: nil)
  }

  /// Whether the server has closed the connection.
  var isClosed: Bool { !channel.isActive }

  /// Sends bytes as one packet.
  func send(_ text: String) throws {
    try channel.writeInbound(ByteBuffer(string: text))
    channel.embeddedEventLoop.run()
  }

  /// Everything the server has sent since it was last asked.
  func received() throws -> String {
    var text = ""
    while let buffer = try channel.readOutbound(as: ByteBuffer.self) {
      text += String(buffer: buffer)
    }
    return text
  }

  /// Sends bytes and takes the answers to them.
  func responses(to text: String) throws -> [TestResponse] {
    try send(text)
    return try TestResponse.all(in: received())
  }

  /// Sends a request and takes its answer.
  func response(to request: TestRequest) throws -> TestResponse {
    let responses = try responses(to: request.text)
    guard let response = responses.first, responses.count == 1 else {
      throw UnexpectedResponse(text: "\(responses)")
    }
    return response
  }

  /// Lets time pass, and with it whatever is due.
  func wait(_ duration: Duration) {
    channel.embeddedEventLoop.advanceTime(by: TimeAmount(duration))
  }
}

/// The text of a request over HTTP/1.1.
struct TestRequest: Sendable {
  var method = "POST"
  var target = "/graphql"
  var accept: String?
  var contentType: String? = "application/json"
  var host = "localhost"
  /// Further field lines, each with its CRLF.
  var fields = ""
  var body = ""

  static func post(
    _ body: String, accept: String? = nil, contentType: String? = "application/json"
  ) -> TestRequest {
    TestRequest(accept: accept, contentType: contentType, body: body)
  }

  static func get(_ target: String, accept: String? = nil) -> TestRequest {
    TestRequest(method: "GET", target: target, accept: accept, contentType: nil)
  }

  var text: String {
    var text = "\(method) \(target) HTTP/1.1\r\nHost: \(host)\r\n"
    if let accept { text += "Accept: \(accept)\r\n" }
    if let contentType { text += "Content-Type: \(contentType)\r\n" }
    if method == "POST" { text += "Content-Length: \(body.utf8.count)\r\n" }
    return "\(text)\(fields)\r\n\(body)"
  }
}

/// A response as a client reads it.
struct TestResponse: Equatable {
  let status: Int
  let fields: [String: String]
  let body: String

  /// Reads responses one after the other, each as long as it says.
  static func all(in text: String, toHEAD: Bool = false) throws -> [TestResponse] {
    var responses: [TestResponse] = []
    var rest = text.utf8[...]
    while !rest.isEmpty {
      guard let end = rest.firstRange(of: Array("\r\n\r\n".utf8)),
        let head = String(rest[..<end.lowerBound])
      else { throw UnexpectedResponse(text: text) }
      var lines = head.split(separator: "\r\n")[...]
      let statusLine = lines.removeFirst().split(separator: " ")
      var fields: [String: String] = [:]
      for line in lines {
        let pair = line.split(separator: ": ", maxSplits: 1)
        fields[String(pair[0])] = String(pair[1])
      }
      guard statusLine.first == "HTTP/1.1", let status = Int(statusLine[1]) else {
        throw UnexpectedResponse(text: text)
      }
      let length = toHEAD ? 0 : fields["Content-Length"].flatMap { Int($0) } ?? 0
      rest = rest[end.upperBound...]
      responses.append(
        TestResponse(status: status, fields: fields, body: String(rest.prefix(length)) ?? ""))
      rest = rest.dropFirst(length)
    }
    return responses
  }
}

/// What came back is no response, or not one.
struct UnexpectedResponse: Error {
  let text: String
}
