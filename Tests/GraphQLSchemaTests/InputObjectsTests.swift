import Testing

@Suite("§3.10 Input Objects (T13)")
struct InputObjectTests {
  @Test(
    "refuses an input object without fields",
    arguments: [
      Refusal(
        #"""
        input I
        type Query { a(i: I): Int }
        """#,
        Problem(
          "Input Object type I must define one or more fields.",
          "1:1"))
    ])
  func refusesInputObjectWithout(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a field defined twice, and one of an output type (T13, T20)",
    arguments: [
      Refusal(
        #"""
        input I { a: Int }
        extend input I { b: Int a: Int }
        type Query { a(i: I): Int }
        """#,
        Problem(
          #"Field "I.a" can only be defined once."#,
          "1:11", "2:25")),
      Refusal(
        #"""
        input I { a: Int a: Int }
        type Query { a(i: I): Int }
        """#,
        Problem(
          #"Field "I.a" can only be defined once."#,
          "1:11", "1:18")),
      Refusal(
        #"""
        input I { a: Query b: [Query!] }
        type Query { a(i: I): Int }
        """#,
        Problem(
          "The type of I.a must be Input Type but got: Query.",
          "1:14"),
        Problem(
          "The type of I.b must be Input Type but got: [Query!].",
          "1:23")),
    ])
  func refusesFieldDefinedTwice(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a default that does not fit",
    arguments: [
      Refusal(
        #"""
        input I { a: Int = "1" b: J = {c: 1, d: 2} }
        input J { c: String }
        type Query { a(i: I): Int }
        """#,
        Problem(
          #"I.a has invalid default value: Int cannot represent non-integer value: "1""#,
          "1:20"),
        Problem(
          "I.b has invalid default value at .c: String cannot represent a non string value: 1",
          "1:35"),
        Problem(
          #"""
          I.b has invalid default value: Expected value of type "J" not to include unknown \#
          field "d". Did you mean "c"? Found: { c: 1, d: 2 }.
          """#,
          "1:38"))
    ])
  func refusesDefaultFit(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "accepts types that contain themselves where a value can end",
    arguments: [
      "input A { a: A b: [A!]! c: B! = {a: null} } input B { a: A d: B = null }",
      "input A { b: B = {a: null} } input B { a: A = {b: null} }",
      "input A { a: [A!]! = [] b: B! = {a: {b: {}}} } input B { a: A }",
    ])
  func acceptsTypesWithAnEnd(document: String) {
    #expect(schemaErrors(in: document + " type Query { a(a: A): Int }") == [])
  }

  @Test(
    "refuses types whose values would have no end (B8)",
    arguments: [
      Refusal(
        #"""
        input A { a: A! }
        type Query { a(a: A): Int }
        """#,
        Problem(
          #"""
          Input Object A cannot be provided a finite value because it references itself \#
          through fields: A.a.
          """#,
          "1:11")),
      Refusal(
        #"""
        input A { b: B! }
        input B { c: C! }
        input C { a: A! d: D! }
        input D { d: D! e: [D!]! }
        input E { a: A! }
        type Query { a(a: E): Int }
        """#,
        Problem(
          #"""
          Input Object A cannot be provided a finite value because it references itself \#
          through fields: A.b, B.c, C.a.
          """#,
          "1:11", "2:11", "3:11"),
        Problem(
          #"""
          Input Object D cannot be provided a finite value because it references itself \#
          through fields: D.d.
          """#,
          "4:11")),
    ])
  func refusesTypesWhoseValues(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses defaults that contain themselves",
    arguments: [
      Refusal(
        #"""
        input A { a: A = {} }
        type Query { a(a: A): Int }
        """#,
        Problem(
          #"""
          Invalid circular reference. The default value of Input Object field A.a references \#
          itself.
          """#,
          "1:18")),
      Refusal(
        #"""
        input A { b: B = {} }
        input B { c: [C] = [{d: 1}, {}] d: B = {d: null, c: []} }
        input C { a: A = {} d: Int }
        type Query { a(a: A): Int }
        """#,
        Problem(
          #"""
          Invalid circular reference. The default value of Input Object field A.b references \#
          itself via the default values of: B.c, C.a.
          """#,
          "1:18", "2:20", "3:18")),
    ])
  func refusesDefaultsContainThemselves(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }
}
