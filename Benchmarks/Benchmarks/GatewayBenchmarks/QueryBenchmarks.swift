import Benchmark
import CatalogGateway

/// Each measured query from text to response bytes, the plan coming from the cache.
func registerQueryBenchmarks() {
  for query in MeasuredQuery.allCases {
    Benchmark(query.rawValue) { benchmark, input in
      for _ in benchmark.scaledIterations {
        let response = input.session.execute(input.request)
        precondition(response.outcome == .data, String(decoding: response.body, as: UTF8.self))
        blackHole(response.body)
      }
    } setup: {
      let gateway = try Gateway(catalog: MeasuredCatalog.open()) { _ in }
      return (
        session: try gateway.makeSession(), request: GraphQLRequest(query: Array(query.text.utf8))
      )
    }
  }
}
