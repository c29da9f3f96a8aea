import Testing

@Suite("§5.7.1 Directives Are Defined")
struct DirectivesAreDefinedTests {
  @Test(
    "accepts directives of the schema and built-in ones",
    arguments: [
      "query Q @anywhere { venue @onField { name @include(if: true) @skip(if: false) } }"
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses others",
    arguments: [
      Refusal(
        #"""
        query Q($a: Int @x) @y { venue @z(a: 1, a: 2) { ...F @v } }
        fragment F on Venue @w(b: {c: 1, c: 2}) { ... @u { name } }
        """#,
        Problem(
          #"Variable "$a" is never used in operation "Q"."#,
          "1:9"),
        Problem(
          #"Unknown directive "@x"."#,
          "1:17"),
        Problem(
          #"Unknown directive "@y"."#,
          "1:21"),
        Problem(
          #"Unknown directive "@z"."#,
          "1:32"),
        Problem(
          #"There can be only one argument named "a"."#,
          "1:35", "1:41"),
        Problem(
          #"Unknown directive "@v"."#,
          "1:54"),
        Problem(
          #"Unknown directive "@w"."#,
          "2:21"),
        Problem(
          #"There can be only one input field named "c"."#,
          "2:28", "2:34"),
        Problem(
          #"Unknown directive "@u"."#,
          "2:47"))
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
