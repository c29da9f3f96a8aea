import GraphQLExecution
import TestSupport
import Testing

@Suite("Plans are bounded while they are built")
struct PlanLimitTests {
  private let schema = "type Query { a(n: Int): A } type A { a(n: Int): A x: Int }"

  /// A chain of fragments that each select `a` with the next one below, `width` times.
  private func chain(
    _ length: Int, width: Int = 1, named name: String = "F", last: String = "x",
    argument: (Int) -> String = { _ in "" }
  ) -> String {
    (0..<length).map { level in
      let below = level + 1 < length ? "...\(name)\(level + 1)" : last
      let fields = (0..<width).map { "f\($0): a\(argument($0)) { \(below) }" }
      return "fragment \(name)\(level) on A { \(fields.joined(separator: " ")) }"
    }.joined(separator: "\n")
  }

  @Test("aliases with equal arguments share their layers: the plan grows with the document")
  func sharedLayers() throws {
    let service = try PlainService(schema)
    let sizes = try [2, 4, 8].map { length in
      try service.plan("{ a { ...F0 } } \(chain(length, width: 2))").nodeCount
    }
    #expect(sizes[2] - sizes[1] == 2 * (sizes[1] - sizes[0]))
  }

  @Test("what sharing hides is counted: a document may not ask for millions of objects")
  func aliasBombs() throws {
    let service = try PlainService(schema)
    for argument in [{ _ in "" }, { "(n: \($0))" }] as [(Int) -> String] {
      #expect(throws: PlanError.tooManyNodes(limit: 100_000)) {
        try service.plan("{ a { ...F0 } } \(chain(24, width: 2, argument: argument))")
      }
    }
  }

  @Test("a document with too many fields has no plan")
  func manyFields() throws {
    let service = try PlainService(schema)
    var limits = PlanLimits()
    limits.nodes = 50
    let fields = { (count: Int) in (0..<count).map { "f\($0): __typename" } }
    _ = try service.plan("{ \(fields(20).joined(separator: " ")) }", limits: limits)
    #expect(throws: PlanError.tooManyNodes(limit: 50)) {
      try service.plan("{ \(fields(60).joined(separator: " ")) }", limits: limits)
    }
  }

  @Test("thousands of aliases are planned in linear time")
  func manyAliases() throws {
    let service = try PlainService(schema)
    let fields = (0..<8_000).map { "f\($0): a { x }" }
    #expect(try service.plan("{ \(fields.joined(separator: " ")) }").nodeCount < 50_000)
  }

  /// A chain of fragments that each select ten levels of `a`, the last of which goes on to the next.
  private func deepChain(_ length: Int, named name: String = "F", last: String = "x") -> String {
    (0..<length).map { level in
      let below = level + 1 < length ? "...\(name)\(level + 1)" : last
      let opening = String(repeating: "a { ", count: 10)
      return
        "fragment \(name)\(level) on A { \(opening)\(below)\(String(repeating: " }", count: 11))"
    }.joined(separator: "\n")
  }

  private var shallow: PlanLimits {
    var limits = PlanLimits()
    limits.depth = 50
    return limits
  }

  @Test("fragments may not nest selections deeper than the limit")
  func depth() throws {
    let service = try PlainService(schema)
    _ = try service.plan("{ a { ...F0 } } \(deepChain(4))", limits: shallow)
    #expect(throws: PlanError.tooDeep(limit: 50)) {
      try service.plan("{ a { ...F0 } } \(deepChain(5))", limits: shallow)
    }
  }

  @Test("nor do shared layers, wherever they were planned first")
  func sharedDepth() throws {
    let service = try PlainService(schema)
    #expect(throws: PlanError.tooDeep(limit: 50)) {
      try service.plan(
        """
        { first: a { ...F0 } second: a { ...G0 } }
        \(deepChain(3)) \(deepChain(3, named: "G", last: "...F0"))
        """, limits: shallow)
    }
  }

  @Test("a plan as deep as a valid document can be is executed and written")
  func deepest() throws {
    let service = try PlainService(schema)
    let plan = try service.plan("{ a { ...F0 } } \(deepChain(17))")
    let root = RandomData(schema: service.schema, seed: 1, rates: .faultless)
      .root(service.schema.queryType)
    #expect(
      try service.executeByLayers(plan, root: root).text
        == service.executeByFields(plan, root: root))
  }
}
