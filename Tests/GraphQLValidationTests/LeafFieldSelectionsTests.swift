import Testing

@Suite("§5.3.3 Leaf Field Selections")
struct LeafFieldSelectionsTests {
  @Test(
    "accepts selections on composite types and none on leaf types",
    arguments: [
      "{ band(id: 1) { genre founded members { voice } } }"
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses selections on a leaf",
    arguments: [
      Refusal(
        "{ band(id: 1) { founded { year } genre { name } } }",
        Problem(
          #"Field "founded" must not have a selection since type "Int" has no subfields."#,
          "1:25"),
        Problem(
          #"Field "genre" must not have a selection since type "Genre" has no subfields."#,
          "1:40")),
      Refusal(
        "{ venue { name(upper: true) { length } } }",
        Problem(
          #"Field "name" must not have a selection since type "String!" has no subfields."#,
          "1:29")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a composite without selections",
    arguments: [
      Refusal(
        "{ venue }",
        Problem(
          #"""
          Field "venue" of type "Venue" must have a selection of subfields. Did you mean \#
          "venue { ... }"?
          """#,
          "1:3")),
      Refusal(
        "{ band(id: 1) { members stage } acts named }",
        Problem(
          #"""
          Field "members" of type "[Singer!]!" must have a selection of subfields. Did you \#
          mean "members { ... }"?
          """#,
          "1:17"),
        Problem(
          #"""
          Field "stage" of type "Venue" must have a selection of subfields. Did you mean \#
          "stage { ... }"?
          """#,
          "1:25"),
        Problem(
          #"""
          Field "acts" of type "[Act!]!" must have a selection of subfields. Did you mean \#
          "acts { ... }"?
          """#,
          "1:33"),
        Problem(
          #"""
          Field "named" of type "Named" must have a selection of subfields. Did you mean \#
          "named { ... }"?
          """#,
          "1:38")),
    ])
  func refusesComposites(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
