import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import TestSupport
import Testing

@Suite("Generated queries")
struct GeneratedQueryTests {
  @Test("are answered by data", arguments: 1...4 as ClosedRange<UInt64>)
  func haveData(seed: UInt64) throws {
    let executor = JSONExecutor(schema: try richSchema())
    var queries = QueryGenerator(schema: executor.schema, material: .rich, seed: seed)
    for _ in 0..<40 {
      let query = queries.next()
      let response = executor.execute(
        Source(query.text), variables: query.variables, data: .object([]))
      var body: [UInt8] = []
      response.append(to: &body)
      #expect(response.data != nil, "\(query.text)")
      try checkResponse(body)
    }
  }

  @Test("are answered by data or errors after a change", arguments: 1...4 as ClosedRange<UInt64>)
  func haveAnswers(seed: UInt64) throws {
    let executor = JSONExecutor(schema: try richSchema())
    var queries = QueryGenerator(schema: executor.schema, material: .rich, seed: seed)
    var mutator = Mutator((0..<20).map { _ in Array(queries.next().text.utf8) }, seed: seed)
    for _ in 0..<150 {
      var body: [UInt8] = []
      executor.execute(Source(mutator.next()), data: .object([])).append(to: &body)
      try checkResponse(body)
    }
  }

  private func richSchema() throws -> Schema {
    try buildSchema(from: parseDocument(Source(richSchemaText)))
  }
}
