import Testing

@Suite("§3.6 Objects (T8)")
struct ObjectTests {
  @Test(
    "refuses a type without fields",
    arguments: [
      Refusal(
        "type Query",
        Problem(
          "Type Query must define one or more fields.",
          "1:1")),
      Refusal(
        #"""
        type Query { a: A }
        interface A
        extend interface A implements B
        interface B { a: Int }
        """#,
        Problem(
          "Type A must define one or more fields.",
          "2:1", "3:1"),
        Problem(
          "Interface field B.a expected but A does not provide it.",
          "4:15", "2:1", "3:1")),
    ])
  func refusesTypeWithoutFields(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a field defined twice (T20)",
    arguments: [
      Refusal(
        "type Query { a: Int a: Int }",
        Problem(
          #"Field "Query.a" can only be defined once."#,
          "1:14", "1:21")),
      Refusal(
        #"""
        type Query { a: Int b: Int }
        extend type Query { b: String c: Int }
        extend type Query { c: Int }
        """#,
        Problem(
          #"Field "Query.b" can only be defined once."#,
          "1:21", "2:21"),
        Problem(
          #"Field "Query.c" can only be defined once."#,
          "2:31", "3:21")),
    ])
  func refusesFieldDefinedTwice(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a field of an input type",
    arguments: [
      Refusal(
        #"""
        type Query { a: I b: [I!]! }
        input I { a: Int }
        """#,
        Problem(
          "The type of Query.a must be Output Type but got: I.",
          "1:17"),
        Problem(
          "The type of Query.b must be Output Type but got: [I!]!.",
          "1:22"))
    ])
  func refusesFieldInputType(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }
}
