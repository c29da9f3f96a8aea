import GraphQLExecution
import TestSupport
import Testing

@Suite("§6.1 Executing Requests (X1)")
struct RequestTests {
  private let schema = "type Query { a: Int b: Int }"
  private let document = "query A { a } query B { b }"

  @Test("the only operation needs no name")
  func onlyOperation() throws {
    #expect(
      try response("query A { a }", schema: schema, data: #"{"a": 1}"#) == #"{"data":{"a":1}}"#)
  }

  @Test("descriptions change nothing (L14)")
  func descriptions() throws {
    let described = #"""
      "An operation." query A("A variable." $b: Boolean = true) { ...F }
      """
      A fragment.
      """
      fragment F on Query { a b @include(if: $b) }
      """#
    #expect(
      try response(described, schema: schema, data: #"{"a": 1, "b": 2}"#)
        == #"{"data":{"a":1,"b":2}}"#)
  }

  @Test("of several operations the named one is executed")
  func namedOperation() throws {
    let answer = try answer(document, schema: schema, data: #"{"b": 2}"#, operation: "B")
    #expect(answer.text == #"{"data":{"b":2}}"#)
  }

  @Test(
    "no plan without an operation to choose",
    arguments: [
      ("query A { a } query B { b }", nil, PlanError.operationNameRequired),
      ("query A { a }", "C", .unknownOperation(name: "C")),
      ("{ a }", "", .unknownOperation(name: "")),
    ])
  func noOperation(document: String, name: String?, error: PlanError) throws {
    #expect(throws: error) {
      try answer(document, schema: schema, data: "{}", operation: name)
    }
  }
}

@Suite("§6.2.2 Mutation (X6)")
struct MutationTests {
  private let schema = """
    type Query { a: Int }
    type Mutation { add(to: Int): Counter set: Counter }
    type Counter { value: Int next: Counter }
    """
  private let data = """
    {"add": {"value": 1, "next": {"value": 2}}, "set": {"value": 9}}
    """

  @Test("a field is executed with all below it before the next one")
  func serial() throws {
    let answer = try answer(
      "mutation { add { value next { value } } set { value } }", schema: schema, data: data)
    #expect(
      answer.text == #"{"data":{"add":{"value":1,"next":{"value":2}},"set":{"value":9}}}"#)
    #expect(
      answer.calls == [
        "Mutation.add×1", "Counter.value×1", "Counter.next×1", "Counter.value×1",
        "Mutation.set×1", "Counter.value×1",
      ])
  }

  @Test("what is written twice under two names happens twice, unlike in a query")
  func twice() throws {
    let answer = try answer(
      "mutation { x: add(to: 1) { value } y: add(to: 1) { value } }", schema: schema, data: data)
    #expect(answer.text == #"{"data":{"x":{"value":1},"y":{"value":1}}}"#)
    #expect(
      answer.calls == ["Mutation.add×1", "Counter.value×1", "Mutation.add×1", "Counter.value×1"])
  }

  @Test("what is written twice under one name happens once")
  func merged() throws {
    let answer = try answer(
      "mutation { add { value } add { next { value } } }", schema: schema, data: data)
    #expect(answer.text == #"{"data":{"add":{"value":1,"next":{"value":2}}}}"#)
    #expect(answer.calls.filter { $0.hasPrefix("Mutation") } == ["Mutation.add×1"])
  }

  @Test("the order is that of the fields as the variables let them be collected")
  func conditionalOrder() throws {
    let answer = try answer(
      """
      mutation($first: Boolean!) {
        add @include(if: $first) { value } set { value } add { value }
      }
      """, schema: schema, data: data, variables: #"{"first": false}"#)
    #expect(answer.text == #"{"data":{"set":{"value":9},"add":{"value":1}}}"#)
    #expect(
      answer.calls == ["Mutation.set×1", "Counter.value×1", "Mutation.add×1", "Counter.value×1"])
  }

  @Test("an error of one field leaves the next ones to happen")
  func failing() throws {
    let answer = try answer(
      "mutation { add { value } set { value } }", schema: schema,
      data: #"{"add": {"__error": "No"}, "set": {"value": 9}}"#)
    #expect(
      answer.text == """
        {"errors":[{"message":"No","locations":[{"line":1,"column":12}],"path":["add"]}],\
        "data":{"add":null,"set":{"value":9}}}
        """)
  }
}
