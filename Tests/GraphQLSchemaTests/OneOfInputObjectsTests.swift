import GraphQLSchema
import Testing

@Suite("§3.10.1 OneOf Input Objects (T15)")
struct OneOfInputObjectTests {
  @Test(
    "refuses fields that are not nullable or have a default",
    arguments: [
      Refusal(
        #"""
        input I @oneOf { a: Int! b: Int = 1 c: Int }
        extend input I { d: Int! = 2 }
        type Query { a(i: I): Int }
        """#,
        Problem(
          "OneOf input field I.a must be nullable.",
          "1:21"),
        Problem(
          "OneOf input field I.b cannot have a default value.",
          "1:26"),
        Problem(
          "OneOf input field I.d must be nullable.",
          "2:21"),
        Problem(
          "OneOf input field I.d cannot have a default value.",
          "2:18"))
    ])
  func refusesFieldsNullableDefault(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test("an extension may say so (T15, differs: without effect, as in the reference)")
  func extensionIsOneOf() throws {
    let schema = try schema(
      "input I { a: Int! } extend input I @oneOf type Query { a(i: I): Int }")
    #expect(printSchema(schema).contains("input I {\n  a: Int!\n}"))
  }

  @Test(
    "refuses types whose values would have no end (B8)",
    arguments: [
      Refusal(
        #"""
        input A @oneOf { a: A b: B }
        input B @oneOf { a: A }
        type Query { a(a: A): Int }
        """#,
        Problem(
          #"""
          Input Object A cannot be provided a finite value because it references itself \#
          through fields: A.a.
          """#,
          "1:18"),
        Problem(
          #"""
          Input Object A cannot be provided a finite value because it references itself \#
          through fields: A.b, B.a.
          """#,
          "1:23", "2:18"))
    ])
  func refusesTypesWhoseValues(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }
}
