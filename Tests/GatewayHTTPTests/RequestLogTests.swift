import CatalogGateway
import CatalogStore
import Logging
import NIOCore
import Synchronization
import Testing

@testable import GatewayHTTP

@Suite("The log of requests")
struct RequestLogTests {
  /// Keeps what is logged: level, message, and the metadata by name.
  private final class Lines: Sendable {
    private let kept = Mutex<[String]>([])

    func add(_ line: String) { kept.withLock { $0.append(line) } }

    func take() -> [String] {
      kept.withLock { lines in
        defer { lines = [] }
        return lines
      }
    }
  }

  private struct Handler: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let members = (event.metadata ?? [:]).sorted { $0.key < $1.key }
      lines.add(
        (["\(event.level)", "\(event.message)"]
          + members.map { $0.key == "bytes" ? "bytes=n" : "\($0.key)=\($0.value)" })
          .joined(separator: "|"))
    }
  }

  private let lines = Lines()

  private func connection(
    level: Logger.Level = .info, _ configure: @escaping (inout Observability) -> Void = { _ in }
  ) throws -> TestConnection {
    var handler = Handler(lines: lines)
    handler.logLevel = level
    return try TestConnection(logger: Logger(label: "test") { [handler] _ in handler }) {
      $0.eventLoops = 1
      configure(&$0.observability)
    }
  }

  @Test("has a line for each request: what it was, how it ended, what it cost")
  func requests() throws {
    let connection = try connection()
    var request = TestRequest.post(
      #"{"query": "query Some($a: ID) { package(id: $a) { id } }", "variables": {"a": 7}}"#)
    request.fields =
      "X-Request-ID: abc\r\n"
      + "Traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\n"
    _ = try connection.response(to: request)
    _ = try connection.response(to: .post("{}"))
    _ = try connection.response(to: .get("/api/v4/packages/?secret=1"))
    #expect(
      lines.take() == [
        "info|Request|bytes=n|client=127.0.0.1|document="
          + "bac0b5e89597d35f1878caebdeeb5ffa167b6ccc18e1f01d44b4c3732aa2e2f6"
          + "|durationMs=0.0|lookups=1|method=POST|operation=Some|operationType=query"
          + "|outcome=data|plan=miss|requestId=abc|route=graphql|rows=0|status=200"
          + "|traceId=4bf92f3577b34da6a3ce929d0e0e4736",
        "info|Request|bytes=n|client=127.0.0.1|durationMs=0.0|method=POST|outcome=request_error"
          + "|route=graphql|status=400",
        "info|Request|bytes=n|client=127.0.0.1|durationMs=0.0|lookups=1|method=GET|path=/api/v4/packages/"
          + "|route=rest|rows=1|status=200",
      ])
  }

  @Test("what was no request has a line, too")
  func malformed() throws {
    _ = try connection().responses(to: "what\r\n\r\n")
    #expect(
      lines.take() == [
        "info|Request|bytes=n|client=127.0.0.1|durationMs=0.0|route=other|status=400"
      ])
  }

  @Test("tells of the operator's questions at debug, and of those that fail as of all others")
  func operators() throws {
    let requests = ["/health/live", "/health/ready", "/metrics"].map { TestRequest.get($0) }
    let metrics = PrometheusMetrics()
    let quiet = try connection { $0.metrics = metrics }
    for request in requests { #expect(try quiet.response(to: request).status == 200) }
    #expect(lines.take() == [])
    var refused = TestRequest.get("/metrics")
    refused.method = "DELETE"
    #expect(try quiet.response(to: refused).status == 405)
    #expect(lines.take().map { $0.prefix(13) } == ["info|Request|"])
    let talkative = try connection(level: .debug) { $0.metrics = metrics }
    for request in requests { _ = try talkative.response(to: request) }
    #expect(
      lines.take().map { $0.prefix(14) } == ["debug|Request|", "debug|Request|", "debug|Request|"])
  }

  @Test("tells of requests whose client went away before they had an answer")
  func gone() throws {
    let connection = try connection()
    try connection.channel.writeInbound(
      ByteBuffer(string: TestRequest.get("/api/v4/packages/").text))
    connection.channel.close(promise: nil)
    connection.channel.embeddedEventLoop.run()
    #expect(
      lines.take() == [
        "info|Request|bytes=n|client=127.0.0.1|durationMs=0.0|ended=abandoned|method=GET"
          + "|path=/api/v4/packages/|route=rest"
      ])
  }

  @Test("has only failures if so wished, or nothing")
  func some() throws {
    let some = try connection { $0.loggedRequests = .errors }
    _ = try some.response(to: .post(#"{"query": "{ __typename }"}"#))
    #expect(lines.take() == [])
    _ = try some.response(to: .post(#"{"query": "{ nothing }"}"#))
    #expect(lines.take().count == 1)
    _ = try connection { $0.loggedRequests = .off }.response(to: .get("/nowhere"))
    _ = try connection(level: .notice).response(to: .get("/nowhere"))
    #expect(lines.take() == [])
  }

  @Test("has so many lines a second, and then says how many it had not")
  func rate() throws {
    let connection = try connection { $0.loggedRequestsPerSecond = 2 }
    for _ in 0..<5 { _ = try connection.response(to: .get("/schema.graphql")) }
    #expect(lines.take().count == 2)
    connection.wait(.seconds(1))
    _ = try connection.response(to: .get("/schema.graphql"))
    let later = lines.take()
    #expect(later.count == 2)
    #expect(later.first == "warning|Requests without a line|count=3")
  }

  @Test("a slow request is a warning with its document, and its variables if so wished")
  func slow() throws {
    let connection = try connection {
      $0.loggedRequests = .off
      $0.slowRequest = .zero
      $0.logsVariables = true
    }
    let note = String(repeating: "é", count: 1_200)
    _ = try connection.response(
      to: .post(
        ##"{"query": "query($a: ID) { package(id: $a) { id } } #\##(note)", "variables": {"a": 7}}"##
      ))
    let line = try #require(lines.take().first)
    #expect(line.hasPrefix("warning|Slow request|bytes="))
    #expect(line.contains("|query=query($a: ID) { package(id: $a) { id } } #éé"))
    #expect(line.contains("é…|"))
    #expect(line.hasSuffix("|variables={\"a\":7}"))
    #expect(line.utf8.count < 2_500)
  }
}
