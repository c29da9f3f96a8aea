import Testing

@Suite("§3.8 Unions (T11)")
struct UnionTests {
  @Test(
    "refuses a union without members",
    arguments: [
      Refusal(
        #"""
        union U
        type Query { a: U }
        """#,
        Problem(
          "Union type U must define one or more member types.",
          "1:1"))
    ])
  func refusesUnionWithoutMembers(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses members that are no object types, and a member twice (T20)",
    arguments: [
      Refusal(
        #"""
        union U = A | I | A | Int
        extend union U = A
        interface I { a: Int }
        type A { a: Int }
        type Query { a: U }
        """#,
        Problem(
          "Union type U can only include Object types, it cannot include I.",
          "1:15"),
        Problem(
          "Union type U can only include type A once.",
          "1:11", "1:19", "2:18"),
        Problem(
          "Union type U can only include Object types, it cannot include Int.",
          "1:23"),
        Problem(
          "Union type U can only include type A once.",
          "1:11", "1:19", "2:18"))
    ])
  func refusesMembersObjectTypes(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }
}
