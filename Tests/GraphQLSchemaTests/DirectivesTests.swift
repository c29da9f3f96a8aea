import Testing

@Suite("§3.13 Directives")
struct DirectiveTests {
  @Test(
    "refuses a directive defined twice, or an argument of it (T1, T19)",
    arguments: [
      Refusal(
        #"""
        directive @a on FIELD
        directive @a on QUERY
        type Query { a: Int }
        """#,
        Problem(
          #"There can be only one directive named "@a"."#,
          "1:12", "2:12")),
      Refusal(
        #"""
        directive @a(b: Int, b: Int) on FIELD
        type Query { a: Int }
        """#,
        Problem(
          #"Argument "@a(b:)" can only be defined once."#,
          "1:14", "1:22")),
    ])
  func refusesDirectiveDefinedTwice(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "may use itself (T19, differs: not checked, as in the reference)",
    arguments: [
      "directive @a(b: Int @a) on ARGUMENT_DEFINITION",
      "directive @a(b: I) on INPUT_FIELD_DEFINITION input I { c: Int @a }",
      """
      directive @a(c: Int @b) on ARGUMENT_DEFINITION
      directive @b(c: Int @a) on ARGUMENT_DEFINITION
      """,
    ])
  func usesItself(document: String) {
    #expect(schemaErrors(in: document + " type Query { a: Int }") == [])
  }

  @Test(
    "refuses an argument of an output type (T19)",
    arguments: [
      Refusal(
        #"""
        directive @a(b: Query) on FIELD
        type Query { a: Int }
        """#,
        Problem(
          "The type of @a(b:) must be Input Type but got: Query.",
          "1:14"))
    ])
  func refusesArgumentOutputType(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a directive that is not defined, or elsewhere than defined",
    arguments: [
      Refusal(
        #"""
        type Query @a { b(c: Int @deprecated @skip): Int @oneOf }
        enum E @specifiedBy(url: "") { F @include }
        schema @deprecated { query: Query }
        """#,
        Problem(
          #"Unknown directive "@a"."#,
          "1:12"),
        Problem(
          #"Directive "@skip" may not be used on ARGUMENT_DEFINITION."#,
          "1:38"),
        Problem(
          #"Argument "@skip(if:)" of type "Boolean!" is required, but it was not provided."#,
          "1:38"),
        Problem(
          #"Directive "@oneOf" may not be used on FIELD_DEFINITION."#,
          "1:50"),
        Problem(
          #"Directive "@specifiedBy" may not be used on ENUM."#,
          "2:8"),
        Problem(
          #"Directive "@include" may not be used on ENUM_VALUE."#,
          "2:34"),
        Problem(
          #"Argument "@include(if:)" of type "Boolean!" is required, but it was not provided."#,
          "2:34"),
        Problem(
          #"Directive "@deprecated" may not be used on SCHEMA."#,
          "3:8"))
    ])
  func refusesDirectiveDefined(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses arguments that do not fit the definition",
    arguments: [
      Refusal(
        #"""
        directive @a(x: Int!, yes: Int) on OBJECT | FIELD_DEFINITION
        type Query @a(yex: 1) { b: Int @a(x: 1, x: 2) c: Int @a(x: {d: 1, d: 2}) }
        """#,
        Problem(
          #"Unknown argument "yex" on directive "@a". Did you mean "yes" or "x"?"#,
          "2:15"),
        Problem(
          #"Argument "@a(x:)" of type "Int!" is required, but it was not provided."#,
          "2:12"),
        Problem(
          #"There can be only one argument named "x"."#,
          "2:35", "2:41"),
        Problem(
          #"There can be only one input field named "d"."#,
          "2:61", "2:67"))
    ])
  func refusesArgumentsDoFit(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a directive twice that is not repeatable (T20)",
    arguments: [
      Refusal(
        #"""
        directive @a on OBJECT | SCHEMA
        directive @b repeatable on OBJECT
        type Query @a @b @b { a: Int @deprecated @deprecated }
        extend type Query @a @b
        schema @a { query: Query }
        extend schema @a
        """#,
        Problem(
          #"The directive "@deprecated" can only be used once at this location."#,
          "3:30", "3:42"),
        Problem(
          #"The directive "@a" can only be used once at this location."#,
          "3:12", "4:19"),
        Problem(
          #"The directive "@a" can only be used once at this location."#,
          "5:8", "6:15"))
    ])
  func refusesDirectiveTwiceRepeatable(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }
}
