import Testing

@Suite("§3.6.1 Field Arguments (T8)")
struct FieldArgumentTests {
  @Test(
    "refuses an argument defined twice",
    arguments: [
      Refusal(
        #"""
        type Query { a(b: Int, b: Int): Int }
        interface I { c(d: Int, e: Int, d: String, e: Int): Int }
        """#,
        Problem(
          #"Argument "Query.a(b:)" can only be defined once."#,
          "1:16", "1:24"),
        Problem(
          #"Argument "I.c(d:)" can only be defined once."#,
          "2:17", "2:33"),
        Problem(
          #"Argument "I.c(e:)" can only be defined once."#,
          "2:25", "2:44"))
    ])
  func refusesArgumentDefinedTwice(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses an argument of an output type",
    arguments: [
      Refusal(
        #"""
        type Query { a(b: Query, c: [U!]): Int }
        union U = Query
        """#,
        Problem(
          "The type of Query.a(b:) must be Input Type but got: Query.",
          "1:19"),
        Problem(
          "The type of Query.a(c:) must be Input Type but got: [U!].",
          "1:29"))
    ])
  func refusesArgumentOutputType(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a default that does not fit",
    arguments: [
      Refusal(
        #"""
        type Query { a(i: Int = 1.5, l: [Int!] = [1, null, "a"], e: E = D, s: S = {a: 1, b: \#
        2}): Int }
        enum E { DE DO }
        input S { a: String! c: Int! }
        """#,
        Problem(
          "Query.a(i:) has invalid default value: Int cannot represent non-integer value: 1.5",
          "1:25"),
        Problem(
          #"""
          Query.a(l:) has invalid default value at [1]: Expected value of non-null type \#
          "Int!" not to be null.
          """#,
          "1:46"),
        Problem(
          #"""
          Query.a(l:) has invalid default value at [2]: Int cannot represent non-integer \#
          value: "a"
          """#,
          "1:52"),
        Problem(
          #"""
          Query.a(e:) has invalid default value: Value "D" does not exist in "E" enum. Did \#
          you mean the enum value "DE" or "DO"?
          """#,
          "1:65"),
        Problem(
          #"""
          Query.a(s:) has invalid default value at .a: String cannot represent a non string \#
          value: 1
          """#,
          "1:79"),
        Problem(
          #"""
          Query.a(s:) has invalid default value: Expected value of type "S" to include \#
          required field "c", found: { a: 1, b: 2 }.
          """#,
          "1:75"),
        Problem(
          #"""
          Query.a(s:) has invalid default value: Expected value of type "S" not to include \#
          unknown field "b". Did you mean "a" or "c"? Found: { a: 1, b: 2 }.
          """#,
          "1:82")),
      Refusal(
        "type Query { a(x: Int! = null): Int }",
        Problem(
          #"""
          Query.a(x:) has invalid default value: Expected value of non-null type "Int!" not \#
          to be null.
          """#,
          "1:26")),
      Refusal(
        #"""
        directive @d(x: Boolean = 1) on FIELD
        type Query { a: Int }
        """#,
        Problem(
          "@d(x:) has invalid default value: Boolean cannot represent a non boolean value: 1",
          "1:27")),
    ])
  func refusesDefaultFit(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }
}
