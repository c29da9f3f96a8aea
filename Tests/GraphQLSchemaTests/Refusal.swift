import GraphQLLanguage
import GraphQLSchema
import Testing

/// A document that is no schema, with every error to expect.
struct Refusal: Sendable, CustomTestStringConvertible {
  let document: String
  let errors: [GraphQLError]

  init(_ document: String, _ problems: Problem...) {
    self.document = document
    errors = problems.map(\.error)
  }

  var testDescription: String { document.debugDescription }
}

/// A message and the places that it is about, each as `line:column`.
struct Problem: Sendable {
  let error: GraphQLError

  init(_ message: String, _ places: String...) {
    let locations = places.map { place in
      let numbers = place.split(separator: ":").compactMap { Int($0) }
      return SourceLocation(line: numbers[0], column: numbers[1])
    }
    error = GraphQLError(message, locations: locations)
  }
}

/// The schema that a document defines.
func schema(_ source: String) throws -> Schema {
  try buildSchema(from: parseDocument(Source(source)))
}

/// Why a document is no schema; nothing if it is one.
func schemaErrors(in source: String) -> [GraphQLError] {
  do throws(SchemaErrors) {
    _ = try buildSchema(from: parse(source))
    return []
  } catch {
    return error.errors
  }
}

/// A document that the tests know to have no syntax error.
func parse(_ source: String) -> Document {
  do {
    return try parseDocument(Source(source))
  } catch {
    preconditionFailure("\(source) is a document, but for \(error)")
  }
}
