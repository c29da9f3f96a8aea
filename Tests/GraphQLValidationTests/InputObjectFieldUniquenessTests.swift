import Testing

@Suite("§5.6.3 Input Object Field Uniqueness")
struct InputObjectFieldUniquenessTests {
  @Test(
    "accepts a name once in each object",
    arguments: [
      #"""
      { acts(search: {text: "a", within: {text: "b"}}) { __typename } echoLists(any: {a: {a: \#
      1}, b: [{a: 1}, {a: 2}]}) }
      """#
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses a name twice, whatever the type",
    arguments: [
      Refusal(
        #"""
        { acts(search: {text: "a", text: "b", within: {text: "c", limit: 1, limit: 2, limit: \#
        3}}) { __typename } }
        """#,
        Problem(
          #"There can be only one input field named "text"."#,
          "1:17", "1:28"),
        Problem(
          #"There can be only one input field named "limit"."#,
          "1:59", "1:69"),
        Problem(
          #"There can be only one input field named "limit"."#,
          "1:59", "1:79")),
      Refusal(
        "{ echoLists(any: {a: 1, b: [{c: 1, c: 2}], a: 3}) foo(bar: {a: 1, a: 2}) }",
        Problem(
          #"There can be only one input field named "c"."#,
          "1:30", "1:36"),
        Problem(
          #"There can be only one input field named "a"."#,
          "1:19", "1:44"),
        Problem(
          #"Cannot query field "foo" on type "Query"."#,
          "1:51"),
        Problem(
          #"There can be only one input field named "a"."#,
          "1:61", "1:67")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
