import Testing

@Suite("§6.4.4 Handling Execution Errors")
struct ExecutionErrorTests {
  /// How a null and an error in a list's element come out for each type. Spec §3.11 List.
  @Test(
    "lists: null and error as element and as list (T17, X9)",
    arguments: [
      ("[Int]", "[1, null]", "[1,null]", nil),
      ("[Int]", #"[1, {"__error": "E"}]"#, "[1,null]", "E at a.1"),
      ("[Int]", "null", "null", nil),
      ("[Int]", #"{"__error": "E"}"#, "null", "E at a"),
      ("[Int]!", "[1, null]", "[1,null]", nil),
      ("[Int]!", #"[1, {"__error": "E"}]"#, "[1,null]", "E at a.1"),
      ("[Int]!", "null", nil, "Cannot return null for non-nullable field Query.a. at a"),
      ("[Int]!", #"{"__error": "E"}"#, nil, "E at a"),
      ("[Int!]", "[1, null]", "null", "Cannot return null for non-nullable field Query.a. at a.1"),
      ("[Int!]", #"[1, {"__error": "E"}]"#, "null", "E at a.1"),
      ("[Int!]", "null", "null", nil),
      ("[Int!]", #"{"__error": "E"}"#, "null", "E at a"),
      ("[Int!]!", "[1, null]", nil, "Cannot return null for non-nullable field Query.a. at a.1"),
      ("[Int!]!", #"[1, {"__error": "E"}]"#, nil, "E at a.1"),
      ("[Int!]!", "null", nil, "Cannot return null for non-nullable field Query.a. at a"),
      ("[Int!]!", #"{"__error": "E"}"#, nil, "E at a"),
    ] as [(String, String, String?, String?)])
  func lists(type: String, value: String, data: String?, error: String?) throws {
    let expectedData = data.map { "{\"a\":\($0)}" } ?? "null"
    let expected = "\(error.map { "\(errors($0))," } ?? "")\"data\":\(expectedData)"
    #expect(
      try response("{ a }", schema: "type Query { a: \(type) }", data: "{\"a\": \(value)}")
        == "{\(expected)}")
  }

  private func errors(_ error: String) -> String {
    let parts = error.split(separator: " at ")
    let path = parts[1].split(separator: ".").map { $0 == "a" ? "\"a\"" : "\($0)" }
    return """
      "errors":[{"message":"\(parts[0])","locations":[{"line":1,"column":3}],\
      "path":[\(path.joined(separator: ","))]}]
      """
  }

  private static let tree = """
    type Query { node: Node must: Node! list: [Node!] }
    type Node { id: Int! name: String next: Node must: Node! list: [Node]! }
    """

  @Test(
    "a null moves up to the next place that may be null, which keeps one error (X9, X10)",
    arguments: [
      (
        "{ node { next { id } name } }", #"{"node": {"next": {"id": null}, "name": "n"}}"#,
        """
        {"errors":[{"message":"Cannot return null for non-nullable field Node.id.",\
        "locations":[{"line":1,"column":17}],"path":["node","next","id"]}],\
        "data":{"node":{"next":null,"name":"n"}}}
        """
      ),
      (
        "{ node { must { must { id } } } }", #"{"node": {"must": {"must": {"id": null}}}}"#,
        """
        {"errors":[{"message":"Cannot return null for non-nullable field Node.id.",\
        "locations":[{"line":1,"column":24}],"path":["node","must","must","id"]}],\
        "data":{"node":null}}
        """
      ),
      (
        "{ must { must { id } } }", #"{"must": {"must": {"id": null}}}"#,
        """
        {"errors":[{"message":"Cannot return null for non-nullable field Node.id.",\
        "locations":[{"line":1,"column":17}],"path":["must","must","id"]}],"data":null}
        """
      ),
      (
        "{ list { id } }", #"{"list": [{"id": 1}, {"id": null}, {"id": null}]}"#,
        """
        {"errors":[{"message":"Cannot return null for non-nullable field Node.id.",\
        "locations":[{"line":1,"column":10}],"path":["list",1,"id"]}],"data":{"list":null}}
        """
      ),
      (
        "{ node { list { id name } } }",
        #"{"node": {"list": [{"id": null}, {"id": 2, "name": {"__error": "E"}}]}}"#,
        """
        {"errors":[{"message":"Cannot return null for non-nullable field Node.id.",\
        "locations":[{"line":1,"column":17}],"path":["node","list",0,"id"]},\
        {"message":"E","locations":[{"line":1,"column":20}],"path":["node","list",1,"name"]}],\
        "data":{"node":{"list":[null,{"id":2,"name":null}]}}}
        """
      ),
    ])
  func propagation(query: String, data: String, response expected: String) throws {
    #expect(try response(query, schema: Self.tree, data: data) == expected)
  }

  @Test(
    "errors below a null end with the one that makes it (X10) (B5, differs: earlier ones stay)")
  func errorsBelowNull() throws {
    #expect(
      try response(
        "{ node { name next { name } id more: name } }", schema: Self.tree,
        data: """
          {"node": {"name": {"__error": "A"}, "next": {"name": {"__error": "B"}},
                    "id": {"__error": "C"}}}
          """) == """
          {"errors":[{"message":"A","locations":[{"line":1,"column":10}],"path":["node","name"]},\
          {"message":"B","locations":[{"line":1,"column":22}],"path":["node","next","name"]},\
          {"message":"C","locations":[{"line":1,"column":29}],"path":["node","id"]}],\
          "data":{"node":null}}
          """)
  }

  @Test("a path has the response names and indices from the root on (X10, R3)")
  func path() throws {
    #expect(
      try response(
        "{ x: node { y: list { z: name next { w: name } } } }", schema: Self.tree,
        data: """
          {"node": {"list": [null, {"name": "n", "next": {"name": {"__error": "A"}}},
                             {"name": {"__error": "B"}, "next": null}]}}
          """) == """
          {"errors":[{"message":"A","locations":[{"line":1,"column":38}],\
          "path":["x","y",1,"next","w"]},\
          {"message":"B","locations":[{"line":1,"column":23}],"path":["x","y",2,"z"]}],\
          "data":{"x":{"y":[null,{"z":"n","next":{"w":null}},{"z":null,"next":null}]}}}
          """)
  }

  @Test("one object in two places is null only where the place asks for what it lacks (X9)")
  func sharedObject() throws {
    #expect(
      try response(
        "{ a: node { name } b: node { id } }", schema: Self.tree,
        data: #"{"node": {"__id": 1, "name": "n", "id": null}}"#) == """
          {"errors":[{"message":"Cannot return null for non-nullable field Node.id.",\
          "locations":[{"line":1,"column":30}],"path":["b","id"]}],\
          "data":{"a":{"name":"n"},"b":null}}
          """)
  }

  @Test("locations are those of all nodes of the field that are included (R3)")
  func locations() throws {
    #expect(
      try response(
        """
        query($x: Boolean!) {
          node { name }
          node { ...F @include(if: $x) ...F @skip(if: $x) name @skip(if: $x) }
        }
        fragment F on Node { name }
        """, schema: Self.tree, data: #"{"node": {"name": {"__error": "E"}}}"#,
        variables: #"{"x": true}"#) == """
          {"errors":[{"message":"E","locations":[{"line":2,"column":10},{"line":5,"column":22}],\
          "path":["node","name"]}],"data":{"node":{"name":null}}}
          """)
  }
}
