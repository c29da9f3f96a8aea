import Testing

@Suite("§5.5.1.2 Fragment Spread Type Existence")
struct FragmentSpreadTypeExistenceTests {
  @Test(
    "accepts types of the schema",
    arguments: [
      #"""
      { named { ... on Venue { name } ...F } }
      fragment F on Band { name }
      """#
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses a type that is not in the schema",
    arguments: [
      Refusal(
        "{ named { ... on Vene { name } } }",
        Problem(
          #"Unknown type "Vene". Did you mean "Venue" or "Genre"?"#,
          "1:18")),
      Refusal(
        #"""
        { named { ...F } }
        fragment F on Orchestra { name { first } }
        """#,
        Problem(
          #"Unknown type "Orchestra"."#,
          "2:15")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses such a type also for a variable",
    arguments: [
      Refusal(
        "query Q($a: Sting, $b: [[Bnd!]]!) { named(name: $a) { name } }",
        Problem(
          #"Variable "$b" is never used in operation "Q"."#,
          "1:20"),
        Problem(
          #"Unknown type "Sting". Did you mean "String", "Int", or "Singer"?"#,
          "1:13"),
        Problem(
          #"Unknown type "Bnd". Did you mean "Band", "ID", or "Int"?"#,
          "1:26"))
    ])
  func refusesUnknownVariableTypes(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
