import Columns
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import TestSupport
import Testing

@Suite("§3.5.1 Int, §3.5.2 Float: numbers that a resolver gives (T4, T5)")
struct NumberRangeTests {
  private static let tooLarge = "Int cannot represent non 32-bit signed integer value: 2147483648"

  @Test("an Int has 32 bits; another scalar may have more")
  func ints() throws {
    let large: @Sendable () -> Column = { .leaf(.ints(IntColumn([2_147_483_648]))) }
    #expect(
      try response(as: "Int", column: large)
        == #"{"errors":[\#(Self.error(Self.tooLarge, at: ""))],"data":{"a":null}}"#)
    #expect(try response(as: "Any", column: large) == #"{"data":{"a":2147483648}}"#)
    #expect(
      try response(as: "Int") { .leaf(.ints(IntColumn([-2_147_483_648]))) }
        == #"{"data":{"a":-2147483648}}"#)
  }

  @Test("also in a list, and beside what failed otherwise")
  func lists() throws {
    let list: @Sendable () -> Column = {
      var ints = IntColumn([1, 2_147_483_648])
      ints.appendNull()
      return .list(
        ListColumn(
          offsets: [0, 3],
          elements: .failing(.leaf(.ints(ints)), failures: [2: FieldError("No")])))
    }
    let errors = [Self.error(Self.tooLarge, at: ",1"), Self.error("No", at: ",2")]
    #expect(
      try response(as: "[Int]", column: list)
        == #"{"errors":[\#(errors.joined(separator: ","))],"data":{"a":[1,null,null]}}"#)
    #expect(
      try response(as: "[Int!]", column: list)
        == #"{"errors":[\#(errors[0])],"data":{"a":null}}"#)
  }

  @Test("a Float is finite")
  func floats() throws {
    let errors = [("Infinity", 1), ("-Infinity", 2), ("NaN", 3)].map { number, index in
      Self.error("Float cannot represent non numeric value: \(number)", at: ",\(index)")
    }
    let response = try response(as: "[Float]") {
      var floats = FloatColumn()
      for number in [1.5, .infinity, -.infinity, .nan] { floats.append(number) }
      floats.appendNull()
      return .list(ListColumn(offsets: [0, 5], elements: .leaf(.floats(floats))))
    }
    #expect(
      response
        == #"{"errors":[\#(errors.joined(separator: ","))],"data":{"a":[1.5,null,null,null,null]}}"#
    )
  }

  /// An error of the field `a`; `rest` is what follows it in the path.
  private static func error(_ message: String, at rest: String) -> String {
    #"{"message":"\#(message)","locations":[{"line":1,"column":3}],"path":["a"\#(rest)]}"#
  }

  /// The response to `{ a }` where the resolver of `a` gives a column.
  private func response(
    as type: String, column: @escaping @Sendable () -> Column
  ) throws -> String {
    let schema = try buildSchema(
      from: parseDocument(Source("type Query { a: \(type) } scalar Any")))
    let resolvers = try ResolverTable(
      schema: schema, bindings: [FieldCoordinate("Query", "a"): FieldResolver { _ in column() }])
    let document = try validate(parseDocument(Source("{ a }")), against: schema)
    let result = executePlan(
      try planOperation(named: nil, of: document, resolvers: resolvers),
      in: ExecutionContext(
        variables: .empty, rootSource: DataLayer([]), environment: ResolverCalls(),
        mask: { FieldError("\($0)") }))
    var data: [UInt8] = []
    result.writeData(to: &data)
    return responseText(data: data, result.errors)
  }
}
