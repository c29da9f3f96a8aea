import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import JSON

/// A schema served from plain data: by the engine, and by the interpreter it is compared with.
public struct PlainService: Sendable {
  /// The schema.
  public let schema: Schema
  private let resolvers: ResolverTable

  /// What an execution answered.
  public struct Answer: Sendable, Equatable {
    /// The response: `errors` if there are any, then `data`.
    public let text: String
    /// The engine's resolver calls, in their order: `Type.field×objects`.
    public let calls: [String]
  }

  /// Makes a service of a schema in SDL.
  public init(_ schemaText: String) throws {
    schema = try buildSchema(from: parseDocument(Source(schemaText)))
    resolvers = try ResolverTable(schema: schema, bindings: inMemoryBindings(schema))
  }

  /// Compiles an operation; it must be valid.
  public func plan(
    _ query: String, operation: String? = nil, limits: PlanLimits = PlanLimits()
  ) throws -> OperationPlan {
    let document = try validate(parseDocument(Source(query)), against: schema)
    return try planOperation(
      named: operation, of: document, resolvers: resolvers, limits: limits)
  }

  /// Runs a plan by the engine, layer by layer; `mutationScope` may add to the log of calls.
  public func executeByLayers(
    _ plan: OperationPlan, variables: [JSONMember] = [], root: DataObject,
    mutationScope: (ResolverCalls) -> MutationScope? = { _ in nil }
  ) throws -> Answer {
    let calls = ResolverCalls()
    let result = executePlan(
      plan,
      in: ExecutionContext(
        variables: try values(variables, of: plan), rootSource: DataLayer([root]),
        environment: calls, mutationScope: mutationScope(calls),
        mask: { FieldError("Masked: \($0)") }))
    var data: [UInt8] = []
    result.writeData(to: &data)
    return Answer(text: responseText(data: data, result.errors), calls: calls.all)
  }

  /// Answers the plan's operation by the interpreter, field by field.
  public func executeByFields(
    _ plan: OperationPlan, variables: [JSONMember] = [], root: DataObject
  ) throws -> String {
    let (value, errors) = DepthFirstInterpreter.execute(
      plan.operation, of: plan.document.document, schema: schema,
      variables: try values(variables, of: plan), root: root)
    var data: [UInt8] = []
    appendJSON(value, to: &data)
    return responseText(data: data, errors)
  }

  /// The coerced variable values of a request.
  public func values(
    _ variables: [JSONMember], of plan: OperationPlan
  ) throws -> VariableValues {
    try schema.coerceVariableValues(
      of: plan.operation, in: plan.document.document, from: variables)
  }
}

/// The response of an execution: `errors` if there are any, then `data`, which is JSON already.
/// Spec §7.1 Response Format.
public func responseText(data: [UInt8], _ errors: [GraphQLError]) -> String {
  var text = Array("{".utf8)
  if !errors.isEmpty {
    text += Array("\"errors\":".utf8)
    appendErrors(errors, to: &text)
    text.append(UInt8(ascii: ","))
  }
  text += Array("\"data\":".utf8) + data + Array("}".utf8)
  return String(decoding: text, as: UTF8.self)
}
