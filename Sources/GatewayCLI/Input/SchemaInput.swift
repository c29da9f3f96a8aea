import CatalogGateway
import GraphQLLanguage
import GraphQLSchema

/// Reads a schema from a file with SDL, or takes the gateway's own if there is none.
///
/// Throws `FoundErrors`, after printing them, if the file holds no valid schema.
func readSchema(_ path: String?) throws -> Schema {
  let source = try path.map(readDocument) ?? Source(Gateway.schemaText, name: "Schema.graphql")
  do {
    return try buildSchema(from: parseDocument(source))
  } catch let error as SyntaxError {
    report([GraphQLError(error, in: source)], in: source)
  } catch let error as SchemaErrors {
    report(error.errors, in: source)
  }
  throw FoundErrors()
}

private func report(_ errors: [GraphQLError], in source: Source) {
  standardError.note(errorReport(errors.map(ReportedError.init), in: source))
}
