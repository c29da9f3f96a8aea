import Testing

@Suite("§5.3.2 Field Selection Merging")
struct FieldSelectionMergingTests {
  @Test(
    "accepts the same field again",
    arguments: [
      "{ venue { name name n: name n: name } }",
      "{ venue { name(upper: true) name(upper: true) } }",
      #"""
      query Q($u: Boolean) { venue { name(upper: $u) } venue { name(upper: $u) nextTo { name \#
      } } }
      """#,
      #"{ echoLists(search: {text: "a", limit: 1}) echoLists(search: {limit: 1, text: "a"}) }"#,
      #"{ echo(int: 1, string: "a") echo(string: "a", int: 1) }"#,
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "accepts different fields where the objects are never the same",
    arguments: [
      "{ acts { ... on Band { x: founded } ... on Singer { x: born } } }",
      "{ named { ... on Band { name(upper: true) } ... on Singer { name(upper: false) } } }",
      #"""
      { acts { ... on Band { x: stage { y: name } } ... on Singer { x: stage { y: name(upper: \#
      true) } } } }
      """#,
    ])
  func acceptsExclusiveFields(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses different fields under one name",
    arguments: [
      Refusal(
        "{ venue { name: seats(standing: true) name } }",
        Problem(
          #"""
          Fields "name" conflict because "seats" and "name" are different fields. Use \#
          different aliases on the fields to fetch both if this was intentional.
          """#,
          "1:11", "1:39")),
      Refusal(
        #"""
        { venue { ...A ...B } }
        fragment A on Venue { x: name }
        fragment B on Venue { x: __typename }
        """#,
        Problem(
          #"""
          Fields "x" conflict because "name" and "__typename" are different fields. Use \#
          different aliases on the fields to fetch both if this was intentional.
          """#,
          "2:23", "3:23")),
      Refusal(
        "{ named { ... on Performer { x: genre } ... on Band { x: founded } } }",
        Problem(
          #"""
          Fields "x" conflict because "genre" and "founded" are different fields. Use \#
          different aliases on the fields to fetch both if this was intentional.
          """#,
          "1:30", "1:55")),
      Refusal(
        "{ band(id: 1) { a: genre ... { a: founded ... on Band { a: name } } } }",
        Problem(
          #"""
          Fields "a" conflict because "genre" and "founded" are different fields. Use \#
          different aliases on the fields to fetch both if this was intentional.
          """#,
          "1:17", "1:32"),
        Problem(
          #"""
          Fields "a" conflict because "genre" and "name" are different fields. Use different \#
          aliases on the fields to fetch both if this was intentional.
          """#,
          "1:17", "1:57"),
        Problem(
          #"""
          Fields "a" conflict because "founded" and "name" are different fields. Use \#
          different aliases on the fields to fetch both if this was intentional.
          """#,
          "1:32", "1:57")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses different arguments",
    arguments: [
      Refusal(
        "{ venue { name(upper: true) name } }",
        Problem(
          #"""
          Fields "name" conflict because they have differing arguments. Use different aliases \#
          on the fields to fetch both if this was intentional.
          """#,
          "1:11", "1:29")),
      Refusal(
        "{ venue { name(upper: true) name(upper: false) } }",
        Problem(
          #"""
          Fields "name" conflict because they have differing arguments. Use different aliases \#
          on the fields to fetch both if this was intentional.
          """#,
          "1:11", "1:29")),
      Refusal(
        "query Q($a: Boolean, $b: Boolean) { venue { name(upper: $a) name(upper: $b) } }",
        Problem(
          #"""
          Fields "name" conflict because they have differing arguments. Use different aliases \#
          on the fields to fetch both if this was intentional.
          """#,
          "1:45", "1:61")),
      Refusal(
        "{ echo(int: 1, genre: JAZZ, id: 5) echo(int: 1, genre: JAZZ, int: 1) }",
        Problem(
          #"""
          Fields "echo" conflict because they have differing arguments. Use different aliases \#
          on the fields to fetch both if this was intentional.
          """#,
          "1:3", "1:36"),
        Problem(#"There can be only one argument named "int"."#, "1:41", "1:62")),
      Refusal(
        #"{ echo(string: "a") echo(string: """a""") }"#,
        Problem(
          #"""
          Fields "echo" conflict because they have differing arguments. Use different aliases \#
          on the fields to fetch both if this was intentional.
          """#,
          "1:3", "1:21")),
      Refusal(
        #"{ echoLists(strings: ["a", "b"]) echoLists(strings: ["b", "a"]) }"#,
        Problem(
          #"""
          Fields "echoLists" conflict because they have differing arguments. Use different \#
          aliases on the fields to fetch both if this was intentional.
          """#,
          "1:3", "1:34")),
    ])
  func refusesDifferentArguments(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses different shapes even of different objects",
    arguments: [
      Refusal(
        "{ acts { ... on Band { x: founded } ... on Singer { x: voice } } }",
        Problem(
          #"""
          Fields "x" conflict because they return conflicting types "Int" and "String!". Use \#
          different aliases on the fields to fetch both if this was intentional.
          """#,
          "1:24", "1:53")),
      Refusal(
        "{ acts { ... on Band { x: members { name } } ... on Singer { x: bands { name } } } }",
        Problem(
          #"""
          Fields "x" conflict because they return conflicting types "[Singer!]!" and \#
          "[Band]". Use different aliases on the fields to fetch both if this was intentional.
          """#,
          "1:24", "1:62")),
      Refusal(
        "{ acts { ... on Band { x: stage { name } } ... on Singer { x: genre } } }",
        Problem(
          #"""
          Fields "x" conflict because they return conflicting types "Venue" and "Genre". Use \#
          different aliases on the fields to fetch both if this was intentional.
          """#,
          "1:24", "1:60")),
      Refusal(
        #"""
        { acts { ... on Band { x: stage { y: name } } ... on Singer { x: stage { y: nextTo { \#
        name } } } } }
        """#,
        Problem(
          #"""
          Fields "x" conflict because subfields "y" conflict because they return conflicting \#
          types "String!" and "Venue". Use different aliases on the fields to fetch both if \#
          this was intentional.
          """#,
          "1:24", "1:35", "1:63", "1:74")),
    ])
  func refusesDifferentShapes(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "names conflicts of selections within each other",
    arguments: [
      Refusal(
        "{ venue { nextTo { x: name } } venue { nextTo { x: __typename } } }",
        Problem(
          #"""
          Fields "venue" conflict because subfields "nextTo" conflict because subfields "x" \#
          conflict because "name" and "__typename" are different fields. Use different \#
          aliases on the fields to fetch both if this was intentional.
          """#,
          "1:3", "1:11", "1:20", "1:32", "1:40", "1:49")),
      Refusal(
        "{ a: venue { x: name y: name } a: venue { x: __typename y: seats(standing: true) } }",
        Problem(
          #"""
          Fields "a" conflict because subfields "x" conflict because "name" and "__typename" \#
          are different fields and subfields "y" conflict because "name" and "seats" are \#
          different fields. Use different aliases on the fields to fetch both if this was \#
          intentional.
          """#,
          "1:3", "1:14", "1:22", "1:32", "1:43", "1:57")),
      Refusal(
        #"""
        { venue { ...A } venue { nextTo { nextTo { x: seats(standing: true) } } } }
        fragment A on Venue { nextTo { ...B } }
        fragment B on Venue { nextTo { x: name } }
        """#,
        Problem(
          #"""
          Fields "venue" conflict because subfields "nextTo" conflict because subfields \#
          "nextTo" conflict because subfields "x" conflict because "seats" and "name" are \#
          different fields. Use different aliases on the fields to fetch both if this was \#
          intentional.
          """#,
          "1:3", "1:26", "1:35", "1:44", "1:18", "2:23", "3:23", "3:32")),
    ])
  func namesInnerConflicts(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "compares each pair of fragments once",
    arguments: [
      Refusal(
        #"""
        { venue { ...A ...B ...A ...C } }
        fragment A on Venue { x: name }
        fragment B on Venue { x: __typename }
        fragment C on Venue { ...A ...B x: seats(standing: true) }
        """#,
        Problem(
          #"""
          Fields "x" conflict because "name" and "__typename" are different fields. Use \#
          different aliases on the fields to fetch both if this was intentional.
          """#,
          "2:23", "3:23"),
        Problem(
          #"""
          Fields "x" conflict because "name" and "seats" are different fields. Use different \#
          aliases on the fields to fetch both if this was intentional.
          """#,
          "2:23", "4:33"),
        Problem(
          #"""
          Fields "x" conflict because "__typename" and "seats" are different fields. Use \#
          different aliases on the fields to fetch both if this was intentional.
          """#,
          "3:23", "4:33"),
        Problem(
          #"""
          Fields "x" conflict because "seats" and "name" are different fields. Use different \#
          aliases on the fields to fetch both if this was intentional.
          """#,
          "4:33", "2:23"),
        Problem(
          #"""
          Fields "x" conflict because "seats" and "__typename" are different fields. Use \#
          different aliases on the fields to fetch both if this was intentional.
          """#,
          "4:33", "3:23"))
    ])
  func comparesFragmentsOnce(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
