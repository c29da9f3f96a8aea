import Testing

@Suite("§6.3.2 Field Collection")
struct FieldCollectionTests {
  private static let schema = """
    type Query { a: Int b: Int c: Int dog: Dog pet: Pet named: Named }
    interface Named { name: String }
    type Dog implements Named { name: String barks: Boolean owner: Dog }
    type Cat implements Named { name: String purrs: Boolean }
    union Pet = Dog | Cat
    """
  private static let data = """
    {"a": 1, "b": 2, "c": 3, "dog": {"name": "Rex", "barks": true, "owner": {"name": "Eve"}},
     "pet": {"__typename": "Cat", "name": "Tom", "purrs": false},
     "named": {"__typename": "Dog", "name": "Rex", "barks": true}}
    """

  @Test(
    "fields come in the order in which they are first met (X4, X5)",
    arguments: [
      ("{ b a c }", #"{"b":2,"a":1,"c":3}"#),
      ("{ b x: a b }", #"{"b":2,"x":1}"#),
      ("{ ...F a } fragment F on Query { c b }", #"{"c":3,"b":2,"a":1}"#),
      ("{ a ... { c a } ... on Query { b } }", #"{"a":1,"c":3,"b":2}"#),
      ("{ dog { name } a dog { barks } }", #"{"dog":{"name":"Rex","barks":true},"a":1}"#),
      (
        "{ dog { name ...F } dog { barks ...F } } fragment F on Dog { owner { name } }",
        #"{"dog":{"name":"Rex","owner":{"name":"Eve"},"barks":true}}"#
      ),
      ("{ __typename me: __typename a }", #"{"__typename":"Query","me":"Query","a":1}"#),
    ])
  func order(query: String, data: String) throws {
    #expect(
      try response(query, schema: Self.schema, data: Self.data) == "{\"data\":\(data)}")
  }

  @Test(
    "a fragment applies to the types that it can (X4)",
    arguments: [
      ("{ pet { ... on Dog { barks } ... on Cat { purrs } } }", #"{"pet":{"purrs":false}}"#),
      ("{ pet { ... on Dog { barks } } }", #"{"pet":{}}"#),
      (
        "{ pet { ... on Named { name } ... on Pet { __typename } } }",
        #"{"pet":{"name":"Tom","__typename":"Cat"}}"#
      ),
      (
        "{ named { ...D name } } fragment D on Dog { barks ...N } fragment N on Named { n: name }",
        #"{"named":{"barks":true,"n":"Rex","name":"Rex"}}"#
      ),
    ])
  func fragments(query: String, data: String) throws {
    #expect(
      try response(query, schema: Self.schema, data: Self.data) == "{\"data\":\(data)}")
  }

  @Test(
    "@skip and @include with literals (T21)",
    arguments: [
      ("{ a @skip(if: true) b @skip(if: false) c }", #"{"b":2,"c":3}"#),
      ("{ a @include(if: true) b @include(if: false) c }", #"{"a":1,"c":3}"#),
      ("{ a @skip(if: false) @include(if: false) b }", #"{"b":2}"#),
      (
        "{ ... @skip(if: true) { a } ...F @include(if: false) b } fragment F on Query { c }",
        #"{"b":2}"#
      ),
      ("{ a @skip(if: true) }", "{}"),
    ])
  func literalConditions(query: String, data: String) throws {
    #expect(
      try response(query, schema: Self.schema, data: Self.data) == "{\"data\":\(data)}")
  }

  @Test(
    "a field stays if it is not skipped and is included (T21)",
    arguments: [
      (false, false, "{}"), (false, true, #"{"a":1}"#), (true, false, "{}"), (true, true, "{}"),
    ])
  func bothConditions(skip: Bool, include: Bool, data: String) throws {
    #expect(
      try response(
        "query($s: Boolean!, $i: Boolean!) { a @skip(if: $s) @include(if: $i) }",
        schema: Self.schema, data: Self.data, variables: "{\"s\": \(skip), \"i\": \(include)}")
        == "{\"data\":\(data)}")
  }

  private static let conditions = """
    query($x: Boolean!, $y: Boolean!) {
      ...F @include(if: $x)
      b @skip(if: $y)
      a
      ... @include(if: $y) { ...F dog { name } }
      dog @skip(if: $x) { barks }
    }
    fragment F on Query { c b @include(if: $y) }
    """

  @Test(
    "variables decide what is collected, and so in which order; one plan serves them all (T21, X5)",
    arguments: [
      (false, false, #"{"b":2,"a":1,"dog":{"barks":true}}"#),
      (false, true, #"{"a":1,"c":3,"b":2,"dog":{"name":"Rex","barks":true}}"#),
      (true, false, #"{"c":3,"b":2,"a":1}"#),
      (true, true, #"{"c":3,"b":2,"a":1,"dog":{"name":"Rex"}}"#),
    ])
  func variableConditions(x: Bool, y: Bool, data: String) throws {
    #expect(
      try response(
        Self.conditions, schema: Self.schema, data: Self.data,
        variables: "{\"x\": \(x), \"y\": \(y)}") == "{\"data\":\(data)}")
  }

  @Test("what the variables leave out is not resolved")
  func leftOut() throws {
    let answer = try answer(
      "query($x: Boolean!) { a @include(if: $x) dog @skip(if: $x) { name } b }",
      schema: Self.schema, data: Self.data, variables: #"{"x": true}"#)
    #expect(answer.calls == ["Query.a×1", "Query.b×1"])
  }
}
