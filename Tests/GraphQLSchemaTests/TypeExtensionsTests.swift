import Testing

@Suite("§3.4.3 Type Extensions (T20)")
struct TypeExtensionTests {
  @Test(
    "refuses to extend a type that is not defined",
    arguments: [
      Refusal(
        #"""
        extend type Qery { a: Int }
        type Query { a: Int }
        """#,
        Problem(
          #"Cannot extend type "Qery" because it is not defined. Did you mean "Query"?"#,
          "1:13")),
      Refusal(
        #"""
        extend scalar Int @a
        extend union U = Query
        extend enum E { A }
        extend interface I { a: Int }
        extend input J { a: Int }
        type Query { a: Int }
        directive @a on SCALAR
        """#,
        Problem(
          #"Cannot extend type "Int" because it is not defined."#,
          "1:15"),
        Problem(
          #"Cannot extend type "U" because it is not defined."#,
          "2:14"),
        Problem(
          #"Cannot extend type "E" because it is not defined."#,
          "3:13"),
        Problem(
          #"Cannot extend type "I" because it is not defined."#,
          "4:18"),
        Problem(
          #"Cannot extend type "J" because it is not defined."#,
          "5:14")),
    ])
  func refusesExtendTypeDefined(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses to extend a type of another kind",
    arguments: [
      Refusal(
        #"""
        extend input Query { a: Int }
        extend interface Query { b: Int }
        extend union Query = Query
        type Query { a: Int }
        """#,
        Problem(
          #"Cannot extend non-input object type "Query"."#,
          "4:1", "1:1"),
        Problem(
          #"Cannot extend non-interface type "Query"."#,
          "4:1", "2:1"),
        Problem(
          #"Cannot extend non-union type "Query"."#,
          "4:1", "3:1"),
        Problem(
          #"Field "Query.a" can only be defined once."#,
          "1:22", "4:14")),
      Refusal(
        #"""
        scalar S
        extend enum S { A }
        extend type S { a: Int }
        type Query { a: S }
        """#,
        Problem(
          #"Cannot extend non-enum type "S"."#,
          "1:1", "2:1"),
        Problem(
          #"Cannot extend non-object type "S"."#,
          "1:1", "3:1")),
    ])
  func refusesExtendTypeAnother(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }
}
