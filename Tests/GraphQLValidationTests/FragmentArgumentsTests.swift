import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

@Suite("Draft: fragment arguments (B3)")
struct FragmentArgumentsTests {
  private func errors(in document: String) throws -> [GraphQLError] {
    var options = ParseOptions()
    options.allowsFragmentArguments = true
    let document = try parseDocument(Source(document), options: options)
    do throws(ValidationFailure) {
      _ = try validate(document, against: musicSchema)
      return []
    } catch {
      return error.errors
    }
  }

  @Test(
    "accepts",
    arguments: [
      // Given, left to the default, and left out where null will do.
      "{ ...F(text: \"a\") } fragment F($text: String = \"b\") on Query { echo(string: $text) }",
      "{ ...F } fragment F($text: String = \"b\") on Query { echo(string: $text) }",
      "{ ...F } fragment F($text: String) on Query { echo(string: $text) }",
      // A variable of the operation, also one of the same name, which the fragment's own hides.
      "query ($a: Int!) { ...F(b: $a) } fragment F($b: Int!) on Query { echo(int: $b) }",
      "query ($a: ID!) { ...F(a: 1) band(id: $a) { founded } } fragment F($a: Int) on Query { echo(int: $a) }",
      // Through another fragment, and as a condition.
      """
      { ...F(a: 1) } fragment F($a: Int!) on Query { ...G(b: $a) }
      fragment G($b: Int!) on Query { echo(int: $b) }
      """,
      "{ ...F(no: true) } fragment F($no: Boolean!) on Query { venue @skip(if: $no) { name } }",
      // Equal spreads meet.
      "{ ...F(a: 1) ... { ...F(a: 1) } } fragment F($a: Int) on Query { echo(int: $a) }",
    ])
  func valid(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses arguments that are unknown, missing, doubled or of another type",
    arguments: [
      Refusal(
        "{ ...F(txet: 1) } fragment F($text: Int) on Query { echo(int: $text) }",
        Problem(#"Unknown argument "txet" on fragment "F". Did you mean "text"?"#, "1:8")),
      Refusal(
        "{ ...F(a: 1) } fragment F on Query { echo }",
        Problem(#"Unknown argument "a" on fragment "F"."#, "1:8")),
      Refusal(
        "{ ...F } fragment F($a: Int!) on Query { echo(int: $a) }",
        Problem(
          #"Fragment "F" argument "a" of type "Int!" is required, but it was not provided."#,
          "1:3")),
      Refusal(
        "{ ...F(a: 1, a: 2) } fragment F($a: Int) on Query { echo(int: $a) }",
        Problem(#"There can be only one argument named "a"."#, "1:8", "1:14")),
      Refusal(
        "{ ...F(a: \"x\") } fragment F($a: Int) on Query { echo(int: $a) }",
        Problem(#"Int cannot represent non-integer value: "x""#, "1:11")),
      Refusal(
        "query ($s: String) { ...F(a: $s) } fragment F($a: Int) on Query { echo(int: $a) }",
        Problem(
          #"Variable "$s" of type "String" used in position expecting type "Int"."#,
          "1:8", "1:30")),
    ])
  func arguments(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses variables that are unused, doubled, of no input type, or used where they do not fit",
    arguments: [
      Refusal(
        "{ ...F } fragment F($a: Int) on Query { echo }",
        Problem(#"Variable "$a" is never used in fragment "F"."#, "1:21")),
      Refusal(
        "{ ...F } fragment F($a: Int, $a: Int) on Query { echo(int: $a) }",
        Problem(#"There can be only one variable named "$a"."#, "1:22", "1:31")),
      Refusal(
        "{ ...F } fragment F($a: Band) on Query { echo(int: $a) }",
        Problem(#"Variable "$a" cannot be non-input type "Band"."#, "1:25"),
        Problem(
          #"Variable "$a" of type "Band" used in position expecting type "Int"."#, "1:21", "1:52")),
      Refusal(
        "{ ...F } fragment F($a: Int = \"x\") on Query { echo(int: $a) }",
        Problem(#"Int cannot represent non-integer value: "x""#, "1:31")),
      Refusal(
        "{ ...F } fragment F($a: String) on Query { echo(int: $a) }",
        Problem(
          #"Variable "$a" of type "String" used in position expecting type "Int"."#,
          "1:21", "1:54")),
    ])
  func variables(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "a fragment's variable is none of the operation's",
    arguments: [
      Refusal(
        "query Q($a: Int) { ...F(a: 1) } fragment F($a: Int) on Query { echo(int: $a) }",
        Problem(#"Variable "$a" is never used in operation "Q"."#, "1:9")),
      Refusal(
        """
        query Q { ...F(a: 1) } fragment F($a: Int) on Query { echo(int: $a) ...G }
        fragment G on Query { venue { name(upper: $a) } }
        """,
        Problem(#"Variable "$a" is not defined by operation "Q"."#, "2:43", "1:1")),
    ])
  func scopes(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  private static func different(_ first: String, _ second: String) -> String {
    "Spreads \"F\" conflict because \(first) and \(second) have different fragment arguments."
  }

  @Test(
    "refuses spreads of one fragment that meet with different arguments",
    arguments: [
      Refusal(
        "{ ...F(a: 1) ...F(a: 2) } fragment F($a: Int) on Query { echo(int: $a) }",
        Problem(different("F(a: 1)", "F(a: 2)"), "1:3", "1:14")),
      Refusal(
        "{ ...F ... { ...F(a: {b: [2]}) } } fragment F($a: JSON) on Query { echoLists(any: $a) }",
        Problem(different("F", "F(a: { b: [2] })"), "1:3", "1:14")),
      Refusal(
        """
        { again: venue { ...F(a: true) } again: venue { ...F(a: false) } }
        fragment F($a: Boolean) on Venue { name(upper: $a) }
        """,
        Problem(different("F(a: true)", "F(a: false)"), "1:18", "1:49")),
      // What is written alike does not mean the same.
      Refusal(
        """
        query ($a: Int) { ...F(a: $a) ...G(a: 1) }
        fragment G($a: Int) on Query { ...F(a: $a) }
        fragment F($a: Int) on Query { echo(int: $a) }
        """,
        Problem(different("F(a: $a)", "F(a: $a)"), "1:19", "2:32")),
    ])
  func spreads(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test("variables of different fragments are different values (differs: equal values merge too)")
  func differingArguments() throws {
    let document = """
      { ...F(a: 1) ...G(a: 2) }
      fragment F($a: Int) on Query { echo(int: $a) }
      fragment G($a: Int) on Query { echo(int: $a) }
      """
    #expect(
      try errors(in: document) == [
        Problem(
          "Fields \"echo\" conflict because they have differing arguments. Use different aliases on "
            + "the fields to fetch both if this was intentional.", "2:32", "3:32"
        ).error
      ])
  }
}
