import ArgumentParser
import CatalogGateway
import CatalogStore
import GraphQLLanguage

/// `gridql schema print`: a schema as SDL, or as the answer to the introspection query.
struct SchemaPrint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Print a schema as SDL or as introspection JSON.")

  @Argument(help: "A file with SDL, or -; left out: the gateway's own schema.")
  var file: String?

  @Flag(help: "Print the answer to the standard introspection query.")
  var introspection = false

  @Flag(help: "Print types, fields, arguments and values in alphabetical order.")
  var sort = false

  func run() throws {
    if introspection {
      try printIntrospection()
    } else {
      try standardOutput.write(Array(Gateway.schemaText.utf8))
    }
  }

  private func printIntrospection() throws {
    let session = try gateway(over: .inMemory()).makeSession()
    let source = Source(introspectionQuery)
    var printer = ResponsePrinter(format: .json, query: source)
    let request = GraphQLRequest(query: source.bytes)
    _ = try session.execute(request) { try printer.receive($0) }
    try printer.finish()
    if printer.hasErrors { throw FoundErrors() }
  }
}
