import Testing

@Suite("§5.1.1 Executable Definitions (L12)")
struct ExecutableDefinitionsTests {
  @Test(
    "accepts operations and fragments",
    arguments: [
      "{ venue { ...F } } fragment F on Venue { name }"
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses definitions of types and directives",
    arguments: [
      Refusal(
        #"""
        { venue { name } }
        type Label { name: String }
        """#,
        Problem(
          #"The "Label" definition is not executable."#,
          "2:1")),
      Refusal(
        #"""
        { venue { name } }
        extend type Band { label: String }
        """#,
        Problem(
          #"The "Band" definition is not executable."#,
          "2:1")),
      Refusal(
        #"""
        { venue { name } }
        schema { query: Query }
        """#,
        Problem(
          "The schema definition is not executable.",
          "2:1")),
      Refusal(
        #"""
        extend schema { mutation: Query }
        { venue { name } }
        """#,
        Problem(
          "The schema definition is not executable.",
          "1:1")),
      Refusal(
        #"""
        { venue { name } }
        directive @loud on FIELD
        """#,
        Problem(
          #"The "loud" definition is not executable."#,
          "2:1")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
