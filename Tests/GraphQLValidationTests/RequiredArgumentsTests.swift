import Testing

@Suite("§5.4.3 Required Arguments")
struct RequiredArgumentsTests {
  @Test(
    "accepts required arguments, and none where there is a default",
    arguments: [
      "{ band(id: 1) { name } venue { seats(standing: true) } }",
      #"{ echoLists(search: {text: "a"}) }"#,
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses a field without a required argument",
    arguments: [
      Refusal(
        "{ band { name } }",
        Problem(
          #"Argument "Query.band(id:)" of type "ID!" is required, but it was not provided."#,
          "1:3")),
      Refusal(
        "{ venue { seats nextTo { seats(upper: 1) } } act { __typename } }",
        Problem(
          #"""
          Argument "Venue.seats(standing:)" of type "Boolean!" is required, but it was not \#
          provided.
          """#,
          "1:11"),
        Problem(
          #"Unknown argument "upper" on field "Venue.seats"."#,
          "1:32"),
        Problem(
          #"""
          Argument "Venue.seats(standing:)" of type "Boolean!" is required, but it was not \#
          provided.
          """#,
          "1:26"),
        Problem(
          #"Argument "Query.act(by:)" of type "ActRef!" is required, but it was not provided."#,
          "1:46")),
      Refusal(
        "{ __type { name } }",
        Problem(
          #"""
          Argument "<meta>.__type(name:)" of type "String!" is required, but it was not \#
          provided.
          """#,
          "1:3")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a directive without a required argument",
    arguments: [
      Refusal(
        "{ venue @skip { name @label(order: 1) } }",
        Problem(
          #"Argument "@skip(if:)" of type "Boolean!" is required, but it was not provided."#,
          "1:9"),
        Problem(
          #"Argument "@label(text:)" of type "String!" is required, but it was not provided."#,
          "1:22"))
    ])
  func refusesDirectives(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses null for a required argument",
    arguments: [
      Refusal(
        "{ band(id: null) { name } }",
        Problem(
          #"Expected value of non-null type "ID!" not to be null."#,
          "1:12"))
    ])
  func refusesNull(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
