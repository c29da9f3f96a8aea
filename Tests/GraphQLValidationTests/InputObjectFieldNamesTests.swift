import Testing

@Suite("§5.6.2 Input Object Field Names")
struct InputObjectFieldNamesTests {
  @Test(
    "accepts the fields of the input object",
    arguments: [
      #"""
      { acts(search: {text: "a", genre: FOLK, within: {text: "b", tags: ["c", null]}}) { \#
      __typename } }
      """#
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses others",
    arguments: [
      Refusal(
        #"{ acts(search: {text: "a", genr: FOLK, within: {text: "b", color: 1}}) { __typename } }"#,
        Problem(
          #"""
          Expected value of type "Search" not to include unknown field "color", found: { \#
          text: "b", color: 1 }.
          """#,
          "1:60"),
        Problem(
          #"""
          Expected value of type "Search" not to include unknown field "genr". Did you mean \#
          "genre"? Found: { text: "a", genr: FOLK, within: { text: "b", color: 1 } }.
          """#,
          "1:28")),
      Refusal(
        #"{ acts(search: "a") { __typename } a: acts(search: [{text: "b"}]) { __typename } }"#,
        Problem(
          #"Expected value of type "Search" to be an object, found: "a"."#,
          "1:16"),
        Problem(
          #"Expected value of type "Search" to be an object, found: [{ text: "b" }]."#,
          "1:52")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
