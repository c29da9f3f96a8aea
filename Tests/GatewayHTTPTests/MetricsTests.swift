import CatalogGateway
import CatalogStore
import Metrics
import Testing

@testable import GatewayHTTP

@Suite("GET /metrics")
struct MetricsTests {
  private func connection(
    gateway: Gateway? = nil, _ configure: @escaping (inout ServerConfiguration) -> Void = { _ in }
  ) throws -> TestConnection {
    let gateway = try gateway ?? Gateway(catalog: CatalogDatabase.inMemory(), report: { _ in })
    return try TestConnection(gateway: gateway) { configuration in
      configuration.observability.metrics = PrometheusMetrics()
      configure(&configuration)
    }
  }

  /// The lines of some metrics that are not zero, without help and type.
  private func figures(_ connection: TestConnection, _ names: String...) throws -> [String] {
    let text = try connection.response(to: .get("/metrics")).body
    return text.split(separator: "\n").map(String.init).filter { line in
      names.contains { line.hasPrefix($0) } && !line.hasSuffix(" 0")
    }
  }

  @Test("counts answers by route and status, and GraphQL requests by type and outcome")
  func requests() throws {
    let connection = try connection()
    for body in [#"{"query": "{ __typename }"}"#, #"{"query": "{ nothing }"}"#, "no"] {
      _ = try connection.response(to: .post(body))
    }
    _ = try connection.response(to: .get("/graphql", accept: "text/html"))
    _ = try connection.response(to: .get("/api/v4/packages/"))
    _ = try connection.response(to: .get("/nowhere"))
    _ = try connection.response(to: .get("/health/live"))
    #expect(
      try figures(connection, "gridql_http_requests_total", "gridql_graphql_operations_total") == [
        #"gridql_graphql_operations_total{type="none",outcome="request_error"} 2"#,
        #"gridql_graphql_operations_total{type="query",outcome="data"} 1"#,
        #"gridql_http_requests_total{route="explorer",status="200"} 1"#,
        #"gridql_http_requests_total{route="graphql",status="200"} 2"#,
        #"gridql_http_requests_total{route="graphql",status="400"} 1"#,
        #"gridql_http_requests_total{route="health",status="200"} 1"#,
        #"gridql_http_requests_total{route="other",status="404"} 1"#,
        #"gridql_http_requests_total{route="rest",status="200"} 1"#,
      ])
  }

  @Test("a duration is from the head's arrival to the answer, the wait for the body included")
  func duration() throws {
    let connection = try connection()
    let body = #"{"query": "{ __typename }"}"#
    try connection.send(
      "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n")
    connection.wait(.milliseconds(30))
    _ = try connection.responses(to: body)
    let name = "gridql_http_request_duration_seconds"
    #expect(
      try figures(connection, "\(name)_bucket{route=\"graphql\"", "\(name)_sum{route=\"graphql\"")
        == [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, .infinity].map {
          "\(name)_bucket{route=\"graphql\",le=\"\(sampleText($0))\"} 1"
        } + ["\(name)_sum{route=\"graphql\"} 0.03"])
  }

  @Test("counts what lookups cost, GraphQL's and REST's, and how the caches did")
  func store() throws {
    let connection = try connection()
    let request = TestRequest.post(#"{"query": "{ packages { id } }"}"#)
    _ = try connection.response(to: request)
    _ = try connection.response(to: request)
    _ = try connection.response(to: .get("/api/v4/packages/1/"))
    #expect(
      try figures(
        connection, "gridql_store", "gridql_sqlite_statement", "gridql_plan_cache_hits",
        "gridql_plan_cache_misses") == [
          "gridql_plan_cache_hits_total 1",
          "gridql_plan_cache_misses_total 1",
          "gridql_sqlite_statement_cache_hits_total 1",
          "gridql_sqlite_statement_cache_misses_total 2",
          "gridql_store_lookups_total 3",
          "gridql_store_statements_total 3",
        ])
  }

  @Test("says which connections and requests there are")
  func connections() throws {
    let connection = try connection()
    #expect(
      try figures(connection, "gridql_http_connections", "gridql_http_requests_in_flight") == [
        "gridql_http_connections_open 1", "gridql_http_connections_total 1",
        "gridql_http_requests_in_flight 1",
      ])
  }

  @Test("says why requests were refused")
  func rejections() throws {
    let connection = try connection { $0.headerBytes = 100 }
    var long = TestRequest.get("/graphql?query={__typename}")
    long.fields = "X: \(String(repeating: "x", count: 200))\r\n"
    #expect(try connection.response(to: long).status == 431)
    let metrics = try #require(connection.metrics)
    let text = String(decoding: metrics.text, as: UTF8.self)
    let lines = text.split(separator: "\n").filter {
      $0.hasPrefix("gridql_http_rejected") && !$0.hasSuffix(" 0")
    }
    #expect(lines == [#"gridql_http_rejected_requests_total{reason="fields_too_large"} 1"#])
  }

  @Test("describes every metric, and has its media type")
  func descriptions() throws {
    let response = try connection().response(to: .get("/metrics"))
    #expect(response.status == 200)
    #expect(response.fields["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
    for line in response.body.split(separator: "\n") where line.hasPrefix("# TYPE ") {
      let name = line.split(separator: " ")[2]
      #expect(response.body.contains("# HELP \(name) "))
    }
  }

  @Test("is not there without metrics, and asks for a token where everything does")
  func access() throws {
    #expect(try TestConnection().response(to: .get("/metrics")).status == 404)
    let closed = try Gateway(
      catalog: CatalogDatabase.inMemory(), requiresToken: true, report: { _ in })
    #expect(try connection(gateway: closed).response(to: .get("/metrics")).status == 401)
  }

  @Test("reads what Linux says about the process")
  func process() throws {
    let fields = (4...52).map { "\($0)" }.joined(separator: " ")
    let statistics = ProcessStatistics(
      stat: "7 (a ) b) S \(fields)\n", system: "cpu 1 2\nbtime 1000\nprocesses 9\n",
      ticksPerSecond: 10, pageBytes: 4096)
    var expected = ProcessStatistics()
    expected.start = 1002.2
    expected.processorSeconds = 2.9
    expected.virtualBytes = 23
    expected.residentBytes = 24 * 4096
    #expect(statistics == expected)
    #expect(
      ProcessStatistics(stat: "7", system: "btime 1", ticksPerSecond: 1, pageBytes: 1) == nil)
    #expect(
      ProcessStatistics.maximumFiles(
        "Max processes  5  6 processes\nMax open files            1024   4096     files\n") == 1024)
    #expect(ProcessStatistics.maximumFiles("Max open files  unlimited unlimited files") == nil)
  }
}
