import Testing

@Suite("§5.4.2 Argument Uniqueness")
struct ArgumentUniquenessTests {
  @Test(
    "accepts one argument of a name at each place",
    arguments: [
      "{ band(id: 1) @include(if: true) { name(upper: true) @skip(if: false) } }"
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses an argument given twice",
    arguments: [
      Refusal(
        "{ echo(int: 1, int: 2) }",
        Problem(
          #"There can be only one argument named "int"."#,
          "1:8", "1:16")),
      Refusal(
        #"{ echo(int: 1, string: "a", int: 2, string: "b", int: 3) }"#,
        Problem(
          #"There can be only one argument named "int"."#,
          "1:8", "1:29", "1:50"),
        Problem(
          #"There can be only one argument named "string"."#,
          "1:16", "1:37")),
      Refusal(
        "{ venue @skip(if: true, if: false) { name } }",
        Problem(
          #"There can be only one argument named "if"."#,
          "1:15", "1:25")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
