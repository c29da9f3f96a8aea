import GraphQLExecution
import TestSupport
import Testing

@Suite("§6.2.2 Mutation: what surrounds the root fields")
struct MutationScopeTests {
  private static let schema = """
    type Query { a: Int }
    type Mutation { add: Counter set: Counter drop: Counter }
    type Counter { value: Int strict: Int! }
    """
  private static let data = """
    {"add": {"value": 1}, "set": {"__error": "No"}, "drop": {"value": 3}}
    """

  /// A scope that writes into the log of calls what it does.
  private func scope(
    _ extent: MutationScope.Extent, _ calls: ResolverCalls
  ) -> MutationScope {
    MutationScope(extent) { body in
      calls.append("begin")
      calls.append(body() ? "keep" : "undo")
    } undone: { failing in
      FieldError("Undone because of \(failing).", code: .conflict)
    }
  }

  private func answer(
    _ query: String, data: String = data, scope: (ResolverCalls) -> MutationScope?
  ) throws -> PlainService.Answer {
    let service = try PlainService(Self.schema)
    let plan = try service.plan(query)
    guard let type = service.schema.mutationType else { throw UnfitInput() }
    return try service.executeByLayers(
      plan, root: DataObject(json: data, rootType: type, schema: service.schema),
      mutationScope: scope)
  }

  @Test("each field with all below it is kept or undone by itself")
  func eachField() throws {
    let answer = try answer("mutation { add { value } set { value } drop { value } }") {
      scope(.field, $0)
    }
    #expect(
      answer.text == """
        {"errors":[{"message":"No","locations":[{"line":1,"column":26}],"path":["set"]}],\
        "data":{"add":{"value":1},"set":null,"drop":{"value":3}}}
        """)
    #expect(
      answer.calls == [
        "begin", "Mutation.add×1", "Counter.value×1", "keep", "begin", "Mutation.set×1", "undo",
        "begin", "Mutation.drop×1", "Counter.value×1", "keep",
      ])
  }

  @Test("an error below a field undoes nothing")
  func errorBelow() throws {
    let answer = try answer("mutation { add { strict } }", data: #"{"add": {"strict": null}}"#) {
      scope(.field, $0)
    }
    #expect(answer.calls == ["begin", "Mutation.add×1", "Counter.strict×1", "keep"])
  }

  @Test("of an operation, all are kept together")
  func wholeOperation() throws {
    let answer = try answer("mutation { add { value } drop { value } }") { scope(.operation, $0) }
    #expect(answer.text == #"{"data":{"add":{"value":1},"drop":{"value":3}}}"#)
    #expect(
      answer.calls == [
        "begin", "Mutation.add×1", "Counter.value×1", "Mutation.drop×1", "Counter.value×1", "keep",
      ])
  }

  @Test("or the first that fails ends the operation, and each of the others says so")
  func failingOperation() throws {
    let answer = try answer("mutation { add { value } no: set { value } drop { value } }") {
      scope(.operation, $0)
    }
    #expect(
      answer.text == """
        {"errors":[\
        {"message":"Undone because of no.","locations":[{"line":1,"column":12}],"path":["add"],\
        "extensions":{"code":"CONFLICT"}},\
        {"message":"No","locations":[{"line":1,"column":26}],"path":["no"]},\
        {"message":"Undone because of no.","locations":[{"line":1,"column":44}],"path":["drop"],\
        "extensions":{"code":"CONFLICT"}}],"data":{"add":null,"no":null,"drop":null}}
        """)
    #expect(
      answer.calls == ["begin", "Mutation.add×1", "Counter.value×1", "Mutation.set×1", "undo"])
  }

  @Test("a scope that cannot begin or end fails its fields", arguments: [false, true])
  func failingScope(executes: Bool) throws {
    struct Full: Error {}
    let answer = try answer("mutation { add { value } }") { _ in
      MutationScope(.field) { body in
        if executes { _ = body() }
        throw Full()
      } undone: { _ in
        FieldError("Never said")
      }
    }
    #expect(
      answer.text == """
        {"errors":[{"message":"Masked: Full()","locations":[{"line":1,"column":12}],\
        "path":["add"]}],"data":{"add":null}}
        """)
  }

  @Test("queries have none")
  func query() throws {
    let service = try PlainService(Self.schema)
    let answer = try service.executeByLayers(
      service.plan("{ a }"),
      root: DataObject(
        json: #"{"a": 1}"#, rootType: service.schema.queryType, schema: service.schema),
      mutationScope: { scope(.field, $0) })
    #expect(answer.calls == ["Query.a×1"])
  }
}
