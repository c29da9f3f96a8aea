import Testing

@Suite("§5.5.1.3 Fragments on Object, Interface or Union Types")
struct FragmentsOnObjectInterfaceOrUnionTypesTests {
  @Test(
    "accepts objects, interfaces and unions",
    arguments: [
      #"""
      { acts { ... on Band { name } ... on Named { name } ... on Act { __typename } ... { \#
      __typename } } }
      """#
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses scalars, enums and input objects",
    arguments: [
      Refusal(
        "{ acts { ... on String { a } ... on Genre { a } ... on Search { a } } }",
        Problem(
          #"Fragment cannot condition on non composite type "String"."#,
          "1:17"),
        Problem(
          #"Fragment cannot condition on non composite type "Genre"."#,
          "1:37"),
        Problem(
          #"Fragment cannot condition on non composite type "Search"."#,
          "1:56")),
      Refusal(
        #"""
        { acts { ...F } }
        fragment F on JSON { a }
        """#,
        Problem(
          #"Fragment "F" cannot condition on non composite type "JSON"."#,
          "2:15")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
