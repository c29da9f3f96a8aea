import Testing

@Suite("§5.8.1 Variable Uniqueness")
struct VariableUniquenessTests {
  @Test(
    "accepts a name once in each operation",
    arguments: [
      #"""
      query A($i: Int) { echo(int: $i) }
      query B($i: Int) { echo(int: $i) }
      """#
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses a name twice in an operation",
    arguments: [
      Refusal(
        "query A($i: Int, $i: Int) { echo(int: $i) }",
        Problem(
          #"There can be only one variable named "$i"."#,
          "1:10", "1:19")),
      Refusal(
        "query A($i: Int, $s: String, $i: String, $s: Int, $i: ID) { echo(int: $i, string: $s) }",
        Problem(
          #"There can be only one variable named "$i"."#,
          "1:10", "1:31", "1:52"),
        Problem(
          #"There can be only one variable named "$s"."#,
          "1:19", "1:43"),
        Problem(
          #"Variable "$i" of type "ID" used in position expecting type "Int"."#,
          "1:51", "1:71"),
        Problem(
          #"Variable "$s" of type "Int" used in position expecting type "String"."#,
          "1:42", "1:83")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
