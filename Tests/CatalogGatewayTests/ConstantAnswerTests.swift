import CatalogGateway
import JSON
import Testing

@Suite("Answers that are always the same")
struct ConstantAnswerTests {
  private let gateway: Gateway

  init() throws {
    gateway = try SmallCatalog.gateway(over: SmallCatalog.lines)
  }

  @Test(
    "are the same from the second time on, for all sessions",
    arguments: [
      "{ __typename }", "{ __schema { types { name } } a: __schema { queryType { name } } }",
      #"query Named { __type(name: "Grid") { fields { name } } none: __type(name: "?") { name } }"#,
    ])
  func same(query: String) throws {
    let first = try SmallCatalog.answer(query, in: gateway)
    #expect(first.hasPrefix("{\"data\":{"))
    for _ in 0..<3 { #expect(try SmallCatalog.answer(query, in: gateway) == first) }
    let stats = try SmallCatalog.respond(query, stats: true, in: gateway).text
    #expect(stats.hasPrefix(String(first.dropLast()) + ",\"extensions\":{\"stats\":"))
    #expect(try SmallCatalog.answer(query, in: gateway) == first)
  }

  @Test("are not those that depend on variables or on the catalog")
  func different() throws {
    let query = "query($name: String!) { __type(name: $name) { name } }"
    for name in ["Grid", "Package", "Grid"] {
      #expect(
        try SmallCatalog.answer(query, variables: #"{"name": "\#(name)"}"#, in: gateway)
          == #"{"data":{"__type":{"name":"\#(name)"}}}"#)
    }
    let included = "query($a: Boolean!) { __typename @include(if: $a) }"
    #expect(
      try ["true", "false", "true"].map {
        try SmallCatalog.answer(included, variables: "{\"a\": \($0)}", in: gateway)
      } == [
        #"{"data":{"__typename":"Query"}}"#, #"{"data":{}}"#, #"{"data":{"__typename":"Query"}}"#,
      ])
  }

  @Test("obey the limit of a response each time")
  func limit() throws {
    var limits = RequestLimits()
    limits.responseBytes = 100
    let gateway = try SmallCatalog.gateway(over: SmallCatalog.lines, limits: limits)
    for _ in 0..<3 {
      let answer = try SmallCatalog.answer("{ __schema { types { name } } }", in: gateway)
      #expect(answer.contains("LIMIT_EXCEEDED"))
    }
  }
}
