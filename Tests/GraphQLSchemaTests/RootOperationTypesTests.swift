import Testing

@Suite("§3.3.1 Root Operation Types (T2)")
struct RootOperationTypeTests {
  @Test(
    "refuses a schema without a query root",
    arguments: [
      Refusal(
        "type A { a: Int }",
        Problem(
          "Query root type must be provided.")),
      Refusal(
        #"""
        schema { mutation: A }
        type A { a: Int }
        """#,
        Problem(
          "Query root type must be provided.",
          "1:1")),
    ])
  func refusesSchemaWithoutQuery(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a root that is no object type",
    arguments: [
      Refusal(
        "scalar Query",
        Problem(
          "Query root type must be Object type, it cannot be Query.",
          "1:1")),
      Refusal(
        #"""
        schema { query: Q mutation: M subscription: S }
        scalar Q
        enum M { A }
        input S { a: Int }
        """#,
        Problem(
          "Query root type must be Object type, it cannot be Q.",
          "1:17"),
        Problem(
          "Mutation root type must be Object type if provided, it cannot be M.",
          "1:29"),
        Problem(
          "Subscription root type must be Object type if provided, it cannot be S.",
          "1:45")),
    ])
  func refusesRootObjectType(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses one type for several roots",
    arguments: [
      Refusal(
        #"""
        schema { query: Q mutation: Q subscription: S }
        type Q { a: Int }
        type S { a: Int }
        """#,
        Problem(
          #"All root types must be different, "Q" type is used as query and mutation root types."#,
          "1:17", "1:29")),
      Refusal(
        #"""
        schema { query: Q mutation: Q }
        extend schema { subscription: Q }
        type Q { a: Int }
        """#,
        Problem(
          #"""
          All root types must be different, "Q" type is used as query, mutation, and \#
          subscription root types.
          """#,
          "1:17", "1:29", "2:31")),
    ])
  func refusesTypeSeveralRoots(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses two roots for one operation (T20)",
    arguments: [
      Refusal(
        #"""
        schema { query: Q query: R }
        type Q { a: Int }
        type R { a: Int }
        """#,
        Problem(
          "There can be only one query type in schema.",
          "1:10", "1:19")),
      Refusal(
        #"""
        schema { query: Q mutation: R }
        extend schema { mutation: R }
        type Q { a: Int }
        type R { a: Int }
        """#,
        Problem(
          "There can be only one mutation type in schema.",
          "1:19", "2:17")),
    ])
  func refusesTwoRootsOperation(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }
}
