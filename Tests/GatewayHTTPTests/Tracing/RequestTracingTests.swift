import CatalogGateway
import InMemoryTracing
import NIOCore
import NIOHTTP1
import Testing
import Tracing

@testable import GatewayHTTP

private typealias Attributes = [String: SpanAttribute]

/// Attributes of every request of these tests.
private let common: Attributes = [
  "url.scheme": "http", "network.protocol.version": "1.1", "client.address": "127.0.0.1",
  "server.address": "localhost",
]

extension Attributes {
  fileprivate func and(_ more: Attributes) -> SpanAttributes {
    SpanAttributes(merging(more) { $1 })
  }
}

@Suite("Traces of requests")
struct RequestTracingTests {
  private let tracer = InMemoryTracer()

  private func connection(
    _ configure: (inout ServerConfiguration) -> Void = { _ in }
  ) throws -> TestConnection {
    try TestConnection {
      $0.observability.tracer = tracer
      configure(&$0)
    }
  }

  /// The one span that has ended since, and all have.
  private func span() throws -> FinishedInMemorySpan {
    #expect(tracer.activeSpans.isEmpty)
    let spans = tracer.popFinishedSpans()
    #expect(spans.count == 1)
    return try #require(spans.first)
  }

  @Test("a GraphQL request is a span: what was asked by HTTP and in GraphQL, and what it took")
  func graphQL() throws {
    var request = TestRequest.post(
      #"{"query": "query Traced($a: ID) { package(id: $a) { id } }", "variables": {"a": 7}}"#)
    request.fields = "User-Agent: test/1\r\nX-Request-ID: abc\r\n"
    let connection = try connection()
    try connection.send(request.text)
    let bytes = try connection.received().utf8.count
    let span = try span()
    #expect(span.operationName == "POST /graphql")
    #expect(span.kind == .server)
    #expect(span.status == nil)
    #expect(
      span.attributes
        == common.and([
          "http.request.method": "POST", "http.route": "/graphql", "url.path": "/graphql",
          "user_agent.original": "test/1", "gridql.request_id": "abc",
          "http.response.status_code": 200, "http.response.size": .int64(Int64(bytes)),
          "graphql.operation.type": "query", "graphql.operation.name": "Traced",
          "gridql.document": "f4dd27bbbf9d07fe61edc2186d0e040c61e583339c48d4593333329d3addf400",
          "gridql.plan": "miss", "gridql.outcome": "data", "gridql.lookups": 1, "gridql.rows": 0,
        ]))
  }

  @Test("nothing is told of what stands behind the question mark")
  func queryOfURL() throws {
    let connection = try connection { $0.tls = nil }
    var request = TestRequest.get("/graphql?query=%7Ba:__typename%7D&variables=%7B%22b%22:1%7D")
    request.host = "[::1]:8080"
    _ = try connection.response(to: request)
    let attributes = try span().attributes
    #expect(attributes.get("url.path") == "/graphql")
    #expect(attributes.get("server.address") == "::1")
    #expect(attributes.get("server.port") == 8080)
    attributes.forEach { name, value in
      #expect(!"\(value)".contains("typename"), "\(name)")
    }
  }

  @Test(
    "a request of REST v4 is known by the pattern of its path",
    arguments: [
      ("/api/v4/", "/api/v4/", 200), ("/api/v4/packages/?limit=1", "/api/v4/packages/", 200),
      ("/api/v4/grids/some-grid/", "/api/v4/grids/{id}/", 404),
      ("/api/v4/search/?q=a", "/api/v4/search/", 200), ("/api/v4/nothing/", nil, 404),
    ])
  func rest(target: String, route: String?, status: Int) throws {
    _ = try connection().response(to: .get(target))
    let span = try span()
    #expect(span.operationName == (route.map { "GET \($0)" } ?? "GET"))
    #expect(span.attributes.get("http.route") == route.map { .string($0) })
    #expect(span.attributes.get("http.response.status_code") == .int64(Int64(status)))
    #expect(span.status == nil)
  }

  @Test(
    "what is only looked at by machines and browsers is no span",
    arguments: ["/health/live", "/health/ready", "/metrics", "/schema.graphql", "/nothing"])
  func others(target: String) throws {
    _ = try connection { $0.observability.metrics = PrometheusMetrics() }
      .response(to: .get(target))
    #expect(tracer.finishedSpans.isEmpty && tracer.activeSpans.isEmpty)
  }

  @Test("the mistake of a client is no error, a failure of the server is")
  func errors() throws {
    _ = try connection().response(to: .post("{"))
    let mistake = try span()
    #expect(mistake.status == nil)
    #expect(mistake.attributes.get("http.response.status_code") == 400)
    #expect(mistake.attributes.get("gridql.outcome") == "request_error")
    #expect(mistake.attributes.get("error.type") == nil)

    _ = try connection { $0.concurrentRequests = 0 }.response(to: .post("{}"))
    let failure = try span()
    #expect(failure.status == SpanStatus(code: .error))
    #expect(failure.attributes.get("error.type") == "503")
  }

  @Test("a method that the conventions do not know is called by no name of its own")
  func unknownMethod() throws {
    _ = try connection().response(
      to: TestRequest(method: "FOO", target: "/graphql", contentType: nil))
    let span = try span()
    #expect(span.operationName == "HTTP /graphql")
    #expect(span.attributes.get("http.request.method") == "_OTHER")
    #expect(span.attributes.get("http.request.method_original") == "FOO")
  }

  @Test("the span belongs to the trace that the request tells of")
  func parent() throws {
    var request = TestRequest.post(#"{"query": "{ __typename }"}"#)
    request.fields =
      "\(InMemoryTracer.traceIDKey): some-trace\r\n\(InMemoryTracer.spanIDKey): some-span\r\n"
    let connection = try connection()
    _ = try connection.response(to: request)
    let child = try span()
    #expect(child.traceID == "some-trace")
    #expect(child.parentSpanID == "some-span")
    request.fields = ""
    _ = try connection.response(to: request)
    #expect(try span().parentSpanID == nil)
  }

  @Test("a field with several lines reaches a tracer as one list")
  func fields() {
    let headers = HTTPHeaders([
      ("Traceparent", "00-a-b-01"), ("tracestate", "a=1"), ("TraceState", "b=2"),
    ])
    let extractor = HeaderExtractor()
    #expect(extractor.extract(key: "traceparent", from: headers) == "00-a-b-01")
    #expect(extractor.extract(key: "tracestate", from: headers) == "a=1,b=2")
    #expect(extractor.extract(key: "baggage", from: headers) == nil)
  }

  @Test("a client that goes away before there is an answer ends the span")
  func gone() throws {
    let post = TestRequest.post(#"{"query": "{ __typename }"}"#).text
    for text in [String(post.dropLast()), post] {
      let connection = try connection()
      try connection.channel.writeInbound(ByteBuffer(string: text))
      #expect(tracer.activeSpans.count == 1)
      connection.channel.close(promise: nil)
      connection.channel.embeddedEventLoop.run()
      let span = try span()
      #expect(span.attributes.get("error.type") == "abandoned")
      #expect(span.attributes.get("http.response.status_code") == nil)
      #expect(span.status == nil)
    }
  }

  @Test(
    "an answer that streams ends the span with its last byte, and tells of all that it has cost")
  func streamed() async throws {
    let gateway = try Gateway(
      catalog: generatedCatalog(packages: 8_000), limits: .none, report: { _ in })
    var request = TestRequest.post(
      """
      {"query": "{ packages(first: 9999) { id slug created modified category { title } } }", \
      "extensions": {"stats": true}}
      """)
    request.fields = "Connection: close\r\n"
    try await RunningServer.with({ $0.observability.tracer = tracer }, gateway: gateway) {
      let answer = try await exchange(request.text, with: $0)
      #expect(answer.contains("Transfer-Encoding: chunked"))
      let span = try span()
      #expect(span.attributes.get("http.response.size") == .int64(Int64(answer.utf8.count)))
      let stats = try #require(answer.firstMatch(of: /"lookups":([0-9]+),.*"rows":([0-9]+)/))
      let (lookups, rows) = try (#require(Int64(stats.1)), #require(Int64(stats.2)))
      #expect(lookups > 2 && rows > 8_000)
      #expect(span.attributes.get("gridql.lookups") == .int64(lookups))
      #expect(span.attributes.get("gridql.rows") == .int64(rows))
    }
  }

  @Test("without a tracer there is nothing to do for a request")
  func none() {
    #expect(RequestTracing(ServerConfiguration()) == nil)
  }
}
