import Testing

@Suite("§5.5.1.4 Fragments Must Be Used")
struct FragmentsMustBeUsedTests {
  @Test(
    "accepts fragments that an operation reaches",
    arguments: [
      #"""
      query A { venue { ...F } }
      query B { venue { ...H } }
      fragment F on Venue { ...G }
      fragment G on Venue { name }
      fragment H on Venue { name }
      """#
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses fragments that no operation reaches",
    arguments: [
      Refusal(
        #"""
        { venue { name } }
        fragment F on Venue { name }
        """#,
        Problem(
          #"Fragment "F" is never used."#,
          "2:1")),
      Refusal(
        #"""
        { venue { ...A } }
        fragment A on Venue { name }
        fragment B on Venue { ...C }
        fragment C on Venue { ...A }
        """#,
        Problem(
          #"Fragment "B" is never used."#,
          "3:1"),
        Problem(
          #"Fragment "C" is never used."#,
          "4:1")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
