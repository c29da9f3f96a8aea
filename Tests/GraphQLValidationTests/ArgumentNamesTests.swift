import Testing

@Suite("§5.4.1 Argument Names")
struct ArgumentNamesTests {
  @Test(
    "accepts arguments of fields and directives",
    arguments: [
      #"{ band(id: 1) @include(if: true) { name(upper: true) @label(text: "a", order: 1) } }"#
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses an argument that a field does not have",
    arguments: [
      Refusal(
        "{ venue { name(uper: true) } }",
        Problem(
          #"Unknown argument "uper" on field "Venue.name". Did you mean "upper"?"#,
          "1:16")),
      Refusal(
        "{ venue { name(a: 1, b: 2) seats(standing: true, uper: 1) nextTo(x: 1) { name } } }",
        Problem(
          #"Unknown argument "a" on field "Venue.name"."#,
          "1:16"),
        Problem(
          #"Unknown argument "b" on field "Venue.name"."#,
          "1:22"),
        Problem(
          #"Unknown argument "uper" on field "Venue.seats"."#,
          "1:50"),
        Problem(
          #"Unknown argument "x" on field "Venue.nextTo"."#,
          "1:66")),
      Refusal(
        #"{ __type(name: "Band", nam: 1) { kind } }"#,
        Problem(
          #"Unknown argument "nam" on field "Query.__type". Did you mean "name"?"#,
          "1:24")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses an argument that a directive does not have",
    arguments: [
      Refusal(
        #"{ venue @include(if: true, unless: false) { name @label(text: "a", oder: 1) } }"#,
        Problem(
          #"Unknown argument "unless" on directive "@include"."#,
          "1:28"),
        Problem(
          #"Unknown argument "oder" on directive "@label". Did you mean "order"?"#,
          "1:68")),
      Refusal(
        "{ venue @onField(a: 1) { name } }",
        Problem(
          #"Unknown argument "a" on directive "@onField"."#,
          "1:18")),
    ])
  func refusesDirectiveArguments(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
