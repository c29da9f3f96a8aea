import GraphQLLanguage
import GraphQLSchema

/// What is wrong with a text that should be a schema; at least one error.
struct SchemaTextError: Error, Equatable {
  let errors: [GraphQLError]
}

/// The schema that a source in SDL is.
func schema(
  in source: Source, _ experiments: Experiments = []
) throws(SchemaTextError) -> Schema {
  let document: Document
  do throws(SyntaxError) {
    document = try parseDocument(source, options: experiments.parseOptions)
  } catch {
    throw SchemaTextError(errors: [GraphQLError(error, in: source)])
  }
  do throws(SchemaErrors) {
    return try buildSchema(from: document, options: experiments.schemaOptions)
  } catch {
    throw SchemaTextError(errors: error.errors)
  }
}

/// What is wrong with a schema in SDL: its syntax, or what breaks the rules of the type system.
func schemaErrors(in source: Source, _ experiments: Experiments) -> [GraphQLError] {
  do throws(SchemaTextError) {
    _ = try schema(in: source, experiments)
    return []
  } catch {
    return error.errors
  }
}
