import Testing

@Suite("§3.3 Schema")
struct SchemaDefinitionTests {
  @Test(
    "refuses two schema definitions",
    arguments: [
      Refusal(
        #"""
        schema { query: Query }
        schema { query: Query }
        type Query { a: Int }
        """#,
        Problem(
          "Must provide only one schema definition.",
          "2:1"),
        Problem(
          "There can be only one query type in schema.",
          "1:10", "2:10"))
    ])
  func refusesTwoSchemaDefinitions(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }
}
