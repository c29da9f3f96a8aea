import Testing

@Suite("§5.2.1.1 Operation Type Existence")
struct OperationTypeExistenceTests {
  @Test(
    "accepts an operation that has a root type",
    arguments: [
      "query { venue { name } }",
      "subscription { venueAdded { name } }",
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses an operation without a root type",
    arguments: [
      Refusal(
        "mutation { rename }",
        Problem(
          "The mutation operation is not supported by the schema.",
          "1:1")),
      Refusal(
        "mutation M { a { b(c: 1) } }",
        Problem(
          "The mutation operation is not supported by the schema.",
          "1:1")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
