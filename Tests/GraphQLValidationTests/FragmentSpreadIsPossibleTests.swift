import Testing

@Suite("§5.5.2.3 Fragment Spread Is Possible")
struct FragmentSpreadIsPossibleTests {
  @Test(
    "accepts types that have an object type in common",
    arguments: [
      #"""
      { band(id: 1) { ... on Band { name } ... on Named { name } ... on Act { __typename } \#
      ... on Performer { genre } } }
      """#,
      #"""
      { named { ... on Venue { name } ... on Performer { genre } ... on Act { __typename } } \#
      acts { ...F } }
      fragment F on Performer { name }
      """#,
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses an object type on another",
    arguments: [
      Refusal(
        #"""
        { band(id: 1) { ... on Singer { born } ...F } }
        fragment F on Venue { name }
        """#,
        Problem(
          #"""
          Fragment cannot be spread here as objects of type "Band" can never be of type \#
          "Singer".
          """#,
          "1:17"),
        Problem(
          #"""
          Fragment "F" cannot be spread here as objects of type "Band" can never be of type \#
          "Venue".
          """#,
          "1:40"))
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses types without an object type in common",
    arguments: [
      Refusal(
        "{ venue { ... on Performer { genre } ... on Act { __typename } } }",
        Problem(
          #"""
          Fragment cannot be spread here as objects of type "Venue" can never be of type \#
          "Performer".
          """#,
          "1:11"),
        Problem(
          #"Fragment cannot be spread here as objects of type "Venue" can never be of type "Act"."#,
          "1:38")),
      Refusal(
        #"""
        { acts { ... on Venue { name } ...F } }
        fragment F on Venue { ... on Act { __typename } }
        """#,
        Problem(
          #"Fragment cannot be spread here as objects of type "Act" can never be of type "Venue"."#,
          "1:10"),
        Problem(
          #"""
          Fragment "F" cannot be spread here as objects of type "Act" can never be of type \#
          "Venue".
          """#,
          "1:32"),
        Problem(
          #"Fragment cannot be spread here as objects of type "Venue" can never be of type "Act"."#,
          "2:23")),
    ])
  func refusesDisjointAbstractTypes(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
