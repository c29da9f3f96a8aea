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
    /// The errors in it.
    public let errors: [GraphQLError]
    /// The engine's resolver calls, in their order: `Type.field×objects`.
    public let calls: [String]
  }

  /// Makes a service of a schema in SDL; `faults` is what its resolvers say of themselves.
  public init(_ schemaText: String, faults: FieldFaults = .any) throws {
    schema = try buildSchema(from: parseDocument(Source(schemaText)))
    resolvers = try ResolverTable(
      schema: schema, bindings: inMemoryBindings(schema, faults: faults))
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
    return Answer(
      text: responseText(data: data, result.errors), errors: result.errors, calls: calls.all)
  }

  /// A response that was executed while it was written.
  public struct WindowedAnswer: Sendable {
    /// What stands for `data`, in the pieces in which it was handed on.
    public let chunks: [[UInt8]]
    /// The errors of what was executed before anything was written.
    public let firstErrors: [GraphQLError]
    /// Those of what was executed while writing.
    public let laterErrors: [GraphQLError]
    /// The engine's resolver calls.
    public let calls: [String]
    /// Whether a list had a second window.
    public let wasUnfinished: Bool

    /// What stands for `data`.
    public var data: String { String(decoding: chunks.joined(), as: UTF8.self) }
  }

  /// Runs a plan by the engine, long lists window by window while they are written.
  ///
  /// Throws what ends the response in the middle.
  public func executeByWindows(
    _ plan: OperationPlan, variables: [JSONMember] = [], root: DataObject, sizes: WindowSizes,
    census: LayerCensus? = nil, onChunk: ([UInt8]) throws -> Void = { _ in }
  ) throws -> WindowedAnswer {
    let calls = ResolverCalls()
    let result = executePlan(
      plan,
      in: ExecutionContext(
        variables: try values(variables, of: plan),
        rootSource: DataLayer([root], census: census), environment: calls, windows: sizes,
        mask: { FieldError("Masked: \($0)") }))
    var rest: [UInt8] = []
    var chunks: [[UInt8]] = []
    let errors = try result.writeData(to: &rest, chunkBytes: 1 << 16) { chunk in
      chunks.append(chunk)
      try onChunk(chunk)
    }
    return WindowedAnswer(
      chunks: chunks + [rest], firstErrors: result.errors, laterErrors: errors, calls: calls.all,
      wasUnfinished: result.isUnfinished)
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
