import GraphQLExecution
import GraphQLLanguage
import JSON
import Testing

@Suite("§6.1 Executing Requests over JSON data")
struct JSONDataRequestTests {
  private static let schema = """
    type Query { a(x: Int! = 1): Int } type Mutation { a: Int } type Subscription { a: Int }
    """

  @Test(
    "a refused request has errors and no data (R2, X1)",
    arguments: [
      ("{ a", nil, "{}", "Syntax Error: Expected Name, found <EOF>."),
      ("{ b }", nil, "{}", #"Cannot query field \"b\" on type \"Query\". Did you mean \"a\"?"#),
      (
        "query A { a } query B { a }", nil, "{}",
        "Must provide operation name if query contains multiple operations."
      ),
      ("query A { a }", "C", "{}", #"Unknown operation named \"C\"."#),
      (
        "query ($v: Int!) { a(x: $v) }", nil, #"{"v": "1"}"#,
        #"Variable \"$v\" has invalid value: Int cannot represent non-integer value: \"1\""#
      ),
    ] as [(String, String?, String, String)])
  func refused(query: String, operation: String?, variables: String, message: String) throws {
    let response = try jsonResponse(
      query, schema: Self.schema, data: "{}", variables: variables, operation: operation)
    #expect(response.hasPrefix("{\"errors\":[{\"message\":\"\(message)\""))
    #expect(!response.contains("\"data\""))
  }

  @Test(
    "every operation type reads the root object",
    arguments: [("query A { a }", "A"), ("mutation { a }", nil), ("subscription { a }", nil)]
      as [(String, String?)])
  func operations(query: String, operation: String?) throws {
    #expect(
      try jsonResponse(query, schema: Self.schema, data: #"{"a": 1}"#, operation: operation)
        == #"{"data":{"a":1}}"#)
  }

  @Test("an argument that does not fit is an error of its field (X3)")
  func arguments() throws {
    #expect(
      try jsonResponse(
        "query ($v: Int = 2) { a(x: $v) }", schema: Self.schema, data: #"{"a": 1}"#,
        variables: #"{"v": null}"#) == """
          {"errors":[{"message":"Argument \\"x\\" has invalid value: Expected variable \\"$v\\" \
          provided to non-null type \\"Int!\\" not to be null.",\
          "locations":[{"line":1,"column":28}],"path":["a"],\
          "extensions":{"code":"BAD_USER_INPUT"}}],"data":{"a":null}}
          """)
  }

  @Test("introspection lists each built-in scalar after the first type that refers to it (I3)")
  func introspection() throws {
    let names = [
      "Query", "Int", "E", "I", "Float", "Boolean", "String", "__Schema", "__Type", "__TypeKind",
      "__Field", "__InputValue", "__EnumValue", "__Directive", "__DirectiveLocation",
    ]
    let types = names.map { "{\"name\":\"\($0)\"}" }.joined(separator: ",")
    #expect(
      try jsonResponse(
        "{ __schema { types { name } } }",
        schema: "type Query { a: Int b: E } enum E { A } input I { c: Float }", data: "{}")
        == "{\"data\":{\"__schema\":{\"types\":[\(types)]}}}")
  }
}

@Suite("§6.2.3 Subscription over JSON data (X7)")
struct JSONDataSubscriptionTests {
  private struct SourceFailure: Error {}

  private static let schema = "type Query { a: Int } type Subscription { a: Int! }"

  @Test("one response an event, in order, until the source ends")
  func responses() async throws {
    let events = AsyncStream<JSONValue> { continuation in
      for number in [JSONValue.int(1), .null, .int(3)] {
        continuation.yield(.object([JSONMember(name: "a", value: number)]))
      }
      continuation.finish()
    }
    var texts: [String] = []
    for await response in try jsonExecutor(Self.schema).subscribe(
      Source("subscription { a }"), to: events)
    {
      texts.append(text(of: response))
    }
    #expect(
      texts == [
        #"{"data":{"a":1}}"#,
        """
        {"errors":[{"message":"Cannot return null for non-nullable field Subscription.a.",\
        "locations":[{"line":1,"column":16}],"path":["a"]}],"data":null}
        """,
        #"{"data":{"a":3}}"#,
      ])
  }

  @Test("who stops listening ends the source")
  func unsubscribes() async throws {
    try await confirmation("the source has ended") { ended in
      let events = AsyncStream<JSONValue> { continuation in
        continuation.onTermination = { _ in ended() }
        continuation.yield(.object([JSONMember(name: "a", value: .int(1))]))
      }
      for await response in try jsonExecutor(Self.schema).subscribe(
        Source("subscription { a }"), to: events)
      {
        #expect(text(of: response) == #"{"data":{"a":1}}"#)
        break
      }
    }
  }

  @Test("a request that cannot be executed is refused before any event")
  func refusal() throws {
    let events = AsyncStream<JSONValue> { $0.finish() }
    #expect(throws: RequestErrors.self) {
      try jsonExecutor(Self.schema).subscribe(Source("subscription { b }"), to: events)
    }
  }

  @Test("an error of the source ends the responses")
  func sourceFailure() async throws {
    let events = AsyncThrowingStream<JSONValue, any Error> { continuation in
      continuation.yield(.object([]))
      continuation.finish(throwing: SourceFailure())
    }
    var count = 0
    await #expect(throws: SourceFailure.self) {
      for try await _ in try jsonExecutor(Self.schema).subscribe(
        Source("subscription { a }"), to: events)
      {
        count += 1
      }
    }
    #expect(count == 1)
  }
}
