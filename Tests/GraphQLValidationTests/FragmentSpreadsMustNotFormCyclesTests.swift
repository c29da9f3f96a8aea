import Testing

@Suite("§5.5.2.2 Fragment Spreads Must Not Form Cycles")
struct FragmentSpreadsMustNotFormCyclesTests {
  @Test(
    "accepts a fragment spread twice",
    arguments: [
      #"""
      { venue { ...A ...B } }
      fragment A on Venue { ...B ...C }
      fragment B on Venue { ...C }
      fragment C on Venue { name }
      """#
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses a fragment within itself",
    arguments: [
      Refusal(
        #"""
        { venue { ...A } }
        fragment A on Venue { nextTo { ...A } }
        """#,
        Problem(
          #"Cannot spread fragment "A" within itself."#,
          "2:32")),
      Refusal(
        #"""
        { venue { ...A } }
        fragment A on Venue { nextTo { ... { ...A name } } ...A }
        """#,
        Problem(
          #"Cannot spread fragment "A" within itself."#,
          "2:52"),
        Problem(
          #"Cannot spread fragment "A" within itself."#,
          "2:38")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a cycle of fragments",
    arguments: [
      Refusal(
        #"""
        { venue { ...A } }
        fragment A on Venue { ...B }
        fragment B on Venue { ...A }
        """#,
        Problem(
          #"Cannot spread fragment "A" within itself via "B"."#,
          "2:23", "3:23")),
      Refusal(
        #"""
        { venue { ...A } }
        fragment A on Venue { ...B }
        fragment B on Venue { ...C ...D }
        fragment C on Venue { ...A }
        fragment D on Venue { ...B ...D }
        """#,
        Problem(
          #"Cannot spread fragment "A" within itself via "B", "C"."#,
          "2:23", "3:23", "4:23"),
        Problem(
          #"Cannot spread fragment "B" within itself via "D"."#,
          "3:28", "5:23"),
        Problem(
          #"Cannot spread fragment "D" within itself."#,
          "5:28")),
    ])
  func refusesLongerCycles(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
