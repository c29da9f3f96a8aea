import GraphQLLanguage
import GraphQLSchema
import JSON
import Testing

@Suite("§6.1.2 Coercing Variable Values (X2)")
struct VariableCoercionTests {
  @Test(
    "takes a default only if there is no value",
    arguments: [
      ("Int", nil, nil), ("Int", "null", .null), ("Int = 4", nil, .int(4)),
      ("Int = 4", "null", .null), ("Int! = 4", nil, .int(4)), ("Int = null", nil, .null),
      (
        "Point = {x: 1}", nil,
        .object([
          InputEntry(name: "x", value: .int(1)), InputEntry(name: "y", value: .int(0)),
          InputEntry(name: "color", value: .enum("RED")),
        ])
      ),
    ] as [(String, String?, InputValue?)])
  func defaults(type: String, json: String?, value: InputValue?) throws {
    #expect(try coerceVariable(json, as: type) == .value(value))
  }

  @Test("ignores members that are no variables, and finds values by place and by name")
  func places() throws {
    let document = parse("query ($a: Int, $b: Int, $c: Int = 3) { x(a: $c) }")
    guard case .operation(let operation)? = document.definitions.first else { return }
    let values = try inputSchema.coerceVariableValues(
      of: operation, in: document,
      from: [
        JSONMember(name: "z", value: .string("?")), JSONMember(name: "b", value: .int(1)),
        JSONMember(name: "b", value: .int(2)),
      ])
    #expect([values[0], values[1], values[2]] == [nil, .int(2), .int(3)])
    let names = document[operation.variableDefinitions].map(\.name)
    #expect(names.map { values[$0, document] } == [nil, .int(2), .int(3)])
  }

  @Test(
    "says which variable does not fit, and where and why",
    arguments: [
      Rejection(
        "Int!", nil, #"has invalid value: Expected a value of non-null type "Int!" to be provided."#
      ),
      Rejection(
        "Int!", "null",
        #"has invalid value: Expected value of non-null type "Int!" not to be null."#),
      Rejection(
        "Int! = 3", "null",
        #"has invalid value: Expected value of non-null type "Int!" not to be null."#),
      Rejection("Int", "1.5", "has invalid value: Int cannot represent non-integer value: 1.5"),
      Rejection(
        "Int", "2147483648",
        "has invalid value: Int cannot represent non 32-bit signed integer value: 2147483648"),
      Rejection(
        "Float", #""1""#, #"has invalid value: Float cannot represent non numeric value: "1""#),
      Rejection(
        "String", #"{"a": [1, {}], "b": null}"#,
        "has invalid value: String cannot represent a non string value: { a: [1, {}], b: null }"),
      Rejection(
        "Boolean", "0", "has invalid value: Boolean cannot represent a non boolean value: 0"),
      Rejection("ID", "true", "has invalid value: ID cannot represent value: true"),
      Rejection(
        "Color", "1", #"has invalid value: Enum "Color" cannot represent non-string value: 1."#),
      Rejection(
        "Color", #""REED""#,
        #"has invalid value: Value "REED" does not exist in "Color" enum. Did you mean the enum value "RED" or "GREEN"?"#
      ),
      Rejection(
        "[[Int!]]", #"[[1], [2, null], "x"]"#,
        #"has invalid value at [1][1]: Expected value of non-null type "Int!" not to be null."#,
        #"has invalid value at [2]: Int cannot represent non-integer value: "x""#),
      Rejection(
        "Point", #"{"y": 1, "labl": "a", "tags": ["b", 2]}"#,
        #"has invalid value: Expected value of type "Point" to include required field "x", found: { y: 1, labl: "a", tags: ["b", 2] }."#,
        #"has invalid value at .tags[1]: String cannot represent a non string value: 2"#,
        #"has invalid value: Expected value of type "Point" not to include unknown field "labl". Did you mean "label"? Found: { y: 1, labl: "a", tags: ["b", 2] }."#
      ),
      Rejection(
        "Point", "[]",
        #"has invalid value: Expected value of type "Point" to be an object, found: []."#),
      Rejection(
        "One", #"{"a": null}"#,
        #"has invalid value at .a: Within OneOf Input Object type "One", exactly one field must be specified, and the value for that field must be non-null."#
      ),
      Rejection(
        "[Int!] = [null]", nil,
        #"has invalid default value at [0]: Expected value of non-null type "Int!" not to be null."#
      ),
    ])
  func refuses(rejection: Rejection) throws {
    #expect(
      try coerceVariable(rejection.json, as: rejection.type)
        == .errors(
          rejection.messages.map { message in
            GraphQLError(
              "Variable \"$v\" \(message)", locations: [SourceLocation(line: 1, column: 8)],
              code: .badUserInput)
          }))
  }

  @Test("refuses a type whose values cannot come in")
  func outputType() throws {
    #expect(
      try coerceVariable("1", as: "[Query]")
        == .errors([
          GraphQLError(
            "Variable \"$v\" expected value of type \"[Query]\" which cannot be used as an input "
              + "type.",
            locations: [SourceLocation(line: 1, column: 12)], code: .badUserInput)
        ]))
  }

  @Test("stops after fifty errors and says so")
  func limit() throws {
    let json = "[\(Array(repeating: "true", count: 80).joined(separator: ", "))]"
    guard case .errors(let errors) = try coerceVariable(json, as: "[Int]") else {
      Issue.record("booleans are no integers")
      return
    }
    #expect(errors.count == 51)
    #expect(
      errors.last?.message
        == "Too many errors processing variables, error limit reached. Execution aborted.")
  }

  @Test("shows no more of a large value than helps")
  func largeValues() throws {
    let json =
      "{\((0..<500).map { "\"k\($0)\": [\"\(String(repeating: "a", count: 5000))\"]" }.joined(separator: ", "))}"
    guard case .errors(let errors) = try coerceVariable(json, as: "Int") else {
      Issue.record("an object is no integer")
      return
    }
    #expect(errors.map(\.message.utf8.count).allSatisfy { $0 < 3000 })
  }
}

/// A variable's type and JSON that does not fit it, with the ends of the messages to expect.
struct Rejection: Sendable, CustomTestStringConvertible {
  let type: String
  let json: String?
  let messages: [String]

  init(_ type: String, _ json: String?, _ messages: String...) {
    self.type = type
    self.json = json
    self.messages = messages
  }

  var testDescription: String { "\(type) \(json ?? "absent")" }
}

@Suite("§6.4.1 Coercing Field Arguments (X3)")
struct ArgumentCoercionTests {
  private func coerce(
    _ arguments: String, variables: String = "", _ members: [JSONMember] = []
  ) throws -> [InputValue?] {
    let document = parse("query\(variables) {\n  a(\(arguments)) }")
    guard case .operation(let operation)? = document.definitions.first,
      case .field(let index)? = document[operation.selectionSet.selections].first
    else { return [] }
    let field = try #require(inputSchema[inputSchema.queryType].fields.first)
    return try inputSchema.coerceArgumentValues(
      document[index].arguments, in: document, as: field.arguments, at: document[index].range,
      variables: inputSchema.coerceVariableValues(of: operation, in: document, from: members))
  }

  @Test("gives values by the places of the definitions, with defaults")
  func values() throws {
    #expect(
      try coerce("needed: 1, list: 2, int: null")
        == [.null, .int(5), .int(1), .int(6), .list([.int(2)]), nil])
    #expect(
      try coerce("five: null, sixth: 7, needed: 1") == [nil, .null, .int(1), .int(7), nil, nil])
  }

  @Test("takes an absent variable for an absent argument")
  func variables() throws {
    #expect(
      try coerce("int: $a, five: $a, needed: $b, sixth: $a", variables: "($a: Int, $b: Int = 2)")
        == [nil, .int(5), .int(2), .int(6), nil, nil])
    #expect(
      try coerce(
        "int: $a, five: $a, needed: 1", variables: "($a: Int)",
        [JSONMember(name: "a", value: .null)]) == [.null, .null, .int(1), .int(6), nil, nil])
  }

  @Test(
    "refuses what only a variable's value makes unfit",
    arguments: [
      (
        "needed: $a", [], "1:2",
        #"Argument "needed" has invalid value: Expected variable "$a" provided to type "Int!" to provide a runtime value."#
      ),
      (
        "needed: 1, sixth: $a", [JSONMember(name: "a", value: .null)], "2:21",
        #"Argument "sixth" has invalid value: Expected variable "$a" provided to non-null type "Int!" not to be null."#
      ),
      (
        "needed: 1, list: [1, $a]", [], "2:24",
        #"Argument "list" has invalid value at [1]: Expected variable "$a" provided to type "Int!" to provide a runtime value."#
      ),
      (
        "needed: 1, one: {b: $a}", [JSONMember(name: "a", value: .null)], "2:19",
        #"Argument "one" has invalid value: Expected variable "$a" provided to field "b" for OneOf Input Object type "One" not to be null."#
      ),
      ("int: 1", [], "2:3", #"Argument "needed" of required type "Int!" was not provided."#),
    ] as [(String, [JSONMember], String, String)])
  func refuses(arguments: String, members: [JSONMember], place: String, message: String) throws {
    let error = #expect(throws: ArgumentError.self) {
      try coerce(arguments, variables: "($a: Int)", members)
    }
    #expect(error?.message == message)
  }
}
