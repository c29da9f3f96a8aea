import CatalogGateway
import GraphQLLanguage
import GraphQLSchema

/// Reads the text of a schema from a file, or takes that of the gateway's own if there is none.
func readSchemaSource(_ path: String?) throws(FileError) -> Source {
  guard let path else { return Source(Gateway.schemaText, name: "Schema.graphql") }
  return try readDocument(path)
}

/// Reads a schema from a file with SDL, or takes the gateway's own if there is none.
///
/// Throws `FoundErrors`, after printing them, if the file holds no valid schema.
func readSchema(_ path: String?, _ experiments: Experiments = []) throws -> Schema {
  try validSchema(in: readSchemaSource(path), experiments)
}

/// The schema that a source in SDL is.
///
/// Throws `FoundErrors`, after printing them, if it is no valid schema.
func validSchema(in source: Source, _ experiments: Experiments) throws -> Schema {
  do throws(SchemaTextError) {
    return try schema(in: source, experiments)
  } catch {
    standardError.note(errorReport(error.errors.map(ReportedError.init), in: source))
    throw FoundErrors()
  }
}
