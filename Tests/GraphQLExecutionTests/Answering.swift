import GraphQLExecution
import JSON
import TestSupport

/// Executes a query over data written as JSON, which has a member for each field that is asked for.
func answer(
  _ query: String, schema: String, data: String, variables: String = "{}",
  operation: String? = nil
) throws -> PlainService.Answer {
  let service = try PlainService(schema)
  let plan = try service.plan(query, operation: operation)
  guard let rootType = service.schema.rootType(of: plan.operation.operationType),
    case .object(let members) = try parseJSON(variables)
  else { throw UnfitInput() }
  return try service.executeByLayers(
    plan, variables: members,
    root: DataObject(json: data, rootType: rootType, schema: service.schema))
}

/// The text of the response alone.
func response(
  _ query: String, schema: String, data: String, variables: String = "{}"
) throws -> String {
  try answer(query, schema: schema, data: data, variables: variables).text
}

/// A test whose variables are no JSON object, or whose operation has no root type.
struct UnfitInput: Error {}
