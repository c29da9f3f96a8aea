import Testing

@Suite("§5.6.4 Input Object Required Fields")
struct InputObjectRequiredFieldsTests {
  @Test(
    "accepts an object without fields that are nullable or have a default",
    arguments: [
      #"{ acts(search: {text: "a"}) { __typename } }"#
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses an object without a required field, or with null for it",
    arguments: [
      Refusal(
        "{ acts(search: {limit: 1, within: {genre: JAZZ}}) { __typename } }",
        Problem(
          #"""
          Expected value of type "Search" to include required field "text", found: { limit: \#
          1, within: { genre: JAZZ } }.
          """#,
          "1:16"),
        Problem(
          #"""
          Expected value of type "Search" to include required field "text", found: { genre: \#
          JAZZ }.
          """#,
          "1:35")),
      Refusal(
        "{ acts(search: {text: null, limit: null}) { __typename } }",
        Problem(
          #"Expected value of non-null type "String!" not to be null."#,
          "1:23"),
        Problem(
          #"Expected value of non-null type "Int!" not to be null."#,
          "1:36")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
