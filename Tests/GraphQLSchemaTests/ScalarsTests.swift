import Testing

@Suite("§3.5 Scalars (T7)")
struct ScalarTests {
  @Test(
    "refuses a specification that is no text, given twice, or of a built-in scalar",
    arguments: [
      Refusal(
        #"""
        scalar A @specifiedBy(url: 1)
        type Query { a: A }
        """#,
        Problem(
          #"Argument "url" has invalid value: String cannot represent a non string value: 1"#,
          "1:28")),
      Refusal(
        #"""
        scalar A @specifiedBy
        extend scalar A @specifiedBy(url: "b")
        type Query { a: A }
        """#,
        Problem(
          #"Argument "@specifiedBy(url:)" of type "String!" is required, but it was not provided."#,
          "1:10"),
        Problem(
          #"The directive "@specifiedBy" can only be used once at this location."#,
          "1:10", "2:17")),
      Refusal(
        #"""
        extend scalar Int @specifiedBy(url: "a")
        type Query { a: Int }
        """#,
        Problem(
          #"Cannot extend type "Int" because it is not defined."#,
          "1:15")),
    ])
  func refusesSpecificationText(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }
}
