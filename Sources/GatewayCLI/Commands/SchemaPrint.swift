import ArgumentParser
import CatalogGateway
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

/// `gridql schema print`: a schema as SDL, or as the answer to the introspection query.
struct SchemaPrint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Print a schema as SDL or as introspection JSON.",
    discussion: """
      The gateway's own schema is printed as it is served at /schema.graphql, unless sorted; that \
      of a file in the layout of the reference implementation, extensions merged.
      """)

  @Argument(help: "A file with SDL, or -; left out: the gateway's own schema.")
  var file: String?

  @Flag(help: "Print the answer to the standard introspection query.")
  var introspection = false

  @Flag(help: "Print types, fields, arguments and values in the order of their names.")
  var sort = false

  func run() throws {
    if introspection {
      let schema = try readSchema(file)
      try printIntrospection(of: sort ? sorted(schema) : schema)
    } else if file != nil || sort {
      let text = printSchema(try readSchema(file), isSorted: sort)
      try standardOutput.write(Array((text + "\n").utf8))
    } else {
      try standardOutput.write(Array(Gateway.schemaText.utf8))
    }
  }

  /// The schema with everything in the order of names: only its text has an order to choose.
  private func sorted(_ schema: Schema) throws -> Schema {
    try buildSchema(from: parseDocument(Source(printSchema(schema, isSorted: true))))
  }

  private func printIntrospection(of schema: Schema) throws {
    let query = Source(introspectionQuery)
    var response: [UInt8] = []
    JSONExecutor(schema: schema).execute(query, data: .object([])).append(to: &response)
    var printer = ResponsePrinter(format: .json, query: query)
    try printer.receive(response)
    try printer.finish()
    if printer.hasErrors { throw FoundErrors() }
  }
}
