import Testing

@Suite("§5.7.2 Directives Are in Valid Locations")
struct DirectivesAreInValidLocationsTests {
  @Test(
    "accepts the locations of the definition",
    arguments: [
      #"""
      query Q($i: Int @anywhere) @anywhere { echo(int: $i) @anywhere ... @anywhere { venue { \#
      ...F @anywhere } } }
      fragment F on Venue @anywhere { name }
      """#,
      "subscription S @anywhere { venueAdded { name } }",
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses other locations",
    arguments: [
      Refusal(
        #"""
        query Q($i: Int @onField) @onField @skip(if: true) { echo(int: $i) @deprecated ... \#
        @onField @label(text: "a") { venue { ...F @onField } } }
        fragment F on Venue @onField { name }
        """#,
        Problem(
          #"Directive "@onField" may not be used on VARIABLE_DEFINITION."#,
          "1:17"),
        Problem(
          #"Directive "@onField" may not be used on QUERY."#,
          "1:27"),
        Problem(
          #"Directive "@skip" may not be used on QUERY."#,
          "1:36"),
        Problem(
          #"Directive "@deprecated" may not be used on FIELD."#,
          "1:68"),
        Problem(
          #"Directive "@onField" may not be used on INLINE_FRAGMENT."#,
          "1:84"),
        Problem(
          #"Directive "@label" may not be used on INLINE_FRAGMENT."#,
          "1:93"),
        Problem(
          #"Directive "@onField" may not be used on FRAGMENT_SPREAD."#,
          "1:126"),
        Problem(
          #"Directive "@onField" may not be used on FRAGMENT_DEFINITION."#,
          "2:21")),
      Refusal(
        #"subscription S @label(text: "a") { venueAdded { name } }"#,
        Problem(
          #"Directive "@label" may not be used on SUBSCRIPTION."#,
          "1:16")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
