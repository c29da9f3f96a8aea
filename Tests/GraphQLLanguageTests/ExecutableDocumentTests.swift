import Testing

@testable import GraphQLLanguage

@Suite("§2.3 Document")
struct DocumentTests {
  @Test("has operations, fragments and definitions of types, in order")
  func mixed() {
    #expect(
      Outline.text(
        of: "{ a } fragment F on T { b } type T { b: Int }")
          == """
          query 0-5
            field 2-3 a
          fragment 6-27 F on T
            field 24-25 b
          object 28-45 T
            field 37-43 b Int
          """)
  }

  @Test(
    "is executable with nothing but operations and fragments (L12)",
    arguments: [
      ("{ a }", true), ("{ a } fragment F on T { b }", true), ("type T", false),
      ("{ a } scalar S", false), ("{ a } extend schema @b", false),
      ("{ a } directive @b on FIELD", false),
    ])
  func executable(text: String, isExecutable: Bool) throws {
    #expect(try parseDocument(Source(text)).isExecutable == isExecutable)
  }

  @Test(
    "is refused if it is empty or has anything else in it (L13, L14)",
    arguments: [
      Failure("", "Unexpected <EOF>.", 1, 1),
      Failure("# nothing", "Unexpected <EOF>.", 1, 10),
      Failure("{", "Expected Name, found <EOF>.", 1, 2),
      Failure("{}", #"Expected Name, found "}"."#, 1, 2),
      Failure("}", #"Unexpected "}"."#, 1, 1),
      Failure("{ a ", "Expected Name, found <EOF>.", 1, 5),
      Failure("{ a } }", #"Unexpected "}"."#, 1, 7),
      Failure("hello", #"Unexpected Name "hello"."#, 1, 1),
      Failure("{ a } hello", #"Unexpected Name "hello"."#, 1, 7),
      Failure(
        #""d" { a }"#,
        "Unexpected description, descriptions are not supported on shorthand queries.", 1, 1),
      Failure(
        #""d" hello { a }"#,
        "Unexpected description, only GraphQL definitions support descriptions.", 1, 1),
      Failure(#""d""#, "Unexpected <EOF>.", 1, 4),
      Failure(#""d" 4"#, #"Unexpected Int "4"."#, 1, 5),
      Failure(
        #""d" extend type A @b"#,
        "Unexpected description, only GraphQL definitions support descriptions.", 1, 1),
      Failure("notAnOperation Foo { a }", #"Unexpected Name "notAnOperation"."#, 1, 1),
      Failure(#"{ a } "d""#, "Unexpected <EOF>.", 1, 10),
      Failure("\"\"\"d\n  e\"\"\" 4", #"Unexpected Int "4"."#, 2, 8),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }
}

@Suite("§2.2 Descriptions (L14)")
struct DescriptionTests {
  @Test("stand before operations, their variables and fragments")
  func executable() {
    #expect(
      Outline.text(
        of: #"""
          "Q" query Q("a" $a: Int """b""" $b: Int) { c }
          "F" fragment F on T { d }
          """#)
          == """
          query 0-46 Q described string:"Q"
            variable 12-23 a Int described string:"a"
            variable 24-39 b Int described block:"b"
            field 43-44 c
          fragment 47-72 F on T described string:"F"
            field 69-70 d
          """)
  }

}

@Suite("§2.4 Operations (L13)")
struct OperationTests {
  @Test("are queries, mutations and subscriptions, with or without a name")
  func kinds() {
    #expect(
      Outline.text(
        of: "query { a } mutation M { b } subscription S @c { d } query query { on }")
          == """
          query 0-11
            field 8-9 a
          mutation 12-28 M
            field 25-26 b
          subscription 29-52 S @c
            field 49-50 d
          query 53-71 query
            field 67-69 on
          """)
  }

  @Test(
    "refuses anything else, at the place",
    arguments: [
      Failure("query", #"Expected "{", found <EOF>."#, 1, 6),
      Failure("query Q", #"Expected "{", found <EOF>."#, 1, 8),
      Failure("query ($a) { b }", #"Expected ":", found ")"."#, 1, 10),
      Failure("query ($a: ) { b }", #"Expected Name, found ")"."#, 1, 12),
      Failure("query () { b }", #"Expected "$", found ")"."#, 1, 8),
      Failure("query ($a: Int = $b) { c }", #"Unexpected variable "$b" in constant value."#, 1, 18),
      Failure(
        "query ($a: Int = [{d: $b}]) { c }", #"Unexpected variable "$b" in constant value."#, 1, 23),
      Failure("query ($a: Int = $) { c }", #"Unexpected "$"."#, 1, 18),
      Failure(
        "query ($a: Int @d(e: $b)) { c }", #"Unexpected variable "$b" in constant value."#, 1, 22),
      Failure("query (a: Int) { b }", #"Expected "$", found Name "a"."#, 1, 8),
      Failure("query Q @ { a }", #"Expected Name, found "{"."#, 1, 11),
      Failure("($a: Int) { b }", #"Unexpected "("."#, 1, 1),
      Failure("@a { b }", #"Unexpected "@"."#, 1, 1),
      Failure("query on { a } on", #"Unexpected Name "on"."#, 1, 16),
      Failure("query Q Q { a }", #"Expected "{", found Name "Q"."#, 1, 9),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }
}

@Suite("§2.6 Fields (L15)")
struct FieldTests {
  @Test("have an alias, arguments, directives and selections")
  func whole() {
    #expect(
      Outline.text(
        of: "{ a: b(c: 1, d: $e) @f @g(h: [I]) { j { k } l } type }")
          == """
          query 0-54
            field 2-47 a: b (c: int:1, d: $e) @f @g(h: [enum:I])
              field 36-43 j
                field 40-41 k
              field 44-45 l
            field 48-52 type
          """)
  }

  @Test(
    "refuses anything else, at the place",
    arguments: [
      Failure("{ a: }", #"Expected Name, found "}"."#, 1, 6),
      Failure("{ a: b: c }", #"Expected Name, found ":"."#, 1, 7),
      Failure("{ a() }", #"Expected Name, found ")"."#, 1, 5),
      Failure("{ a(b) }", #"Expected ":", found ")"."#, 1, 6),
      Failure("{ a(b:) }", #"Unexpected ")"."#, 1, 7),
      Failure("{ a(: 1) }", #"Expected Name, found ":"."#, 1, 5),
      Failure("{ a(b: 1 }", #"Expected Name, found "}"."#, 1, 10),
      Failure("{ a { } }", #"Expected Name, found "}"."#, 1, 7),
      Failure("{ a {} b }", #"Expected Name, found "}"."#, 1, 6),
      Failure("{ 1 }", #"Expected Name, found Int "1"."#, 1, 3),
      Failure(#"{ "a" }"#, #"Expected Name, found String "a"."#, 1, 3),
      Failure("{ $a }", #"Expected Name, found "$"."#, 1, 3),
      Failure("{ a @ }", #"Expected Name, found "}"."#, 1, 7),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }
}

@Suite("§2.9 Fragments (L16)")
struct FragmentTests {
  @Test("are spread by name or written in line")
  func spreads() {
    #expect(
      Outline.text(
        of:
          "{ ...F ...G@a ...on T { b } ... @c { d } ... { e } ...onT } fragment fragment on on { on }"
      )
        == """
        query 0-59
          spread 2-6 F
          spread 7-13 G @a
          inline 14-27 on T
            field 24-25 b
          inline 28-40 @c
            field 37-38 d
          inline 41-50
            field 47-48 e
          spread 51-57 onT
        fragment 60-90 fragment on on
          field 86-88 on
        """)
  }

  @Test(
    "refuses anything else, at the place",
    arguments: [
      Failure("{ ... }", #"Expected "{", found "}"."#, 1, 7),
      Failure("{ ...on }", #"Expected Name, found "}"."#, 1, 9),
      Failure("{ ...on { a } }", #"Expected Name, found "{"."#, 1, 9),
      Failure("{ ...F(a: 1) }", #"Expected Name, found "("."#, 1, 7),
      Failure("{ ...F { a } }", #"Expected Name, found "{"."#, 1, 8),
      Failure("fragment on on T { a }", #"Unexpected Name "on"."#, 1, 10),
      Failure("fragment { a }", #"Expected Name, found "{"."#, 1, 10),
      Failure("fragment F { a }", #"Expected "on", found "{"."#, 1, 12),
      Failure("fragment F on { a }", #"Expected Name, found "{"."#, 1, 15),
      Failure("fragment F T { a }", #"Expected "on", found Name "T"."#, 1, 12),
      Failure("fragment F($a: Int) on T { a }", #"Expected "on", found "("."#, 1, 11),
      Failure("fragment F on T", #"Expected "{", found <EOF>."#, 1, 16),
      Failure("{ ...on on }", #"Expected "{", found "}"."#, 1, 12),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }

  @Test("have variables and arguments if the option says so (B3)")
  func arguments() {
    var options = ParseOptions()
    options.allowsFragmentArguments = true
    #expect(
      Outline.text(of: "{ ...F(a: 1) @b } fragment F($a: Int = 0) on T { c }", options: options)
        == """
        query 0-17
          spread 2-15 F (a: int:1) @b
        fragment 18-52 F on T
          variable 29-40 a Int = int:0
          field 49-50 c
        """)
  }
}

@Suite("§2.11 Variables (L17)")
struct VariableTests {
  @Test("have a type, a default value and directives")
  func whole() {
    #expect(
      Outline.text(
        of: "query ($a: Int, $b: [In!]! = [{c: 1}] @d(e: F) @g $h: H) { i }")
          == """
          query 0-62
            variable 7-14 a Int
            variable 16-49 b [In!]! = [{c: int:1}] @d(e: enum:F) @g
            variable 50-55 h H
            field 59-60 i
          """)
  }

}

@Suite("§2.12 Type References (L18)")
struct TypeReferenceTests {
  @Test(
    "are names, lists and what is not null",
    arguments: ["A", "A!", "[A]", "[A]!", "[A!]", "[[A!]!]!", "[[[A]]]"])
  func reads(text: String) throws {
    let (document, type) = try parseTypeReference(Source(text))
    #expect(document.printed(type) == text)
    #expect(document[type].range == SourceRange(0, text.utf8.count))
  }

  @Test(
    "refuses anything else, at the place",
    arguments: [
      Failure("query ($a: Int!!) { b }", #"Expected "$", found "!"."#, 1, 16),
      Failure("query ($a: [Int) { b }", #"Expected "]", found ")"."#, 1, 16),
      Failure("query ($a: []) { b }", #"Expected Name, found "]"."#, 1, 13),
      Failure("query ($a: !Int) { b }", #"Expected Name, found "!"."#, 1, 12),
      Failure("query ($a: {b}) { c }", #"Expected Name, found "{"."#, 1, 12),
    ])
  func refuses(failure: Failure) {
    failure.check()
  }
}
