import Testing

@Suite("§3.4 Types")
struct TypeTests {
  @Test(
    "refuses two types with one name (T1)",
    arguments: [
      Refusal(
        #"""
        type Query { a: Int }
        type Query { b: Int }
        """#,
        Problem(
          #"There can be only one type named "Query"."#,
          "1:6", "2:6")),
      Refusal(
        #"""
        scalar A
        enum A { B }
        type Query { a: A }
        """#,
        Problem(
          #"There can be only one type named "A"."#,
          "1:8", "2:6")),
    ])
  func refusesTwoTypesName(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a type that is not defined",
    arguments: [
      Refusal(
        #"""
        type Query { a: Foo b: [[Qery!]]! }
        extend schema { mutation: M }
        """#,
        Problem(
          #"Unknown type "Foo"."#,
          "1:17"),
        Problem(
          #"Unknown type "Qery". Did you mean "Query"?"#,
          "1:26"),
        Problem(
          #"Unknown type "M"."#,
          "2:27")),
      Refusal(
        #"""
        union U = A | Strin
        type A implements I { a(x: Intt): Int }
        type Query { a: U }
        input J { k: K }
        """#,
        Problem(
          #"Unknown type "Strin". Did you mean "String"?"#,
          "1:15"),
        Problem(
          #"Unknown type "I". Did you mean "A", "ID", "J", or "U"?"#,
          "2:19"),
        Problem(
          #"Unknown type "Intt". Did you mean "Int"?"#,
          "2:28"),
        Problem(
          #"Unknown type "K". Did you mean "A", "J", or "U"?"#,
          "4:14")),
    ])
  func refusesTypeDefined(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses names that begin with two underscores (T1)",
    arguments: [
      Refusal(
        #"""
        type Query { __a(__b: Int): __E }
        enum __E { __V }
        input __I { __f: Int }
        directive @__d(__x: Int) on FIELD
        """#,
        Problem(
          #"Name "__d" must not begin with "__", which is reserved by GraphQL introspection."#,
          "4:1"),
        Problem(
          #"Name "__x" must not begin with "__", which is reserved by GraphQL introspection."#,
          "4:16"),
        Problem(
          #"Name "__a" must not begin with "__", which is reserved by GraphQL introspection."#,
          "1:14"),
        Problem(
          #"Name "__b" must not begin with "__", which is reserved by GraphQL introspection."#,
          "1:18"),
        Problem(
          #"Name "__E" must not begin with "__", which is reserved by GraphQL introspection."#,
          "2:1"),
        Problem(
          #"Name "__V" must not begin with "__", which is reserved by GraphQL introspection."#,
          "2:12"),
        Problem(
          #"Name "__I" must not begin with "__", which is reserved by GraphQL introspection."#,
          "3:1"),
        Problem(
          #"Name "__f" must not begin with "__", which is reserved by GraphQL introspection."#,
          "3:13"))
    ])
  func refusesNamesBeginTwo(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }
}
