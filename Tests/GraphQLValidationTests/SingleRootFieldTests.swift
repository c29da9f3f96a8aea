import Testing

@Suite("§5.2.4.1 Single Root Field")
struct SingleRootFieldTests {
  @Test(
    "accepts one root field, however it is reached",
    arguments: [
      "subscription { bandAdded { name } }",
      "subscription { bandAdded { name } bandAdded { genre } }",
      #"""
      subscription { ...F ... { venueAdded { name } } }
      fragment F on Subscription { venueAdded { name ...G } }
      fragment G on Venue { seats(standing: true) }
      """#,
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses several root fields",
    arguments: [
      Refusal(
        "subscription { bandAdded { name } venueAdded { name } }",
        Problem(
          "Anonymous Subscription must select only one top level field.",
          "1:35")),
      Refusal(
        #"""
        subscription S { a: bandAdded { name } ...F }
        fragment F on Subscription { b: bandAdded { name } c: venueAdded { name } b: \#
        bandAdded { genre } }
        """#,
        Problem(
          #"Subscription "S" must select only one top level field."#,
          "2:30", "2:75", "2:52")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses introspection (I1)",
    arguments: [
      Refusal(
        "subscription { __typename }",
        Problem(
          "Anonymous Subscription must not select an introspection top level field.",
          "1:16")),
      Refusal(
        "subscription S { t: __typename bandAdded { name } }",
        Problem(
          #"Subscription "S" must select only one top level field."#,
          "1:32"),
        Problem(
          #"Subscription "S" must not select an introspection top level field."#,
          "1:18")),
    ])
  func refusesIntrospection(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses conditions at the root",
    arguments: [
      Refusal(
        "subscription { bandAdded @skip(if: true) { name } }",
        Problem(
          #"""
          Anonymous Subscription must not use `@skip` or `@include` directives in the top \#
          level selection.
          """#,
          "1:26")),
      Refusal(
        #"""
        subscription S { ... @include(if: true) { bandAdded { name } } ...F @skip(if: false) }
        fragment F on Subscription { venueAdded @include(if: true) { name @skip(if: true) } }
        """#,
        Problem(
          #"""
          Subscription "S" must not use `@skip` or `@include` directives in the top level \#
          selection.
          """#,
          "1:22", "1:69")),
    ])
  func refusesConditions(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a selection set that comes to nothing",
    arguments: [
      Refusal(
        "subscription { ... on Band { name } }",
        Problem(
          "Anonymous Subscription must select one top level field.",
          "1:14"),
        Problem(
          #"""
          Fragment cannot be spread here as objects of type "Subscription" can never be of \#
          type "Band".
          """#,
          "1:16"))
    ])
  func refusesEmptySelections(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
