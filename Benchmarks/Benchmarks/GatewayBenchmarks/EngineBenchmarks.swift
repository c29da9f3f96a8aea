import Benchmark
import CatalogGateway
import Columns
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import MeasuredQueries

/// The stages of a request without a store.
func registerEngineBenchmarks() {
  let text = Array(MeasuredQuery.q2.text.utf8)

  Benchmark("parse the nested query") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try parseDocument(Source(text))) }
  }

  Benchmark("parse Schema.graphql") { benchmark, source in
    for _ in benchmark.scaledIterations { blackHole(try parseDocument(source)) }
  } setup: {
    Source(Array(Gateway.schemaText.utf8))
  }

  Benchmark("validate the nested query") { benchmark, input in
    for _ in benchmark.scaledIterations {
      blackHole(try validate(input.document, against: input.schema))
    }
  } setup: {
    (document: try parseDocument(Source(text)), schema: try gatewaySchema())
  }

  Benchmark("plan the nested query") { benchmark, input in
    for _ in benchmark.scaledIterations {
      blackHole(
        try planOperation(named: nil, of: input.document, resolvers: input.resolvers))
    }
  } setup: {
    try validNestedQuery(text)
  }

  Benchmark("write 1,000 rows of a number and a text") { benchmark, result in
    var output: [UInt8] = []
    for _ in benchmark.scaledIterations {
      output.removeAll(keepingCapacity: true)
      result.writeData(to: &output)
      blackHole(output.count)
    }
  } setup: {
    try finishedRows(count: 1_000)
  }
}

private func gatewaySchema() throws -> Schema {
  try buildSchema(from: parseDocument(Source(Array(Gateway.schemaText.utf8))))
}

/// The document and the resolvers that a plan is made of.
private func validNestedQuery(
  _ text: [UInt8]
) throws -> (document: ValidatedDocument, resolvers: ResolverTable) {
  let schema = try gatewaySchema()
  return (
    document: try validate(parseDocument(Source(text)), against: schema),
    resolvers: try resolversOfNulls(for: schema)
  )
}

/// Resolvers that are never called: planning only looks them up.
private func resolversOfNulls(for schema: Schema) throws -> ResolverTable {
  var bindings: [FieldCoordinate: FieldResolver] = [:]
  for case .object(let type) in schema.types where !type.name.hasPrefix("__") {
    for field in type.fields {
      bindings[FieldCoordinate(type.name, field.name)] =
        FieldResolver { call in .nulls(count: call.count) }
    }
  }
  return try ResolverTable(schema: schema, bindings: bindings)
}

/// What is left to do once every column is there: the result of a small plan, ready to be written.
private func finishedRows(count: Int) throws -> ExecutionResult {
  let schema = try buildSchema(
    from: parseDocument(
      Source(Array("type Query { rows: [Row!]! } type Row { number: Int! text: String! }".utf8))))
  let numbers = IntColumn((0..<count).map(Int64.init))
  let texts = EncodedColumn((0..<count).map { "row number \($0) of the list" })
  let resolvers = try ResolverTable(
    schema: schema,
    bindings: [
      FieldCoordinate("Query", "rows"): FieldResolver { _ in
        let rows = ObjectColumn(
          rows: (0..<count).map(Int32.init),
          contents: LayerContents(count: count, source: NoSource()))
        return .list(ListColumn(offsets: [0, count], elements: .objects(rows)))
      },
      FieldCoordinate("Row", "number"): FieldResolver { _ in .leaf(.ints(numbers)) },
      FieldCoordinate("Row", "text"): FieldResolver { _ in .leaf(.encoded(texts)) },
    ])
  let document = try validate(
    parseDocument(Source(Array("{ rows { number text } }".utf8))), against: schema)
  let plan = try planOperation(named: nil, of: document, resolvers: resolvers)
  return executePlan(
    plan,
    in: ExecutionContext(
      variables: .empty, rootSource: NoSource(), environment: NoSource(),
      mask: { FieldError("\($0)") }))
}

/// Stands where a layer's source would be; these resolvers read none.
private final class NoSource: Sendable {}
