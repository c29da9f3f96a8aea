import Columns
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

@Suite("An object that comes again")
struct RepeatedObjectTests {
  private final class NoSource: Sendable {}

  /// Three rows a tag, and one without: tags are resolved once and referred to from every row.
  private func result(tags: Int) throws -> ExecutionResult {
    let schema = try buildSchema(
      from: parseDocument(
        Source(
          "type Query { rows: [Row!]! } type Row { number: Int! tag: Tag } type Tag { name: String! words: [String!]! }"
        )))
    let count = tags * 3 + 1
    let resolvers = try ResolverTable(
      schema: schema,
      bindings: [
        FieldCoordinate("Query", "rows"): FieldResolver { _ in
          let rows = ObjectColumn(
            rows: (0..<count).map(Int32.init),
            contents: LayerContents(count: count, source: NoSource()))
          return .list(ListColumn(offsets: [0, count], elements: .objects(rows)))
        },
        FieldCoordinate("Row", "number"): FieldResolver { _ in
          .leaf(.ints(IntColumn((0..<count).map(Int64.init))))
        },
        FieldCoordinate("Row", "tag"): FieldResolver { _ in
          let rows = (0..<count).map { $0 == count - 1 ? -1 : Int32($0 % tags) }
          return .objects(
            ObjectColumn(rows: rows, contents: LayerContents(count: tags, source: NoSource())))
        },
        FieldCoordinate("Tag", "name"): FieldResolver { call in
          #expect(call.count == tags)
          return .leaf(.encoded(EncodedColumn((0..<tags).map { "tag \($0)" })))
        },
        FieldCoordinate("Tag", "words"): FieldResolver { _ in
          .list(
            ListColumn(
              offsets: (0...tags).map { $0 * 2 },
              elements: .leaf(.encoded(EncodedColumn((0..<tags * 2).map { "w\($0)" })))))
        },
      ])
    let document = try validate(
      parseDocument(Source("{ rows { number tag { name words } } }")), against: schema)
    let plan = try planOperation(named: nil, of: document, resolvers: resolvers)
    return executePlan(
      plan,
      in: ExecutionContext(
        variables: .empty, rootSource: NoSource(), environment: NoSource(),
        mask: { FieldError("\($0)") }))
  }

  private func expected(tags: Int) -> String {
    let rows = (0...tags * 3).map { row in
      let tag = row % tags
      let text =
        row == tags * 3
        ? "null" : #"{"name":"tag \#(tag)","words":["w\#(tag * 2)","w\#(tag * 2 + 1)"]}"#
      return #"{"number":\#(row),"tag":\#(text)}"#
    }
    return #"{"rows":[\#(rows.joined(separator: ","))]}"#
  }

  @Test("is written as it was the first time", arguments: [1, 2, 200])
  func sameText(tags: Int) throws {
    var output = Array("before ".utf8)
    try result(tags: tags).writeData(to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "before " + expected(tags: tags))
  }

  @Test(
    "is written as it was, whether or not the first time has been handed on",
    arguments: [1, 50, 1_000])
  func chunks(chunkBytes: Int) throws {
    var chunks: [UInt8] = []
    var rest: [UInt8] = []
    _ = try result(tags: 40).writeData(to: &rest, chunkBytes: chunkBytes) { chunks += $0 }
    #expect(String(decoding: chunks + rest, as: UTF8.self) == expected(tags: 40))
  }
}
