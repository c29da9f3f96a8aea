import Testing

@Suite("§5.3.1 Field Selections")
struct FieldSelectionsTests {
  @Test(
    "accepts fields of the type, and meta-fields (I1, I2)",
    arguments: [
      "{ __typename __schema { queryType { name } } band(id: 1) { name founded __typename } }",
      "{ named { name __typename } acts { __typename ... on Band { founded } } }",
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses a field that an object type does not have (I2)",
    arguments: [
      Refusal(
        "{ band(id: 1) { foundation } }",
        Problem(
          #"Cannot query field "foundation" on type "Band". Did you mean "founded"?"#,
          "1:17")),
      Refusal(
        "{ band(id: 1) { foundd mebers a: zzz { b } } }",
        Problem(
          #"Cannot query field "foundd" on type "Band". Did you mean "founded"?"#,
          "1:17"),
        Problem(
          #"Cannot query field "mebers" on type "Band". Did you mean "members"?"#,
          "1:24"),
        Problem(
          #"Cannot query field "zzz" on type "Band"."#,
          "1:31")),
      Refusal(
        "{ venue { __schema { queryType { name } } } }",
        Problem(
          #"Cannot query field "__schema" on type "Venue"."#,
          "1:11")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a field that only implementations have, and suggests them",
    arguments: [
      Refusal(
        "{ named { genre } }",
        Problem(
          #"""
          Cannot query field "genre" on type "Named". Did you mean to use an inline fragment \#
          on "Performer", "Band", or "Singer"?
          """#,
          "1:11")),
      Refusal(
        "{ acts { name founded } }",
        Problem(
          #"""
          Cannot query field "name" on type "Act". Did you mean to use an inline fragment on \#
          "Named", "Performer", "Band", or "Singer"?
          """#,
          "1:10"),
        Problem(
          #"""
          Cannot query field "founded" on type "Act". Did you mean to use an inline fragment \#
          on "Band"?
          """#,
          "1:15")),
      Refusal(
        #"""
        fragment F on Act { voice }
        { acts { ...F } }
        """#,
        Problem(
          #"""
          Cannot query field "voice" on type "Act". Did you mean to use an inline fragment on \#
          "Singer"?
          """#,
          "1:21")),
    ])
  func suggestsImplementations(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
