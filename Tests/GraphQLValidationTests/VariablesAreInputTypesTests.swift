import Testing

@Suite("§5.8.2 Variables Are Input Types")
struct VariablesAreInputTypesTests {
  @Test(
    "accepts scalars, enums and input objects, with wrappers",
    arguments: [
      #"""
      query Q($a: Int, $b: [Genre!]!, $c: Search, $d: [[Int]]) { echo(int: $a) acts(genres: \#
      $b, search: $c) { __typename } echoLists(matrix: $d) }
      """#
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses objects, interfaces and unions",
    arguments: [
      Refusal(
        "query Q($a: Band, $b: [Named!]!, $c: Act) { echoLists(any: [$a, $b, $c]) }",
        Problem(
          #"Variable "$a" cannot be non-input type "Band"."#,
          "1:13"),
        Problem(
          #"Variable "$b" cannot be non-input type "[Named!]!"."#,
          "1:23"),
        Problem(
          #"Variable "$c" cannot be non-input type "Act"."#,
          "1:38"))
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
