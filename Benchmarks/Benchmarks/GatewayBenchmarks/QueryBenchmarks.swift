import Benchmark
import CatalogGateway
import MeasuredQueries

/// Each measured query from request body to response bytes, the plan coming from the cache.
func registerQueryBenchmarks() {
  for query in MeasuredQuery.allCases {
    let body = query.body(package: 2192)
    Benchmark(query.rawValue) { benchmark, session in
      for _ in benchmark.scaledIterations {
        let request = try GraphQLRequest(body: body)
        let response = session.execute(request)
        precondition(response.outcome == .data, String(decoding: response.body, as: UTF8.self))
        blackHole(response.body)
      }
    } setup: {
      try Gateway(catalog: MeasuredCatalog.open()) { _ in }.makeSession()
    }
  }
}
