import GraphQLExecution
import GraphQLLanguage
import TestSupport
import Testing

private func sizes(_ elements: Int, nested: Int = 20_000) -> WindowSizes {
  var sizes = WindowSizes()
  sizes.elements = elements
  sizes.nestedElements = nested
  return sizes
}

@Suite("A list that is executed while it is written")
struct WindowTests {
  private let schema = """
    type Query { all: [A!]! maybe: [A]! a: A! one: Int! }
    type A { x: Int! y: Int b: B! bs: [B!]! as: [A!]! }
    type B { z: Int! a: A! }
    """

  private func data(_ count: Int, _ object: (Int) -> String = { "{\"x\": \($0)}" }) -> String {
    "[" + (0..<count).map(object).joined(separator: ",") + "]"
  }

  private func answer(
    _ query: String, data: String, elements: Int, nested: Int = 20_000,
    faults: FieldFaults = .none, census: LayerCensus? = nil
  ) throws -> PlainService.WindowedAnswer {
    let service = try PlainService(schema, faults: faults)
    return try service.executeByWindows(
      service.plan(query),
      root: DataObject(json: data, rootType: service.schema.queryType, schema: service.schema),
      sizes: sizes(elements, nested: nested), census: census)
  }

  @Test("is whole, whatever its windows", arguments: [1, 2, 3, 4, 7])
  func wholeList(elements: Int) throws {
    let answer = try answer(
      "{ one all { x } a { x } }",
      data: "{\"one\": 1, \"all\": \(data(5)), \"a\": {\"x\": 9}}", elements: elements)
    #expect(
      answer.data
        == #"{"one":1,"all":[{"x":0},{"x":1},{"x":2},{"x":3},{"x":4}],"a":{"x":9}}"#)
    #expect(answer.wasUnfinished == (elements < 5))
  }

  @Test("is one call a field and window, and one alone if it fits into a window")
  func calls() throws {
    let whole = try answer("{ all { x } }", data: "{\"all\": \(data(4))}", elements: 4)
    #expect(whole.calls == ["Query.all×1", "A.x×4"])
    let cut = try answer("{ all { x } }", data: "{\"all\": \(data(10))}", elements: 4)
    #expect(cut.calls == ["Query.all×1", "A.x×4", "A.x×4", "A.x×2"])
  }

  @Test("leaves nothing behind but its first window")
  func memory() throws {
    let census = LayerCensus()
    let answer = try answer(
      "{ all { x b { z } } }",
      data: "{\"all\": \(data(1_000) { "{\"x\": \($0), \"b\": {\"z\": \($0)}}" })}", elements: 10,
      census: census)
    #expect(answer.chunks.count == 100)
    // The root, the first window and another, each with the objects below.
    #expect(census.most == 1 + 2 * (10 + 10))
  }

  @Test("stands under two names with two selections, and is walked for each")
  func twoShapes() throws {
    let answer = try answer(
      "{ p: all { x } q: all { y: x } }", data: "{\"all\": \(data(3))}", elements: 2)
    #expect(
      answer.data == #"{"p":[{"x":0},{"x":1},{"x":2}],"q":[{"y":0},{"y":1},{"y":2}]}"#)
  }

  @Test("can be that of an only object, and of the one element of a window")
  func nestedWindows() throws {
    let bs = data(3) { "{\"z\": \($0)}" }
    let only = try answer(
      "{ a { bs { z } x } }", data: "{\"a\": {\"x\": 1, \"bs\": \(bs)}}", elements: 2)
    #expect(only.data == #"{"a":{"bs":[{"z":0},{"z":1},{"z":2}],"x":1}}"#)
    #expect(only.calls == ["Query.a×1", "A.bs×1", "A.x×1", "B.z×2", "B.z×1"])
    let nested = try answer(
      "{ all { bs { z } x } }", data: "{\"all\": \(data(2) { "{\"x\": \($0), \"bs\": \(bs)}" })}",
      elements: 1)
    #expect(
      nested.data
        == #"{"all":[{"bs":[{"z":0},{"z":1},{"z":2}],"x":0},{"bs":[{"z":0},{"z":1},{"z":2}],"x":1}]}"#
    )
  }

  @Test("shrinks its windows where lists below it have too many elements, and widens them again")
  func portions() throws {
    let few = data(1) { _ in "{\"z\": 0}" }
    let many = data(9) { "{\"z\": \($0)}" }
    let objects = data(12) { "{\"x\": \($0), \"bs\": \($0 == 7 ? many : few)}" }
    let answer = try answer(
      "{ all { bs { z } } }", data: "{\"all\": \(objects)}", elements: 4, nested: 8)
    let expected = (0..<12).map { index in
      let bs = (0..<(index == 7 ? 9 : 1)).map { "{\"z\":\($0)}" }.joined(separator: ",")
      return "{\"bs\":[\(bs)]}"
    }
    #expect(answer.data == "{\"all\":[\(expected.joined(separator: ","))]}")
    #expect(
      answer.calls == [
        "Query.all×1", "A.bs×4", "B.z×4",
        // The fifth to the eighth are too many.
        "A.bs×4", "A.bs×1", "B.z×1",
        // One element can grow to four.
        "A.bs×4", "A.bs×1", "B.z×1", "A.bs×4", "A.bs×1", "B.z×1",
        "A.bs×4", "A.bs×1", "B.z×4", "B.z×4", "B.z×1", "A.bs×4", "B.z×4",
      ])
  }

  @Test("is executed from one element on if the first window has too much below it")
  func firstPortion() throws {
    let objects = data(6) { "{\"x\": \($0), \"bs\": \(data(3) { "{\"z\": \($0)}" })}" }
    let answer = try answer(
      "{ all { bs { z } } }", data: "{\"all\": \(objects)}", elements: 4, nested: 8)
    #expect(
      answer.calls.prefix(4) == ["Query.all×1", "A.bs×4", "Query.all×1", "A.bs×1"])
    #expect(answer.data.count(where: { $0 == "z" }) == 18)
  }

  @Test("is executed before anything is written if what is below can make it null")
  func faults() throws {
    let data = "{\"all\": \(data(5)), \"maybe\": \(data(5)), \"one\": 1}"
    #expect(try !answer("{ all { x } }", data: data, elements: 2, faults: .any).wasUnfinished)
    #expect(try !answer("{ all { y } }", data: data, elements: 2, faults: .any).wasUnfinished)
    #expect(try answer("{ maybe { x } }", data: data, elements: 2, faults: .any).wasUnfinished)
    let failing = FieldFaults.ofArguments { _ in throw FieldError("No") }
    #expect(try !answer("{ all { x } }", data: data, elements: 2, faults: failing).wasUnfinished)
    let passing = FieldFaults.ofArguments { _ in }
    #expect(try answer("{ all { x } }", data: data, elements: 2, faults: passing).wasUnfinished)
  }

  @Test("has the errors of later windows behind it, at their places")
  func laterErrors() throws {
    let objects = data(5) { $0.isMultiple(of: 2) ? "{\"x\": null}" : "{\"x\": \($0)}" }
    let answer = try answer(
      "{ maybe { x } }", data: "{\"maybe\": \(objects)}", elements: 2, faults: .any)
    #expect(answer.data == #"{"maybe":[null,{"x":1},null,{"x":3},null]}"#)
    let error = { (index: Int) in
      GraphQLError(
        "Cannot return null for non-nullable field A.x.",
        locations: [SourceLocation(line: 1, column: 11)],
        path: [.name("maybe"), .index(index), .name("x")])
    }
    #expect(answer.firstErrors == [error(0)])
    #expect(answer.laterErrors == [error(2), error(4)])
  }

  @Test("ends where a null would have to go beyond it, with the error of that place")
  func cut() throws {
    let objects = data(5) { $0 == 3 ? "{\"x\": null}" : "{\"x\": \($0)}" }
    let error = #expect(throws: GraphQLError.self) {
      try answer("{ all { x } }", data: "{\"all\": \(objects)}", elements: 2)
    }
    #expect(error?.path == [.name("all"), .index(3), .name("x")])
  }

  @Test("lists no more errors than any other response")
  func errorLimit() throws {
    let answer = try answer(
      "{ maybe { x } }", data: "{\"maybe\": \(data(3_000) { _ in "{\"x\": null}" })}",
      elements: 100, faults: .any)
    #expect(answer.firstErrors.count + answer.laterErrors.count == 1_001)
    #expect(
      answer.laterErrors.last?.message.hasSuffix("more than 1000 errors; the rest are left out.")
        == true)
  }

  @Test("goes no further once nobody takes what it writes")
  func closedOutput() throws {
    struct Closed: Error {}
    let service = try PlainService(schema, faults: .none)
    let calls = ResolverCalls()
    let root = try DataObject(
      json: "{\"all\": \(data(100))}", rootType: service.schema.queryType, schema: service.schema)
    let plan = try service.plan("{ all { x } }")
    let result = executePlan(
      plan,
      in: ExecutionContext(
        variables: try service.values([], of: plan), rootSource: DataLayer([root]),
        environment: calls, windows: sizes(10), mask: { FieldError("\($0)") }))
    var rest: [UInt8] = []
    var chunks = 0
    #expect(throws: Closed.self) {
      _ = try result.writeData(to: &rest, chunkBytes: 1 << 16) { _ in
        chunks += 1
        if chunks == 3 { throw Closed() }
      }
    }
    #expect(calls.all == ["Query.all×1", "A.x×10", "A.x×10", "A.x×10"])
  }
}

@Suite("Windows answer what the interpreter does")
struct WindowedExecutionTests {
  @Test(
    "byte for byte, for generated queries over generated data", arguments: UInt64(0)..<24)
  func matchesInterpreter(seed: UInt64) throws {
    let isFaultless = seed.isMultiple(of: 2)
    let service = try PlainService(richSchemaText, faults: isFaultless ? .none : .any)
    let root = RandomData(
      schema: service.schema, seed: seed, rates: isFaultless ? .faultless : RandomData.Rates()
    ).root(service.schema.queryType)
    var generator = QueryGenerator(schema: service.schema, material: .rich, seed: seed)
    var unfinished = 0
    for number in 0..<60 {
      let query = generator.next()
      let plan = try service.plan(query.text)
      let answer = try service.executeByWindows(
        plan, variables: query.variables, root: root,
        sizes: sizes(1 + number % 2, nested: 1 + number % 3))
      let expected = try service.executeByLayers(plan, variables: query.variables, root: root)
      let errors = answer.firstErrors + answer.laterErrors
      try #require(
        expected.text.hasSuffix("\"data\":\(answer.data)}"), "\(query.text)\(query.variables)")
      try #require(
        Set(errors.map { "\($0)" }) == Set(expected.errors.map { "\($0)" }),
        "\(query.text)\(query.variables)")
      if answer.wasUnfinished { unfinished += 1 }
    }
    #expect(unfinished > 0)
  }
}
