import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import JSON

/// An executor over JSON data for a schema in SDL.
func jsonExecutor(_ schema: String) throws -> JSONExecutor {
  JSONExecutor(schema: try buildSchema(from: parseDocument(Source(schema))))
}

/// The text of the response to a query over JSON data.
func jsonResponse(
  _ query: String, schema: String, data: String, variables: String = "{}",
  operation: String? = nil
) throws -> String {
  guard case .object(let members) = try parseJSON(variables) else { throw UnfitVariables() }
  let response = try jsonExecutor(schema).execute(
    Source(query), operationName: operation, variables: members, data: parseJSON(data))
  return text(of: response)
}

/// A response as a client reads it.
func text(of response: JSONDataResponse) -> String {
  var bytes: [UInt8] = []
  response.append(to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// A test whose variables are no JSON object.
struct UnfitVariables: Error {}
