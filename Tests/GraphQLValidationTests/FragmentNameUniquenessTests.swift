import Testing

@Suite("§5.5.1.1 Fragment Name Uniqueness")
struct FragmentNameUniquenessTests {
  @Test(
    "accepts different names, and the name of an operation",
    arguments: [
      #"""
      query A { venue { ...A ...B } }
      fragment A on Venue { name }
      fragment B on Venue { name }
      """#
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses a name that another fragment has",
    arguments: [
      Refusal(
        #"""
        { venue { ...A } }
        fragment A on Venue { name }
        fragment A on Venue { nextTo { name } }
        """#,
        Problem(
          #"There can be only one fragment named "A"."#,
          "2:10", "3:10")),
      Refusal(
        #"""
        fragment A on Venue { name }
        fragment A on Band { name }
        """#,
        Problem(
          #"There can be only one fragment named "A"."#,
          "1:10", "2:10"),
        Problem(
          #"Fragment "A" is never used."#,
          "1:1"),
        Problem(
          #"Fragment "A" is never used."#,
          "2:1")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
