import GraphQLLanguage
import Testing

@Suite("The canonical form")
struct PrinterTests {
  @Test(
    "lays out executable documents",
    arguments: [
      ("{a,b:c}", "{\n  a\n  b: c\n}"),
      ("query{a}", "{\n  a\n}"),
      ("query @a{b}", "query @a {\n  b\n}"),
      ("query($a:Int){b}", "query ($a: Int) {\n  b\n}"),
      ("query Q{a}", "query Q {\n  a\n}"),
      ("mutation{a}subscription S{b}", "mutation {\n  a\n}\n\nsubscription S {\n  b\n}"),
      (#""D" query{a}"#, "\"D\"\nquery {\n  a\n}"),
      (
        "query Q($a:[Int!]!=[1,2]@b,$c:D={e:F}@g(h:1)){i}",
        "query Q($a: [Int!]! = [1, 2] @b, $c: D = { e: F } @g(h: 1)) {\n  i\n}"
      ),
      (
        #"query Q("A" $a: Int $b: Int){c}"#,
        "query Q(\n\"A\"\n$a: Int\n$b: Int\n) {\n  c\n}"
      ),
      (
        "{a(b:1,c:$d)@e@f(g:{}){h{i}}}",
        "{\n  a(b: 1, c: $d) @e @f(g: {  }) {\n    h {\n      i\n    }\n  }\n}"
      ),
      (
        "{...F...on T@a{b}...@c{d}...{e}}",
        "{\n  ...F\n  ... on T @a {\n    b\n  }\n  ... @c {\n    d\n  }\n  ... {\n    e\n  }\n}"
      ),
      (#""F" fragment F on T@a{b}"#, "\"F\"\nfragment F on T @a {\n  b\n}"),
    ])
  func executable(text: String, printed: String) throws {
    try check(text, printed)
  }

  @Test(
    "lays out type systems",
    arguments: [
      (
        "schema@a{query:Q mutation:M}extend schema@b",
        "schema @a {\n  query: Q\n  mutation: M\n}\n\nextend schema @b"
      ),
      (#""S" scalar S@a(b:"c")"#, "\"S\"\nscalar S @a(b: \"c\")"),
      (
        #"type T implements&A&B@c{"d" d(e:F=1@g,h:I):[J!]@k}"#,
        "type T implements A & B @c {\n  \"d\"\n  d(e: F = 1 @g, h: I): [J!] @k\n}"
      ),
      (
        #"interface I{a("b" b:C,"""d""" d:E):F}"#,
        "interface I {\n  a(\n    \"b\"\n    b: C\n    \"\"\"d\"\"\"\n    d: E\n  ): F\n}"
      ),
      ("type T", "type T"),
      ("extend type T implements A", "extend type T implements A"),
      ("union U@a=|A|B union V", "union U @a = A | B\n\nunion V"),
      (#"enum E@a{"b" B@c D}"#, "enum E @a {\n  \"b\"\n  B @c\n  D\n}"),
      (
        #"input I@a{"""b""" b:C=[1]@d e:F}"#,
        "input I @a {\n  \"\"\"b\"\"\"\n  b: C = [1] @d\n  e: F\n}"
      ),
      (
        #""D" directive@a(b:C=1)repeatable on|FIELD|ENUM"#,
        "\"D\"\ndirective @a(b: C = 1) repeatable on FIELD | ENUM"
      ),
      (
        "directive@a on QUERY extend enum E{A}extend input I{a:B}extend union U=A",
        "directive @a on QUERY\n\nextend enum E {\n  A\n}\n\nextend input I {\n  a: B\n}\n\nextend union U = A"
      ),
    ])
  func typeSystem(text: String, printed: String) throws {
    try check(text, printed)
  }

  @Test("puts a list on lines of its own if it would be longer than 80 characters")
  func longLists() throws {
    let filler = String(repeating: "x", count: 60)
    try check(
      "{ a(bb: \"\(filler)\", cc: 12345) }", "{\n  a(bb: \"\(filler)\", cc: 12345)\n}")
    try check(
      "{ a(bb: \"\(filler)\", cc: 123456) }",
      "{\n  a(\n    bb: \"\(filler)\"\n    cc: 123456\n  )\n}")
    try check(
      "{ a(b: [\"\(filler)\", {c: \"\(filler)\"}]) }",
      "{\n  a(\n    b: [\n      \"\(filler)\"\n      { c: \"\(filler)\" }\n    ]\n  )\n}")
    try check(
      "{ a @b(c: {d: \"\(filler)\", e: 12345678}) }",
      "{\n  a @b(c: {\n    d: \"\(filler)\"\n    e: 12345678\n  })\n}")
    try check(
      "type T { a(b: C = [\"\(filler)\", 12345678901234567]): D }",
      "type T {\n  a(\n    b: C = [\n      \"\(filler)\"\n      12345678901234567\n    ]\n  ): D\n}"
    )
  }

  @Test(
    "writes strings with as few escape sequences as can be",
    arguments: [
      (#""\u0041\u{1F600}é""#, #""A😀é""#), (#""\"\\\/\b\f\n\r\t""#, #""\"\\/\b\f\n\r\t""#),
      (
        #""\u0000\u000B\u001F\u007F\u0080\u009F\u00A0""#,
        "\"\\u0000\\u000B\\u001F\\u007F\\u0080\\u009F\u{A0}\""
      ),
    ])
  func strings(text: String, printed: String) throws {
    let (document, value) = try parseConstValue(Source(text))
    #expect(document.printed(value) == printed)
  }

  @Test(
    "writes block strings on lines of their own where that is easier to read",
    arguments: [
      ("", #""""""""#), ("a", #""""a""""#), (" a", #"""" a""""#), ("a\nb", "\"\"\"\na\nb\n\"\"\""),
      ("a\n  b", "\"\"\"\na\n  b\n\"\"\""), (" a\n b", "\"\"\"\n a\n b\n\"\"\""),
      ("a\"", "\"\"\"\na\"\n\"\"\""), (#"a\"#, "\"\"\"\na\\\n\"\"\""),
      ("a\"\"\"", "\"\"\"\na\\\"\"\"\n\"\"\""), ("\"\"\"a", #""""\"""a""""#),
      (String(repeating: "x", count: 70), "\"\"\"\(String(repeating: "x", count: 70))\"\"\""),
      (String(repeating: "x", count: 71), "\"\"\"\n\(String(repeating: "x", count: 71))\n\"\"\""),
      (" a\"", "\"\"\" a\"\n\"\"\""),
    ])
  func blockStrings(content: String, printed: String) {
    #expect(printBlockString(content) == printed)
  }

  @Test(
    "minimized, adds only the lines that it must",
    arguments: [
      ("a\nb", "\"\"\"a\nb\"\"\""), ("a\n b", "\"\"\"\na\n b\"\"\""), ("a\"", "\"\"\"a\"\n\"\"\""),
      (String(repeating: "x", count: 71), "\"\"\"\(String(repeating: "x", count: 71))\"\"\""),
    ])
  func minimizedBlockStrings(content: String, printed: String) {
    #expect(printBlockString(content, minimized: true) == printed)
  }

  @Test(
    "knows what a block string can stand for",
    arguments: [
      ("", true), ("a", true), ("a\nb", true), ("a\n b", true), (" a", true), (" a\nb", true),
      ("\na", false), ("a\n", false), ("a\n ", false), (" a\n b", false), ("a\rb", false),
      ("a\u{7}", false), ("\n", false), (" ", false), ("a\tb", true), ("a\u{10}", true),
    ])
  func printableAsBlock(content: String, isPrintable: Bool) throws {
    #expect(isPrintableAsBlockString(content) == isPrintable)
    guard isPrintable else { return }
    for minimized in [false, true] {
      let literal = printBlockString(content, minimized: minimized)
      let (document, value) = try parseConstValue(Source(literal))
      #expect(document.string(of: value) == content)
    }
  }

  @Test("indents the lines of a block string")
  func indentedBlockString() throws {
    try check(
      "type T {\"\"\"\na\n  b\n\n c\"\"\" d: E}",
      "type T {\n  \"\"\"\n  a\n    b\n  \n   c\n  \"\"\"\n  d: E\n}")
  }

  @Test("of one definition, value or type is that of the document's part")
  func parts() throws {
    let document = try parseDocument(Source("type T { a: B } scalar S"))
    #expect(document.definitions.map(document.printed).last == "scalar S")
    let (values, value) = try parseConstValue(Source("[1,{a:B}]"))
    #expect(values.printed(value) == "[1, { a: B }]")
    #expect(values.printed(values[value]) == "[1, { a: B }]")
  }

  /// Expects a text to be printed so, and the printed form to have the same nodes and itself as
  /// printed form.
  private func check(
    _ text: String, _ printed: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let document = try parseDocument(Source(text))
    #expect(document.printed() == printed, sourceLocation: sourceLocation)
    let reparsed = try parseDocument(Source(printed))
    #expect(
      Outline.text(of: reparsed, showsRanges: false)
        == Outline.text(of: document, showsRanges: false), sourceLocation: sourceLocation)
    #expect(reparsed.printed() == printed, sourceLocation: sourceLocation)
  }
}
