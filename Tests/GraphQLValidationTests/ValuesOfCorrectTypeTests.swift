import Testing

@Suite("§5.6.1 Values of Correct Type")
struct ValuesOfCorrectTypeTests {
  @Test(
    "accepts literals of the type, null and lists of one",
    arguments: [
      #"{ echo(int: -3, float: 1, string: "a", boolean: true, id: 4, genre: JAZZ) }"#,
      #"""
      { echo(float: 1.5e3, id: "x", string: """a""", int: null) echoLists: echoLists(strings: \#
      "a", matrix: [1, [2, null]], any: {a: [1, {b: ENUM}]}) }
      """#,
      #"""
      query Q($i: Int = 1, $g: [Genre!] = ROCK, $s: Search = {text: "a"}) { echo(int: $i) \#
      acts(genres: $g, search: $s) { __typename } }
      """#,
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses a literal of another scalar",
    arguments: [
      Refusal(
        #"{ echo(int: "1", float: "1", string: 1, boolean: "true", id: 1.5) }"#,
        Problem(
          #"Int cannot represent non-integer value: "1""#,
          "1:13"),
        Problem(
          #"Float cannot represent non numeric value: "1""#,
          "1:25"),
        Problem(
          "String cannot represent a non string value: 1",
          "1:38"),
        Problem(
          #"Boolean cannot represent a non boolean value: "true""#,
          "1:50"),
        Problem(
          "ID cannot represent a non-string and non-integer value: 1.5",
          "1:62")),
      Refusal(
        "{ echo(int: 1.0, float: true, string: JAZZ, boolean: 0, id: true) }",
        Problem(
          "Int cannot represent non-integer value: 1.0",
          "1:13"),
        Problem(
          "Float cannot represent non numeric value: true",
          "1:25"),
        Problem(
          "String cannot represent a non string value: JAZZ",
          "1:39"),
        Problem(
          "Boolean cannot represent a non boolean value: 0",
          "1:54"),
        Problem(
          "ID cannot represent a non-string and non-integer value: true",
          "1:61")),
      Refusal(
        #"""
        { echo(int: 2147483648, float: [1.5], string: {a: 1}, boolean: [true, false], id: \#
        JAZZ) }
        """#,
        Problem(
          "Int cannot represent non 32-bit signed integer value: 2147483648",
          "1:13"),
        Problem(
          "Float cannot represent non numeric value: [1.5]",
          "1:32"),
        Problem(
          "String cannot represent a non string value: { a: 1 }",
          "1:47"),
        Problem(
          "Boolean cannot represent a non boolean value: [true, false]",
          "1:64"),
        Problem(
          "ID cannot represent a non-string and non-integer value: JAZZ",
          "1:83")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses what an enum does not have",
    arguments: [
      Refusal(
        #"{ echo(genre: "JAZZ") }"#,
        Problem(
          #"""
          Enum "Genre" cannot represent non-enum value: "JAZZ". Did you mean the enum value \#
          "JAZZ"?
          """#,
          "1:15")),
      Refusal(
        "{ echo(genre: JAZ) a: echo(genre: 1) b: echo(genre: true) c: echo(genre: jazz) }",
        Problem(
          #"Value "JAZ" does not exist in "Genre" enum. Did you mean the enum value "JAZZ"?"#,
          "1:15"),
        Problem(
          #"Enum "Genre" cannot represent non-enum value: 1."#,
          "1:35"),
        Problem(
          #"Enum "Genre" cannot represent non-enum value: true."#,
          "1:53"),
        Problem(
          #"Value "jazz" does not exist in "Genre" enum. Did you mean the enum value "JAZZ"?"#,
          "1:74")),
    ])
  func refusesUnknownEnumValues(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses items that do not fit, and null where it must not be",
    arguments: [
      Refusal(
        #"{ echoLists(strings: ["a", 1, null], matrix: [[1, "2"], [[3]]]) }"#,
        Problem(
          "String cannot represent a non string value: 1",
          "1:28"),
        Problem(
          #"Expected value of non-null type "String!" not to be null."#,
          "1:31"),
        Problem(
          #"Int cannot represent non-integer value: "2""#,
          "1:51"),
        Problem(
          "Int cannot represent non-integer value: [3]",
          "1:58"))
    ])
  func refusesItems(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses defaults of variables and arguments of directives that do not fit",
    arguments: [
      Refusal(
        #"""
        query Q($i: Int = "1", $g: [Genre!] = [ROCK, null, POP], $s: Search = {}) { echo(int: \#
        $i) acts(genres: $g, search: $s) @include(if: 1) { __typename @label(text: 2, order: \#
        [3]) } }
        """#,
        Problem(
          #"Int cannot represent non-integer value: "1""#,
          "1:19"),
        Problem(
          #"Expected value of non-null type "Genre!" not to be null."#,
          "1:46"),
        Problem(
          #"Value "POP" does not exist in "Genre" enum."#,
          "1:52"),
        Problem(
          #"Expected value of type "Search" to include required field "text", found: {  }."#,
          "1:71"),
        Problem(
          "Boolean cannot represent a non boolean value: 1",
          "1:133"),
        Problem(
          "String cannot represent a non string value: 2",
          "1:162"),
        Problem(
          "Int cannot represent non-integer value: [3]",
          "1:172"))
    ])
  func refusesElsewhere(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "refuses a oneOf object without exactly one field, not null (T15)",
    arguments: [
      Refusal(
        #"""
        { a: act(by: {}) { __typename } b: act(by: {id: 1, name: "a"}) { __typename } c: \#
        act(by: {id: null}) { __typename } d: act(by: {nam: "a"}) { __typename } e: act(by: \#
        {search: {text: 1}}) { __typename } }
        """#,
        Problem(
          #"""
          Within OneOf Input Object type "ActRef", exactly one field must be specified, and \#
          the value for that field must be non-null.
          """#,
          "1:14"),
        Problem(
          #"""
          Within OneOf Input Object type "ActRef", exactly one field must be specified, and \#
          the value for that field must be non-null.
          """#,
          "1:44"),
        Problem(
          #"""
          Within OneOf Input Object type "ActRef", exactly one field must be specified, and \#
          the value for that field must be non-null.
          """#,
          "1:90"),
        Problem(
          #"""
          Expected value of type "ActRef" not to include unknown field "nam". Did you mean \#
          "name"? Found: { nam: "a" }.
          """#,
          "1:129"),
        Problem(
          #"""
          Within OneOf Input Object type "ActRef", exactly one field must be specified, and \#
          the value for that field must be non-null.
          """#,
          "1:128"),
        Problem(
          "String cannot represent a non string value: 1",
          "1:182"))
    ])
  func refusesOneOfObjects(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
