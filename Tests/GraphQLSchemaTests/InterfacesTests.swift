import Testing

@Suite("§3.7 Interfaces")
struct InterfaceTests {
  @Test("accepts stricter fields, and further arguments that may be left out (T9, T10)")
  func acceptsStricterFields() {
    #expect(
      schemaErrors(
        in: """
          interface Node { id: ID }
          interface Named implements Node {
            id: ID! name(short: Boolean): String near: [Node] owner: Owner any: Node
          }
          type Query implements Named & Node {
            id: ID! name(short: Boolean, long: Boolean, max: Int! = 3): String! near: [Query!]!
            owner: Query any: Named!
          }
          union Owner = Query
          """) == [])
  }

  @Test(
    "refuses a type without a field of its interface (T9)",
    arguments: [
      Refusal(
        #"""
        type Query implements I { b: Int }
        extend type Query { c: Int }
        interface I { a: Int b: Int }
        """#,
        Problem(
          "Interface field I.a expected but Query does not provide it.",
          "3:15", "1:1", "2:1"))
    ])
  func refusesTypeWithoutField(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a field of a type that does not fit (T9)",
    arguments: [
      Refusal(
        #"""
        type Query implements I { a: Int b: [Int] c: Query d: Int! }
        interface I { a: String b: [Int!] c: U d: Int }
        union U = A
        type A { a: Int }
        """#,
        Problem(
          "Interface field I.a expects type String but Query.a is type Int.",
          "2:18", "1:30"),
        Problem(
          "Interface field I.b expects type [Int!] but Query.b is type [Int].",
          "2:28", "1:37"),
        Problem(
          "Interface field I.c expects type U but Query.c is type Query.",
          "2:38", "1:46"))
    ])
  func refusesFieldTypeFit(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a field without the arguments of the interface (T9)",
    arguments: [
      Refusal(
        #"""
        type Query implements I { a(x: Int!, z: Int, w: Int! = 1): Int }
        interface I { a(x: Int, y: Int, z: Int, w: Int! = 2): Int }
        """#,
        Problem(
          "Interface field argument I.a(x:) expects type Int but Query.a(x:) is type Int!.",
          "2:20", "1:32"),
        Problem(
          "Interface field argument I.a(y:) expected but Query.a does not provide it.",
          "2:25", "1:27")),
      Refusal(
        #"""
        type Query implements I { a(x: Int, y: Int!): Int }
        interface I { a(x: Int): Int }
        """#,
        Problem(
          #"""
          Argument "Query.a(y:)" must not be required type "Int!" if not provided by the \#
          Interface field "I.a".
          """#,
          "1:37", "2:15")),
    ])
  func refusesFieldWithoutArguments(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a type that leaves out what its interface implements (T9, T10)",
    arguments: [
      Refusal(
        #"""
        type Query implements J { a: Int }
        interface I { a: Int }
        interface J implements I { a: Int }
        """#,
        Problem(
          "Type Query must implement I because it is implemented by J.",
          "3:24", "1:23"))
    ])
  func refusesTypeLeavesOut(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses interfaces that implement themselves (T10)",
    arguments: [
      Refusal(
        #"""
        interface I implements I { a: Int }
        type Query implements I { a: Int }
        """#,
        Problem(
          "Type I cannot implement itself because it would create a circular reference.",
          "1:24")),
      Refusal(
        #"""
        interface I implements J { a: Int }
        interface J implements I { a: Int }
        type Query implements I & J { a: Int }
        """#,
        Problem(
          "Type I cannot implement J because it would create a circular reference.",
          "2:24", "1:24"),
        Problem(
          "Type J cannot implement I because it would create a circular reference.",
          "1:24", "2:24")),
    ])
  func refusesInterfacesImplementThemselves(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses what is no interface, and an interface twice (T10, T20)",
    arguments: [
      Refusal(
        #"""
        type Query implements A & I & B & I { a: Int }
        extend type Query implements I
        interface I { a: Int }
        type A { a: Int }
        scalar B
        """#,
        Problem(
          "Type Query must only implement Interface types, it cannot implement A.",
          "1:23"),
        Problem(
          "Type Query must only implement Interface types, it cannot implement B.",
          "1:31"),
        Problem(
          "Type Query can only implement I once.",
          "1:27", "1:35", "2:30"),
        Problem(
          "Type Query can only implement I once.",
          "1:27", "1:35", "2:30"))
    ])
  func refusesInterface(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a deprecated field of an interface that has it undeprecated (T9, T18)",
    arguments: [
      Refusal(
        #"""
        type Query implements I { a: Int @deprecated b: Int @deprecated }
        interface I { a: Int b: Int @deprecated }
        """#,
        Problem(
          #"""
          Interface field I.a is not deprecated, so implementation field Query.a must not be \#
          deprecated.
          """#,
          "1:34", "1:30"))
    ])
  func refusesDeprecatedFieldInterface(refusal: Refusal) {
    #expect(schemaErrors(in: refusal.document) == refusal.errors)
  }
}
