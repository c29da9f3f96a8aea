import Testing

@Suite("§6.4.3 Value Completion (X8)")
struct ValueCompletionTests {
  @Test("leaf values of every kind")
  func leaves() throws {
    let schema = """
      type Query { i: Int f: Float s: String b: Boolean id: ID e: Size j: Any n: Int! }
      enum Size { SMALL BIG }
      scalar Any
      """
    let data = """
      {"i": -3, "f": 1.5, "s": "a\\"b", "b": false, "id": "7", "e": "BIG", "j": [1, {"k": null}],
       "n": 0}
      """
    #expect(
      try response("{ i f s b id e j n }", schema: schema, data: data) == """
        {"data":{"i":-3,"f":1.5,"s":"a\\"b","b":false,"id":"7","e":"BIG","j":[1,{"k":null}],"n":0}}
        """)
    #expect(
      try response("{ i f s b id e j }", schema: schema, data: "{}") == """
        {"data":{"i":null,"f":null,"s":null,"b":null,"id":null,"e":null,"j":null}}
        """)
  }

  @Test(
    "lists of lists",
    arguments: ["[]", "null", "[[]]", "[null,[1,null],[2]]", "[[1,2],[],[3]]"])
  func lists(value: String) throws {
    #expect(
      try response(
        "{ a }", schema: "type Query { a: [[Int]] }", data: "{\"a\": \(value)}")
        == "{\"data\":{\"a\":\(value)}}")
  }

  @Test("lists of lists of objects, of different types")
  func abstractLists() throws {
    let schema = """
      type Query { all: [[Shape]] }
      interface Shape { area: Int }
      type Circle implements Shape { area: Int radius: Int }
      type Square implements Shape { area: Int side: Int }
      """
    let data = """
      {"all": [
        [{"__typename": "Square", "area": 4, "side": 2}, null], null, [],
        [{"__typename": "Circle", "area": 3, "radius": 1},
         {"__typename": "Square", "area": 1, "side": 1}]]}
      """
    let answer = try answer(
      "{ all { __typename area ... on Circle { radius } ... on Square { side } } }",
      schema: schema, data: data)
    #expect(
      answer.text == """
        {"data":{"all":[[{"__typename":"Square","area":4,"side":2},null],null,[],\
        [{"__typename":"Circle","area":3,"radius":1},{"__typename":"Square","area":1,"side":1}]]}}
        """)
    #expect(
      answer.calls == [
        "Query.all×1", "Square.area×2", "Square.side×2", "Circle.area×1", "Circle.radius×1",
      ])
  }

  @Test("an object is completed by the selections of all fields of its response name (X4)")
  func mergedSelections() throws {
    #expect(
      try response(
        "{ a { x } ...F } fragment F on Query { a { y b: self { x } } a { b: self { y } } }",
        schema: "type Query { a: A } type A { x: Int y: Int self: A }",
        data: #"{"a": {"__id": 1, "x": 1, "y": 2, "self": {"__id": 1}}}"#)
        == #"{"data":{"a":{"x":1,"y":2,"b":{"x":1,"y":2}}}}"#)
  }
}
