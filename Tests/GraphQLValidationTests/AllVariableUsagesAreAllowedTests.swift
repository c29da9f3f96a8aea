import Testing

@Suite("§5.8.5 All Variable Usages Are Allowed")
struct AllVariableUsagesAreAllowedTests {
  @Test(
    "accepts the same type, or a stricter one",
    arguments: [
      #"""
      query Q($i: Int!, $l: [String!]!, $m: [[Int!]!]!) { echo(int: $i) echoLists(strings: \#
      $l, matrix: $m) }
      """#,
      "query Q($i: Int, $l: [Int]) { echoLists(matrix: [$l, [$i]]) }",
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "accepts a nullable variable at a non-null place if one of them has a default",
    arguments: [
      #"""
      query Q($s: Boolean = true, $l: Int) { venue { seats(standing: $s) } acts(search: \#
      {text: "a", limit: $l}) { __typename } }
      """#,
      #"""
      query Q($i: ID!, $n: String!) { a: act(by: {id: $i}) { __typename } b: act(by: {name: \#
      $n}) { __typename } }
      """#,
    ])
  func acceptsDefaults(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses another type",
    arguments: [
      Refusal(
        "query Q($i: Int, $s: String) { echo(int: $s, string: $i, float: $i) }",
        Problem(
          #"Variable "$s" of type "String" used in position expecting type "Int"."#,
          "1:18", "1:42"),
        Problem(
          #"Variable "$i" of type "Int" used in position expecting type "String"."#,
          "1:9", "1:54"),
        Problem(
          #"Variable "$i" of type "Int" used in position expecting type "Float"."#,
          "1:9", "1:65")),
      Refusal(
        #"""
        query Q($i: Int, $l: [Int], $m: [[Int]]) { echo(int: $l) echoLists(matrix: $l, \#
        strings: $i) a: echoLists(matrix: [$i, $l, $m]) }
        """#,
        Problem(
          #"Variable "$l" of type "[Int]" used in position expecting type "Int"."#,
          "1:18", "1:54"),
        Problem(
          #"Variable "$l" of type "[Int]" used in position expecting type "[[Int]]"."#,
          "1:18", "1:76"),
        Problem(
          #"Variable "$i" of type "Int" used in position expecting type "[String!]"."#,
          "1:9", "1:89"),
        Problem(
          #"Variable "$i" of type "Int" used in position expecting type "[Int]"."#,
          "1:9", "1:115"),
        Problem(
          #"Variable "$m" of type "[[Int]]" used in position expecting type "[Int]"."#,
          "1:29", "1:123")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a nullable variable at a non-null place",
    arguments: [
      Refusal(
        #"""
        query Q($s: Boolean, $t: Boolean = null, $i: ID) { venue { seats(standing: $s) nextTo \#
        { seats(standing: $t) } } band(id: $i) { name @skip(if: $s) } }
        """#,
        Problem(
          #"Variable "$s" of type "Boolean" used in position expecting type "Boolean!"."#,
          "1:9", "1:76"),
        Problem(
          #"Variable "$t" of type "Boolean" used in position expecting type "Boolean!"."#,
          "1:22", "1:105"),
        Problem(
          #"Variable "$i" of type "ID" used in position expecting type "ID!"."#,
          "1:42", "1:122"),
        Problem(
          #"Variable "$s" of type "Boolean" used in position expecting type "Boolean!"."#,
          "1:9", "1:143")),
      Refusal(
        #"""
        query Q($s: String, $l: [String]) { echoLists(strings: [$s]) a: echoLists(strings: \#
        $l) b: echoLists(search: {text: $s}) }
        """#,
        Problem(
          #"Variable "$s" of type "String" used in position expecting type "String!"."#,
          "1:9", "1:57"),
        Problem(
          #"Variable "$l" of type "[String]" used in position expecting type "[String!]"."#,
          "1:21", "1:84"),
        Problem(
          #"Variable "$s" of type "String" used in position expecting type "String!"."#,
          "1:9", "1:116")),
    ])
  func refusesNullableAtNonNull(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses it in a fragment, for each operation",
    arguments: [
      Refusal(
        #"""
        query A($s: Boolean!) { ...F }
        query B($s: Boolean) { ...F }
        query C($s: Int!) { ...F }
        fragment F on Query { venue { seats(standing: $s) } }
        """#,
        Problem(
          #"Variable "$s" of type "Boolean" used in position expecting type "Boolean!"."#,
          "2:9", "4:47"),
        Problem(
          #"Variable "$s" of type "Int!" used in position expecting type "Boolean!"."#,
          "3:9", "4:47"))
    ])
  func refusesInFragments(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a nullable variable in a oneOf object, even with a default (T15)",
    arguments: [
      Refusal(
        #"""
        query Q($i: ID, $n: String = "a") { a: act(by: {id: $i}) { __typename } b: act(by: \#
        {name: $n}) { __typename } }
        """#,
        Problem(
          #"""
          Variable "$i" is of type "ID" but must be non-nullable to be used for OneOf Input \#
          Object "ActRef".
          """#,
          "1:9", "1:53"),
        Problem(
          #"""
          Variable "$n" is of type "String" but must be non-nullable to be used for OneOf \#
          Input Object "ActRef".
          """#,
          "1:17", "1:91"))
    ])
  func refusesNullableInOneOf(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
