import Benchmark
import CatalogGateway

/// Each measured query from text to response bytes, the plan coming from the cache.
func registerQueryBenchmarks() {
  for query in MeasuredQuery.allCases {
    let request = GraphQLRequest(query: Array(query.text.utf8))
    Benchmark(query.rawValue) { benchmark, session in
      for _ in benchmark.scaledIterations {
        let response = session.execute(request)
        precondition(response.outcome == .data, String(decoding: response.body, as: UTF8.self))
        blackHole(response.body)
      }
    } setup: {
      try Gateway(catalog: MeasuredCatalog.open()) { _ in }.makeSession()
    }
  }
}
