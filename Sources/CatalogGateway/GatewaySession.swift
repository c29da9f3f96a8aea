import CatalogStore
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import JSON

/// Executes requests, one after the other, on a read connection of its own.
///
/// For one thread at a time. The only place that knows the order of a request's stages.
public final class GatewaySession {
  private let gateway: Gateway
  private let catalog: CatalogReader

  init(gateway: Gateway, catalog: CatalogReader) {
    self.gateway = gateway
    self.catalog = catalog
  }

  /// Executes a request; whatever goes wrong is part of the answer. Blocks while SQLite reads.
  public func execute(_ request: GraphQLRequest) -> GraphQLResponse {
    var body: [UInt8] = []
    let outcome = answer(request, to: &body) { result, body in
      result.writeData(to: &body)
    }
    return GraphQLResponse(body: body, outcome: outcome)
  }

  /// Executes a request and hands the answer on in chunks of about 64 KB while it is written.
  ///
  /// Throws what `write` throws, after which nothing more is written.
  public func execute(
    _ request: GraphQLRequest, write: ([UInt8]) throws -> Void
  ) throws -> GraphQLResponse.Outcome {
    var body: [UInt8] = []
    let outcome = try answer(request, to: &body) { result, body in
      try result.writeData(to: &body, chunkBytes: 1 << 16) { chunk in try write(chunk) }
    }
    try write(body)
    return outcome
  }

  private func answer<Failure: Error>(
    _ request: GraphQLRequest, to body: inout [UInt8],
    writeData: (ExecutionResult, inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> GraphQLResponse.Outcome {
    let result: ExecutionResult
    let isHit: Bool
    do {
      let (plan, hit) = try gateway.prepare(request)
      isHit = hit
      try request.checkAllowed(plan.operation.operationType)
      result = try run(plan, of: gateway.schema, variables: request.variables)
    } catch let failure as RequestFailure {
      return refuse(failure, request, to: &body)
    } catch {
      let failure = mask(error)
      return refuse(
        RequestFailure([GraphQLError(failure.message, code: failure.code)]), request, to: &body)
    }
    body.append(UInt8(ascii: "{"))
    if !result.errors.isEmpty {
      body.append(contentsOf: "\"errors\":".utf8)
      appendErrors(result.errors, to: &body)
      body.append(UInt8(ascii: ","))
    }
    body.append(contentsOf: "\"data\":".utf8)
    try writeData(result, &body)
    if request.wantsStats { appendStatistics(isHit: isHit, to: &body) }
    body.append(UInt8(ascii: "}"))
    return result.errors.isEmpty ? .data : .dataWithErrors(dataIsNull: result.dataIsNull)
  }

  /// The fixed queries of REST v4.
  var restPlans: RESTPlans { gateway.restPlans }

  /// What the lookups of the last request cost.
  var statistics: LookupStatistics { catalog.statistics }

  /// Runs a plan over one snapshot of the catalog.
  ///
  /// Throws a `RequestFailure` if the variables do not fit.
  func run(
    _ plan: OperationPlan, of schema: Schema, variables members: [JSONMember]
  ) throws -> ExecutionResult {
    let variables: VariableValues
    do {
      variables = try schema.coerceVariableValues(
        of: plan.operation, in: plan.document.document, from: members)
    } catch {
      throw RequestFailure(error.errors)
    }
    return try catalog.withSnapshot {
      executePlan(
        plan,
        in: ExecutionContext(
          variables: variables, rootSource: catalog, environment: catalog,
          mask: { [self] error in mask(error) }))
    }
  }

  /// Tells the client that it is not its fault, and the operator what happened, under one id.
  func mask(_ error: any Error) -> FieldError {
    if let error = error as? StoreError, let known = FieldError(error) { return known }
    let id = InternalFailure.newID()
    gateway.report(InternalFailure(id: id, error: error))
    return FieldError("Internal server error (id \(id)).", code: .internalServerError)
  }

  private func refuse(
    _ failure: RequestFailure, _ request: GraphQLRequest, to body: inout [UInt8]
  ) -> GraphQLResponse.Outcome {
    body.append(contentsOf: "{\"errors\":".utf8)
    appendErrors(failure.errors, to: &body)
    body.append(UInt8(ascii: "}"))
    return failure.outcome
  }

  private func appendStatistics(isHit: Bool, to body: inout [UInt8]) {
    let statistics = catalog.statistics
    let counts = [
      ("lookups", statistics.lookups), ("statements", statistics.statements),
      ("rows", statistics.rows),
    ]
    body.append(contentsOf: ",\"extensions\":{\"stats\":{".utf8)
    for (name, count) in counts {
      body.append(contentsOf: "\"\(name)\":".utf8)
      appendJSONNumber(Int64(count), to: &body)
      body.append(UInt8(ascii: ","))
    }
    body.append(contentsOf: "\"plan\":\"\(isHit ? "hit" : "miss")\"}}".utf8)
  }
}

extension GraphQLResponse {
  /// The response to a request that cannot be executed.
  public init(requestError error: GraphQLError) {
    var body = Array("{\"errors\":".utf8)
    appendErrors([error], to: &body)
    body.append(UInt8(ascii: "}"))
    self.init(body: body, outcome: .requestError(error.code ?? .badRequest))
  }
}
