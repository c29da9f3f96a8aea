import Testing

@Suite("§5.8.3 All Variable Uses Defined")
struct AllVariableUsesDefinedTests {
  @Test(
    "accepts variables of each operation, also in its fragments",
    arguments: [
      #"""
      query A($i: Int) { ...F }
      query B($i: Int) { ...F }
      fragment F on Query { echo(int: $i) ...G }
      fragment G on Query { a: echo(int: $i) }
      """#
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses a variable that the operation does not define",
    arguments: [
      Refusal(
        "query Q($i: Int) { echo(int: $i, string: $s) }",
        Problem(
          #"Variable "$s" is not defined by operation "Q"."#,
          "1:42", "1:1")),
      Refusal(
        "{ echoLists(any: {a: [$x]}) venue @skip(if: $y) { name } }",
        Problem(
          #"Variable "$x" is not defined."#,
          "1:23", "1:1"),
        Problem(
          #"Variable "$y" is not defined."#,
          "1:45", "1:1")),
      Refusal(
        #"""
        query A($i: Int) { ...F }
        query B { ...F }
        fragment F on Query { echo(int: $i) ...G }
        fragment G on Query { a: echo(string: $s) }
        """#,
        Problem(
          #"Variable "$s" is not defined by operation "A"."#,
          "4:39", "1:1"),
        Problem(
          #"Variable "$i" is not defined by operation "B"."#,
          "3:33", "2:1"),
        Problem(
          #"Variable "$s" is not defined by operation "B"."#,
          "4:39", "2:1")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
