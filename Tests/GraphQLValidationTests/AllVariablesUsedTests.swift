import Testing

@Suite("§5.8.4 All Variables Used")
struct AllVariablesUsedTests {
  @Test(
    "accepts variables that are used anywhere",
    arguments: [
      #"""
      query Q($a: Int, $b: Boolean!, $c: JSON) { echo(int: $a) venue @skip(if: $b) { name } \#
      ...F }
      fragment F on Query { echoLists(any: {a: [$c]}) }
      """#
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses variables that are not used",
    arguments: [
      Refusal(
        "query ($a: Int, $b: Int = 1) { echo(int: $a) }",
        Problem(
          #"Variable "$b" is never used."#,
          "1:17")),
      Refusal(
        #"""
        query A($i: Int) { venue { name } }
        query B($i: Int, $s: String) { ...F }
        fragment F on Query { echo(int: $i) }
        """#,
        Problem(
          #"Variable "$i" is never used in operation "A"."#,
          "1:9"),
        Problem(
          #"Variable "$s" is never used in operation "B"."#,
          "2:18")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
