import GraphQLExecution
import TestSupport
import Testing

@Suite("One field of one layer is resolved by one call")
struct ResolverCallTests {
  private let schema = """
    type Query { a: A all(first: Int): [A!]! }
    type A { x: Int y: Int b(n: Int): B bs: [B!]! }
    type B { z: Int a: A }
    """

  @Test("whatever the number of objects", arguments: [1, 7, 200])
  func oneCallALayer(count: Int) throws {
    let bs = #"[{"z": 1}, {"z": 2}]"#
    let all = (0..<count).map { _ in "{\"x\": 1, \"bs\": \(bs)}" }
    let answer = try answer(
      "{ all { x bs { z } } }", schema: schema, data: "{\"all\": [\(all.joined(separator: ","))]}")
    #expect(
      answer.calls == [
        "Query.all×1", "A.x×\(count)", "A.bs×\(count)", "B.z×\(2 * count)",
      ])
  }

  @Test("under different names with equal arguments, too")
  func mergedSteps() throws {
    let answer = try answer(
      "{ p: a { x b(n: 1) { z } } q: a { y c: b(n: 1) { w: z } x } }", schema: schema,
      data: #"{"a": {"x": 1, "y": 2, "b": {"z": 3}}}"#)
    #expect(
      answer.text
        == #"{"data":{"p":{"x":1,"b":{"z":3}},"q":{"y":2,"c":{"w":3},"x":1}}}"#)
    #expect(answer.calls == ["Query.a×1", "A.x×1", "A.b×1", "A.y×1", "B.z×1"])
  }

  @Test("arguments are equal in whatever order and form they are written (L15)")
  func equalArguments() throws {
    let schema = "type Query { f(a: Int = 1, b: [Int!], c: Int): Int }"
    let calls = { (query: String) in
      try answer(query, schema: schema, data: "{}", variables: #"{"v": 1}"#).calls.count
    }
    #expect(try calls("{ p: f(a: 1, b: 2) q: f(b: [2]) r: f(b: [2], a: 1) }") == 1)
    #expect(try calls("{ p: f q: f(a: 2) r: f(a: null) }") == 3)
    #expect(
      try calls("query($v: Int) { p: f(a: $v, c: 2) q: f(c: 2, a: $v) r: f(c: 3, a: $v) }") == 2)
  }

  @Test("an object that is reached twice is resolved once")
  func sharedRows() throws {
    let answer = try answer(
      "{ all { b { z } } }", schema: schema,
      data: """
        {"all": [{"b": {"__id": 1, "z": 5}}, {"b": {"__id": 2, "z": 6}}, {"b": {"__id": 1}}]}
        """)
    #expect(answer.text == #"{"data":{"all":[{"b":{"z":5}},{"b":{"z":6}},{"b":{"z":5}}]}}"#)
    #expect(answer.calls == ["Query.all×1", "A.b×3", "B.z×2"])
  }

  @Test("nothing is asked of an empty layer")
  func emptyLayers() throws {
    #expect(
      try answer("{ all { x bs { z a { x } } } a { x } }", schema: schema, data: #"{"all": []}"#)
        .calls == ["Query.all×1", "Query.a×1"])
  }
}

@Suite("The table of resolvers")
struct ResolverTableTests {
  @Test("names every field without a resolver and every resolver without a field")
  func incomplete() throws {
    let schema = try PlainService("type Query { a: Int b: Int } type T { c: Int }").schema
    var bindings = inMemoryBindings(schema)
    bindings[FieldCoordinate("Query", "b")] = nil
    bindings[FieldCoordinate("Query", "z")] = bindings[FieldCoordinate("Query", "a")]
    bindings[FieldCoordinate("T", "c")] = nil
    let error = #expect(throws: BindingError.self) {
      try ResolverTable(schema: schema, bindings: bindings)
    }
    #expect(
      error?.description
        == "Query.b has no resolver; T.c has no resolver; Query.z is resolved, but not a field")
  }
}
