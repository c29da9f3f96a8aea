import Testing

@Suite("§3.9 Enums (T12)")
struct EnumTests {
  @Test(
    "refuses an enum without values",
    arguments: [
      Refusal(
        #"""
        enum E
        type Query { a: E }
        """#,
        Problem(
          "Enum type E must define one or more values.",
          "1:1"))
    ])
  func refusesEnumWithoutValues(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a value defined twice (T20)",
    arguments: [
      Refusal(
        #"""
        enum E { A B A }
        extend enum E { B C }
        type Query { a: E }
        """#,
        Problem(
          #"Enum value "E.A" can only be defined once."#,
          "1:10", "1:14"),
        Problem(
          #"Enum value "E.B" can only be defined once."#,
          "1:12", "2:17"))
    ])
  func refusesValueDefinedTwice(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }
}
