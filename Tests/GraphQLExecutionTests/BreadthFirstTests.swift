import TestSupport
import Testing

@Suite("Breadth-first execution answers what §6 Execution does depth first")
struct BreadthFirstTests {
  @Test(
    "byte for byte, for generated queries over generated data (X4, X5, X9)",
    arguments: UInt64(0)..<40)
  func matchesInterpreter(seed: UInt64) throws {
    let service = try PlainService(richSchemaText)
    let rates = seed.isMultiple(of: 3) ? RandomData.Rates.faultless : RandomData.Rates()
    let root = RandomData(schema: service.schema, seed: seed, rates: rates)
      .root(service.schema.queryType)
    var generator = QueryGenerator(schema: service.schema, material: .rich, seed: seed)
    for _ in 0..<50 {
      let query = generator.next()
      let plan = try service.plan(query.text)
      let answer = try service.executeByLayers(plan, variables: query.variables, root: root)
      let expected = try service.executeByFields(plan, variables: query.variables, root: root)
      try #require(answer.text == expected, "\(query.text)\(query.variables)")
    }
  }
}
