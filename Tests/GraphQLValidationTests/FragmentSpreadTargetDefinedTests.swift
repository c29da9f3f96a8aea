import Testing

@Suite("§5.5.2.1 Fragment Spread Target Defined")
struct FragmentSpreadTargetDefinedTests {
  @Test(
    "accepts spreads of fragments in the document",
    arguments: [
      "fragment F on Venue { name } { venue { ...F } }"
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses spreads of others",
    arguments: [
      Refusal(
        #"""
        { venue { ...F nextTo { ...G } } }
        fragment G on Venue { ...H }
        """#,
        Problem(
          #"Unknown fragment "F"."#,
          "1:14"),
        Problem(
          #"Unknown fragment "H"."#,
          "2:26"))
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
