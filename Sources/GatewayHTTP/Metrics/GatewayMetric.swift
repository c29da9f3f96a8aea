import Metrics

/// What a gateway counts, by the names that Prometheus gives it.
enum GatewayMetric: String, CaseIterable {
  case requests = "gridql_http_requests_total"
  case requestSeconds = "gridql_http_request_duration_seconds"
  case responseBytes = "gridql_http_response_bytes_total"
  case requestsInFlight = "gridql_http_requests_in_flight"
  case abandonedRequests = "gridql_http_abandoned_requests_total"
  case rejectedRequests = "gridql_http_rejected_requests_total"
  case connections = "gridql_http_connections_total"
  case openConnections = "gridql_http_connections_open"
  case operations = "gridql_graphql_operations_total"
  case lookups = "gridql_store_lookups_total"
  case statements = "gridql_store_statements_total"
  case rows = "gridql_store_rows_total"
  case statementCacheHits = "gridql_sqlite_statement_cache_hits_total"
  case statementCacheMisses = "gridql_sqlite_statement_cache_misses_total"
  case pageCacheHits = "gridql_sqlite_page_cache_hits_total"
  case pageCacheMisses = "gridql_sqlite_page_cache_misses_total"
  case planCacheHits = "gridql_plan_cache_hits_total"
  case planCacheMisses = "gridql_plan_cache_misses_total"
  case planCacheEvictions = "gridql_plan_cache_evictions_total"
  case planCacheBytes = "gridql_plan_cache_bytes"
  case databaseBytes = "gridql_sqlite_database_bytes"
  case logBytes = "gridql_sqlite_wal_bytes"
  case checkpoints = "gridql_sqlite_checkpoints_total"
  case processStart = "process_start_time_seconds"
  case processSeconds = "process_cpu_seconds_total"
  case residentBytes = "process_resident_memory_bytes"
  case virtualBytes = "process_virtual_memory_bytes"
  case openFiles = "process_open_fds"
  case maximumFiles = "process_max_fds"

  /// One sentence for those who read the figures.
  var help: String {
    switch self {
    case .requests: "Answers sent, by route and status code."
    case .requestSeconds: "Seconds from the arrival of a request's head to its answer, by route."
    case .responseBytes: "Bytes of answers, heads included, by route."
    case .requestsInFlight: "Requests that have arrived and have no answer yet."
    case .abandonedRequests: "Requests whose connection ended before the whole answer was sent."
    case .rejectedRequests: "Requests refused before anybody looked at them, by reason."
    case .connections: "Connections accepted."
    case .openConnections: "Connections open now."
    case .operations: "GraphQL requests answered, by type of operation and outcome."
    case .lookups: "Batched lookups of the store."
    case .statements: "Statements run by lookups."
    case .rows: "Rows read by lookups."
    case .statementCacheHits: "Statements that lookups found compiled."
    case .statementCacheMisses: "Statements that had to be compiled for lookups."
    case .pageCacheHits: "Database pages that lookups found in their connection's cache."
    case .pageCacheMisses: "Database pages that lookups read into their connection's cache."
    case .planCacheHits: "Requests whose plan was at hand."
    case .planCacheMisses: "Requests whose document had to be parsed, validated and planned."
    case .planCacheEvictions: "Plans let go for newer ones."
    case .planCacheBytes: "Bytes that the plans at hand take, as estimated."
    case .databaseBytes: "Bytes of the database file."
    case .logBytes: "Bytes of the database's write-ahead log."
    case .checkpoints: "Times the write-ahead log began anew, after all of it was in the database."
    case .processStart: "When the process started, in seconds since 1970."
    case .processSeconds: "Seconds of processor time that the process has used."
    case .residentBytes: "Bytes of memory that are resident."
    case .virtualBytes: "Bytes of memory that are mapped."
    case .openFiles: "File descriptors that are open."
    case .maximumFiles: "File descriptors that may be open."
    }
  }

  /// A counter of this.
  func counter(
    _ dimensions: [(String, String)] = [], from factory: any MetricsFactory
  ) -> Counter {
    Counter(label: rawValue, dimensions: dimensions, factory: factory)
  }

  /// A level of this.
  func meter(from factory: any MetricsFactory) -> Meter {
    Meter(label: rawValue, factory: factory)
  }
}

/// What a gateway counts, for a collection that describes it.
public let gatewayMetrics: [MetricDescription] = GatewayMetric.allCases.map {
  MetricDescription($0.rawValue, $0.help)
}
