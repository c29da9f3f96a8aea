import Testing

@Suite("§3.13.3 @deprecated (T18)")
struct DeprecationTests {
  @Test(
    "refuses to deprecate what is required",
    arguments: [
      Refusal(
        #"""
        directive @d(a: Int! @deprecated b: Int! = 1 @deprecated) on FIELD
        type Query { a(i: I, x: Int! @deprecated, y: Int @deprecated): Int }
        input I { a: Int! @deprecated(reason: "b") b: Int! = 1 @deprecated }
        """#,
        Problem(
          "Required argument @d(a:) cannot be deprecated.",
          "1:22", "1:17"),
        Problem(
          "Required argument Query.a(x:) cannot be deprecated.",
          "2:30", "2:25"),
        Problem(
          "Required input field I.a cannot be deprecated.",
          "3:19", "3:14"))
    ])
  func refusesDeprecateRequired(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a reason that is no text",
    arguments: [
      Refusal(
        "type Query { a: Int @deprecated(reason: 3) b: Int @deprecated(reason: null) }",
        Problem(
          #"Argument "reason" has invalid value: String cannot represent a non string value: 3"#,
          "1:41"),
        Problem(
          #"""
          Argument "reason" has invalid value: Expected value of non-null type "String!" not \#
          to be null.
          """#,
          "1:71"))
    ])
  func refusesReasonText(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }
}
