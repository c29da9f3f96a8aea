import Testing

@Suite("§5.7.3 Directives Are Unique per Location")
struct DirectivesAreUniquePerLocationTests {
  @Test(
    "accepts repeatable directives, and others at different places",
    arguments: [
      #"{ venue @label(text: "a") @label(text: "b") @onField { name @onField } }"#
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses the same directive twice at a place",
    arguments: [
      Refusal(
        #"""
        query Q @anywhere @anywhere { venue @onField @skip(if: true) @onField @skip(if: \#
        false) @onField { name } }
        """#,
        Problem(
          #"The directive "@anywhere" can only be used once at this location."#,
          "1:9", "1:19"),
        Problem(
          #"The directive "@onField" can only be used once at this location."#,
          "1:37", "1:62"),
        Problem(
          #"The directive "@skip" can only be used once at this location."#,
          "1:46", "1:71"),
        Problem(
          #"The directive "@onField" can only be used once at this location."#,
          "1:37", "1:88")),
      Refusal(
        #"""
        query Q($i: Int @anywhere @anywhere) { echo(int: $i) ... @anywhere @anywhere { venue \#
        { ...F @anywhere @anywhere } } }
        fragment F on Venue @anywhere @anywhere { name }
        """#,
        Problem(
          #"The directive "@anywhere" can only be used once at this location."#,
          "1:17", "1:27"),
        Problem(
          #"The directive "@anywhere" can only be used once at this location."#,
          "1:58", "1:68"),
        Problem(
          #"The directive "@anywhere" can only be used once at this location."#,
          "1:93", "1:103"),
        Problem(
          #"The directive "@anywhere" can only be used once at this location."#,
          "2:21", "2:31")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
