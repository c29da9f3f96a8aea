import GraphQLSchema
import JSON
import Testing

@Suite("§3.11 List (T16)")
struct ListCoercionTests {
  private static let one: InputValue = .list([.int(1)])

  @Test(
    "makes a list of one of what is none",
    arguments: [
      ("[Int]", "[1, 2, 3]", .list([.int(1), .int(2), .int(3)])),
      ("[Int]", "[1, null]", .list([.int(1), .null])),
      ("[Int]", "1", one),
      ("[Int]", "null", .null),
      ("[[Int]]", "[[1], [1]]", .list([one, one])),
      ("[[Int]]", "[1, 1]", .list([one, one])),
      ("[[Int]]", "[1, null]", .list([one, .null])),
      ("[[Int]]", "1", .list([one])),
      ("[[Int]]", "null", .null),
      ("[Int!]!", "[]", .list([])),
    ] as [(String, String, InputValue)])
  func accepts(type: String, text: String, value: InputValue) throws {
    #expect(try coerceLiteral(text, as: type) == value)
    #expect(try coerceJSON(text, as: type) == value)
  }

  @Test(
    "refuses items that do not fit",
    arguments: [
      ("[Int]", #"[1, "b", true]"#), ("[Int]", #""b""#), ("[Int!]", "[1, null]"),
      ("[Int]!", "null"), ("[[Int]]", #"[[1], ["b"]]"#), ("[[Int!]]", "[null, [null]]"),
    ])
  func refuses(type: String, text: String) throws {
    #expect(try coerceLiteral(text, as: type) == nil)
    #expect(try coerceJSON(text, as: type) == nil)
  }

  @Test("takes an absent variable among the items for null")
  func variables() throws {
    #expect(
      try coerceLiteral("[1, $x, $y]", as: "[Int]", variables: "$x: Int, $y: Int = 3")
        == .list([.int(1), .null, .int(3)]))
    #expect(try coerceLiteral("[$x]", as: "[Int!]", variables: "$x: Int") == nil)
    #expect(try coerceLiteral("$x", as: "[Int]", variables: "$x: [Int] = [4]") == .list([.int(4)]))
    #expect(try coerceLiteral("$x", as: "[Int]", variables: "$x: [Int]") == nil)
  }
}

@Suite("§3.10 Input Objects, coerced (T14)")
struct InputObjectCoercionTests {
  private static func point(
    x: InputValue = .int(1), y: InputValue = .int(0), label: InputValue? = nil,
    color: InputValue = .enum("RED")
  ) -> InputValue {
    .object(
      [InputEntry(name: "x", value: x), InputEntry(name: "y", value: y)]
        + (label.map { [InputEntry(name: "label", value: $0)] } ?? [])
        + [InputEntry(name: "color", value: color)])
  }

  @Test(
    "fills in defaults, keeps null, and leaves out what is absent",
    arguments: [
      ("{x: 1}", point()),
      ("{y: 2, x: 1}", point(y: .int(2))),
      ("{x: 1, label: null, color: null}", point(label: .null, color: .null)),
      (#"{x: 1, label: "a", color: GREEN}"#, point(label: .string("a"), color: .enum("GREEN"))),
    ])
  func accepts(literal: String, value: InputValue) throws {
    #expect(try coerceLiteral(literal, as: "Point") == value)
    #expect(try coerceJSON(json(literal), as: "Point") == value)
  }

  @Test(
    "refuses what is missing, unknown or of another type",
    arguments: [
      "{}", "{y: 1}", "{x: null}", "{x: 1, y: null}", "{x: 1, z: 1}", #"{x: "1"}"#, "1", #""x""#,
      "[]",
    ])
  func refuses(literal: String) throws {
    #expect(try coerceLiteral(literal, as: "Point") == nil)
    #expect(try coerceJSON(json(literal), as: "Point") == nil)
  }

  @Test("takes an absent variable for an absent field")
  func variables() throws {
    let variables = "$n: Int, $m: Int!, $c: Color"
    let values = JSONValue.object([JSONMember(name: "m", value: .int(1))])
    #expect(
      try coerceLiteral("{x: $m, y: $n, color: $c}", as: "Point", variables: variables, values)
        == Self.point())
    #expect(
      try coerceLiteral("{x: $n}", as: "Point", variables: variables, values) == nil)
    let null = JSONValue.object([
      JSONMember(name: "m", value: .int(1)), JSONMember(name: "n", value: .null),
      JSONMember(name: "c", value: .null),
    ])
    #expect(
      try coerceLiteral("{x: 1, color: $c}", as: "Point", variables: variables, null)
        == Self.point(color: .null))
    #expect(try coerceLiteral("{x: 1, y: $n}", as: "Point", variables: variables, null) == nil)
  }

  @Test(
    "the same from a literal, from variables in it, and from one variable; nil where it is refused",
    arguments: [
      (#"{label: "a", x: 1}"#, "", "{}", point(label: .string("a"))),
      ("{label: null, x: 1}", "", "{}", point(label: .null)),
      ("{x: 1}", "", "{}", point()),
      ("{label: $v, x: 1}", "$v: String", #"{"v": null}"#, point(label: .null)),
      ("{label: $v, x: 1}", "$v: String", "{}", point()),
      ("{x: $v}", "$v: Int!", #"{"v": 1}"#, point()),
      ("$v", "$v: Point", #"{"v": {"x": 1}}"#, point()),
      (#""x""#, "", "{}", nil),
      ("$v", "$v: Point", #"{"v": "x"}"#, nil),
      (#"{label: "a", x: "1"}"#, "", "{}", nil),
      (#"{label: "a"}"#, "", "{}", nil),
      ("{x: $v}", "$v: Int", "{}", nil),
      ("$v", "$v: Point", #"{"v": {"label": "a"}}"#, nil),
      (#"{label: "a", x: null}"#, "", "{}", nil),
      ("$v", "$v: Point", #"{"v": {"label": "a", "x": null}}"#, nil),
      ("{x: $v}", "$v: Int", #"{"v": null}"#, nil),
      (#"{x: 1, z: "a"}"#, "", "{}", nil),
    ] as [(String, String, String, InputValue?)])
  func request(literal: String, variables: String, json: String, value: InputValue?) throws {
    #expect(try coerceRequest(literal, as: "Point", variables: variables, json) == value)
  }

  @Test("counts the last of JSON members with one name")
  func repeatedMembers() throws {
    #expect(try coerceJSON(#"{"x": "a", "x": 1}"#, as: "Point") == Self.point())
  }
}

@Suite("§3.10.1 OneOf Input Objects, coerced (T15)")
struct OneOfCoercionTests {
  @Test(
    "accepts exactly one field",
    arguments: [
      (#"{a: "abc"}"#, InputEntry(name: "a", value: .string("abc"))),
      ("{b: 123}", InputEntry(name: "b", value: .int(123))),
    ])
  func accepts(literal: String, entry: InputEntry) throws {
    #expect(try coerceLiteral(literal, as: "One") == .object([entry]))
    #expect(try coerceJSON(json(literal), as: "One") == .object([entry]))
  }

  @Test(
    "refuses none, several, null, unknown ones and what does not fit",
    arguments: [
      #"{a: "abc", b: 123}"#, #"{a: null, b: 123}"#, "{a: null, b: null}", "{a: null}", "{}",
      #"{a: "abc", b: null}"#, #"{b: "abc"}"#, "{c: 1}", #"{a: "abc", c: 1}"#, "{p: {}}",
    ])
  func refuses(literal: String) throws {
    #expect(try coerceLiteral(literal, as: "One") == nil)
    #expect(try coerceJSON(json(literal), as: "One") == nil)
  }

  @Test(
    "the same from a literal, from variables in it, and from one variable; nil where it is refused",
    arguments: [
      (#"{a: "x", b: 1}"#, "", "{}", nil),
      ("{a: null, b: 1}", "", "{}", nil),
      ("{a: $v, b: 1}", "$v: String", #"{"v": null}"#, nil),
      ("{a: $v, b: 1}", "$v: String", "{}", nil),
      ("{a: $v, b: $w}", "$v: String, $w: Int", #"{"v": "x"}"#, nil),
      ("{b: $v}", "$v: Int!", #"{"v": 1}"#, .object([InputEntry(name: "b", value: .int(1))])),
      ("{b: $v}", "$v: Int", "{}", nil),
      ("{b: $v}", "$v: Int", #"{"v": null}"#, nil),
      ("$v", "$v: One", #"{"v": {"b": 1}}"#, .object([InputEntry(name: "b", value: .int(1))])),
      ("$v", "$v: One", #"{"v": {"a": "x", "b": 1}}"#, nil),
      ("$v", "$v: One", #"{"v": {"a": "x", "b": null}}"#, nil),
      ("$v", "$v: One", #"{"v": {"b": "1"}}"#, nil),
      ("$v", "$v: One", #"{"v": {}}"#, nil),
      (#""x""#, "", "{}", nil),
      ("$v", "$v: One", #"{"v": "x"}"#, nil),
      (#"{b: "1"}"#, "", "{}", nil),
      ("{b: 1, c: 2}", "", "{}", nil),
    ] as [(String, String, String, InputValue?)])
  func request(literal: String, variables: String, json: String, value: InputValue?) throws {
    #expect(try coerceRequest(literal, as: "One", variables: variables, json) == value)
  }

  @Test("counts an absent variable as a field all the same")
  func variables() throws {
    let values = JSONValue.object([JSONMember(name: "b", value: .int(123))])
    let variables = "$a: String, $b: Int"
    #expect(try coerceLiteral("{a: $a}", as: "One", variables: variables, values) == nil)
    #expect(try coerceLiteral("{a: $a, b: $b}", as: "One", variables: variables, values) == nil)
    #expect(try coerceLiteral("{a: $a, b: 123}", as: "One", variables: variables, values) == nil)
    #expect(
      try coerceLiteral("{b: $b}", as: "One", variables: variables, values)
        == .object([InputEntry(name: "b", value: .int(123))]))
    #expect(
      try coerceLiteral("$o", as: "One", variables: "$o: One = {b: 1}")
        == .object([InputEntry(name: "b", value: .int(1))]))
  }
}

/// A literal of names, strings and numbers as JSON: names of fields and enum values in quotation
/// marks.
private func json(_ literal: String) -> String {
  literal.replacing(/([a-z]+|RED|GREEN)(?=:|[,}])/) { match in
    match.1 == "null" ? "null" : "\"\(match.1)\""
  }.replacing("\"\"", with: "\"")
}
