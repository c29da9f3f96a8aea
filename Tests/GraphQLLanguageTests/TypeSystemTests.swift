import Testing

@testable import GraphQLLanguage

@Suite("§3 Type System (L19)")
struct TypeSystemTests {
  @Test("has a schema and its extensions, scalars and directives")
  func schema() {
    #expect(
      Outline.text(
        of: #"""
          "S" schema @a { query: Q mutation: M subscription: S }
          extend schema @b
          extend schema { query: Q }
          "D" scalar D @specifiedBy(url: "u")
          extend scalar D @c
          "E" directive @e("f" f: Int = 1 @g) repeatable on | FIELD | ENUM_VALUE
          directive @h on QUERY
          """#)
          == """
          schema 0-54 described string:"S" @a
            query 16-24 Q
            mutation 25-36 M
            subscription 37-52 S
          extend schema 55-71 @b
          extend schema 72-98
            query 88-96 Q
          scalar 99-134 D described string:"D" @specifiedBy(url: string:"u")
          extend scalar 135-153 D @c
          directive 154-224 e described string:"E" repeatable FIELD|ENUM_VALUE
            argument 171-188 f Int = int:1 described string:"f" @g
          directive 225-246 h QUERY
          """)
  }

  @Test("has objects and interfaces and their extensions")
  func objects() {
    #expect(
      Outline.text(
        of: #"""
          "T" type T implements & A & B @c { "d" d("e" e: [Int!] = [1] @f, g: H): I! @j k: L }
          type Empty
          interface A implements B { m: N }
          extend type T implements C
          extend type T @o
          extend interface A { p: Q }
          """#)
          == """
          object 0-84 T described string:"T" A&B @c
            field 35-77 d I! described string:"d" @j
              argument 41-63 e [Int!] = [int:1] described string:"e" @f
              argument 65-69 g H
            field 78-82 k L
          object 85-95 Empty
          interface 96-129 A B
            field 123-127 m N
          extend object 130-156 T C
          extend object 157-173 T @o
          extend interface 174-201 A
            field 195-199 p Q
          """)
  }

  @Test("has unions, enums and input objects and their extensions")
  func others() {
    #expect(
      Outline.text(
        of: #"""
          "U" union U @a = | A | B
          union Empty
          extend union U = C
          "E" enum E @b { "c" C @d on type }
          extend enum E { F }
          "I" input I @oneOf { "g" g: H = {i: 1} @j k: [L] }
          extend input I @m { n: O }
          """#)
          == """
          union 0-24 U described string:"U" A|B @a
          union 25-36 Empty
          extend union 37-55 U C
          enum 56-90 E described string:"E" @b
            value 72-80 C described string:"c" @d
            value 81-83 on
            value 84-88 type
          extend enum 91-110 E
            value 107-108 F
          inputObject 111-161 I described string:"I" @oneOf
            input 132-152 g H = {i: int:1} described string:"g" @j
            input 153-159 k [L]
          extend inputObject 162-188 I @m
            input 182-186 n O
          """)
  }

  @Test(
    "refuses a definition with anything missing or too much",
    arguments: [
      Failure("schema", #"Expected "{", found <EOF>."#, 1, 7),
      Failure("schema {}", #"Expected Name, found "}"."#, 1, 9),
      Failure("schema { query }", #"Expected ":", found "}"."#, 1, 16),
      Failure("schema { hello: A }", #"Unexpected Name "hello"."#, 1, 10),
      Failure("schema { query: [A] }", #"Expected Name, found "["."#, 1, 17),
      Failure("scalar", "Expected Name, found <EOF>.", 1, 7),
      Failure("type", "Expected Name, found <EOF>.", 1, 5),
      Failure("type A {}", #"Expected Name, found "}"."#, 1, 9),
      Failure("type A { b }", #"Expected ":", found "}"."#, 1, 12),
      Failure("type A { b: }", #"Expected Name, found "}"."#, 1, 13),
      Failure("type A { b(): C }", #"Expected Name, found ")"."#, 1, 12),
      Failure("type A { b(c): D }", #"Expected ":", found ")"."#, 1, 13),
      Failure("type A { b(c: D = $e): F }", #"Unexpected variable "$e" in constant value."#, 1, 19),
      Failure("type A @b(c: $d)", #"Unexpected variable "$d" in constant value."#, 1, 14),
      Failure("type A implements { b: C }", #"Expected Name, found "{"."#, 1, 19),
      Failure("type A implements B, C {}", #"Unexpected Name "C"."#, 1, 22),
      Failure("type A implements B C", #"Unexpected Name "C"."#, 1, 21),
      Failure("type A implements & { b: C }", #"Expected Name, found "{"."#, 1, 21),
      Failure(#"type A { "d" }"#, #"Expected Name, found "}"."#, 1, 14),
      Failure("interface", "Expected Name, found <EOF>.", 1, 10),
      Failure("union U = ", "Expected Name, found <EOF>.", 1, 11),
      Failure("union U = | ", "Expected Name, found <EOF>.", 1, 13),
      Failure("union U = || A", #"Expected Name, found "|"."#, 1, 12),
      Failure("union U = A | | B", #"Expected Name, found "|"."#, 1, 15),
      Failure("enum", "Expected Name, found <EOF>.", 1, 5),
      Failure("enum E {}", #"Expected Name, found "}"."#, 1, 9),
      Failure(
        "enum E { true }", #"Name "true" is reserved and cannot be used for an enum value."#, 1, 10),
      Failure(
        "enum E { A, null }", #"Name "null" is reserved and cannot be used for an enum value."#, 1,
        13),
      Failure(
        #"enum E { "d" false }"#,
        #"Name "false" is reserved and cannot be used for an enum value."#, 1, 14),
      Failure("input I {}", #"Expected Name, found "}"."#, 1, 10),
      Failure("input I { a(b: C): D }", #"Expected ":", found "("."#, 1, 12),
      Failure("input I { a: B = $c }", #"Unexpected variable "$c" in constant value."#, 1, 18),
      Failure("directive", #"Expected "@", found <EOF>."#, 1, 10),
      Failure("directive d on FIELD", #"Expected "@", found Name "d"."#, 1, 11),
      Failure("directive @d", #"Expected "on", found <EOF>."#, 1, 13),
      Failure("directive @d on", "Expected Name, found <EOF>.", 1, 16),
      Failure("directive @d on FIELDS", #"Unexpected Name "FIELDS"."#, 1, 17),
      Failure("directive @d on FIELD | ", "Expected Name, found <EOF>.", 1, 25),
      Failure("directive @d on FIELD, QUERY", #"Unexpected Name "QUERY"."#, 1, 24),
      Failure("directive @d repeatable", #"Expected "on", found <EOF>."#, 1, 24),
      Failure("directive @d(a: $b) on FIELD", #"Expected Name, found "$"."#, 1, 17),
      Failure(
        "directive @d(a: B) repeatable repeatable on FIELD",
        #"Expected "on", found Name "repeatable"."#, 1, 31),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }

  @Test(
    "takes a separator before the first of a list",
    arguments: [
      ("type T implements & A & B", "type T implements A & B"),
      ("interface I implements & A", "interface I implements A"),
      ("union U = | A | B", "union U = A | B"),
      ("directive @d on | FIELD | QUERY", "directive @d on FIELD | QUERY"),
    ])
  func leadingSeparator(text: String, printed: String) throws {
    #expect(try parseDocument(Source(text)).printed() == printed)
  }

  @Test("reads braces after a union as a query of their own")
  func unionAndQuery() {
    #expect(Outline.text(of: "union U { A }") == "union 0-7 U\nquery 8-13\n  field 10-11 A")
  }
}

@Suite("§3.1 Type System Extensions (L19)")
struct TypeSystemExtensionTests {
  @Test(
    "extend by directives, by members, or by both",
    arguments: [
      "extend schema @a", "extend schema {\n  query: A\n}", "extend schema @a {\n  query: A\n}",
      "extend scalar S @a", "extend type T @a", "extend type T implements A & B",
      "extend type T implements A @a", "extend type T {\n  a: B\n}",
      "extend type T implements A @a {\n  b: C\n}", "extend interface I @a",
      "extend interface I implements A & B", "extend interface I implements A @a",
      "extend interface I {\n  a: B\n}", "extend interface I implements A @a {\n  b: C\n}",
      "extend union U @a", "extend union U = A | B", "extend union U @a = A",
      "extend enum E @a", "extend enum E {\n  A\n}", "extend enum E @a {\n  A\n}",
      "extend input I @a", "extend input I {\n  a: B\n}", "extend input I @a {\n  a: B\n}",
    ])
  func forms(text: String) throws {
    #expect(try parseDocument(Source(text)).printed() == text)
  }

  @Test(
    "extend something by something, and have no description",
    arguments: [
      Failure("extend", "Unexpected <EOF>.", 1, 7),
      Failure("extend hello", #"Unexpected Name "hello"."#, 1, 8),
      Failure("extend query Q { a }", #"Unexpected Name "query"."#, 1, 8),
      Failure("extend schema", "Unexpected <EOF>.", 1, 14),
      Failure("extend schema {}", #"Expected Name, found "}"."#, 1, 16),
      Failure("extend scalar S", "Unexpected <EOF>.", 1, 16),
      Failure("extend type A", "Unexpected <EOF>.", 1, 14),
      Failure("extend type A {}", #"Expected Name, found "}"."#, 1, 16),
      Failure("extend interface I", "Unexpected <EOF>.", 1, 19),
      Failure("extend union U", "Unexpected <EOF>.", 1, 15),
      Failure("extend union U =", "Expected Name, found <EOF>.", 1, 17),
      Failure("extend enum E", "Unexpected <EOF>.", 1, 14),
      Failure("extend input I", "Unexpected <EOF>.", 1, 15),
      Failure(
        #""d" extend scalar S @d"#,
        "Unexpected description, only GraphQL definitions support descriptions.", 1, 1),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }
}

@Suite("§3.13 Directives (L19)")
struct DirectiveDefinitionTests {
  @Test(
    "stand in all locations of the edition",
    arguments: DirectiveLocation.allCases.filter { $0 != .directiveDefinition })
  func locations(location: DirectiveLocation) {
    let text = "directive @a on \(location.rawValue)"
    #expect(Outline.text(of: text) == "directive 0-\(text.utf8.count) a \(location.rawValue)")
  }

  @Test(
    "have no directives in the edition",
    arguments: [
      Failure("directive @a @b on FIELD", #"Expected "on", found "@"."#, 1, 14),
      Failure(
        "directive @a on DIRECTIVE_DEFINITION", #"Unexpected Name "DIRECTIVE_DEFINITION"."#, 1, 17),
      Failure("extend directive @a @b", #"Unexpected Name "directive"."#, 1, 8),
    ])
  func refusesDirectives(failure: Failure) {
    failure.check()
  }

  @Test("have directives if the option says so (B1)")
  func directives() {
    var options = ParseOptions()
    options.allowsDirectivesOnDirectiveDefinitions = true
    #expect(
      Outline.text(
        of: "directive @a(b: C) @d(e: 1) repeatable on DIRECTIVE_DEFINITION extend directive @a @f",
        options: options)
          == """
          directive 0-62 a @d(e: int:1) repeatable DIRECTIVE_DEFINITION
            argument 13-17 b C
          extend directive 63-85 a @f
          """)
    Failure("extend directive @a", "Unexpected <EOF>.", 1, 20).check(options: options)
  }
}
