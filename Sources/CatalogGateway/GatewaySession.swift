import CatalogStore
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import JSON

/// Executes requests, one after the other: queries on a read connection of its own, mutations through
/// the gateway's one writer.
///
/// For one thread at a time. The only place that knows the order of a request's stages.
public final class GatewaySession {
  let gateway: Gateway
  let catalog: CatalogReader
  let limits: SessionLimits
  private let environment: RequestEnvironment

  init(gateway: Gateway, catalog: CatalogReader, limits: SessionLimits) {
    self.gateway = gateway
    self.catalog = catalog
    self.limits = limits
    environment = RequestEnvironment(catalog: catalog)
  }

  /// When and how a request is answered.
  public enum Reply: Sendable {
    /// It was executed.
    case now(GraphQLResponse)
    /// It is a mutation, which waits for the writer once it is started.
    case later(PendingResponse)
  }

  /// Executes a query, or prepares a mutation; whatever goes wrong is part of the answer.
  ///
  /// Blocks while SQLite reads, but not for a writer.
  public func reply(to request: GraphQLRequest) -> Reply {
    var account = RequestAccount()
    do {
      var body: [UInt8] = []
      let stage = try answer(request, to: &body, account: &account) {
        result, body throws(GraphQLError) in
        try result.writeData(to: &body, limits: limits.writing)
      }
      switch stage {
      case .answered(let outcome):
        try limits.check(response: body)
        return .now(GraphQLResponse(body: body, outcome: outcome, account: account))
      case .prepared(let mutation):
        return .later(mutation)
      }
    } catch {
      var response = GraphQLResponse(ended: error)
      response.account = account
      return .now(response)
    }
  }

  /// What a POST with a long body is answered: it is read and executed on another thread.
  public func reply(toLongBody body: [UInt8], _ origin: RequestOrigin) -> PendingResponse {
    PendingResponse { [gateway] completion in
      gateway.longRequests.add(body, origin, to: gateway, completion: completion)
    }
  }

  /// Executes a request; whatever goes wrong is part of the answer. Blocks while SQLite reads, for a
  /// mutation until it is durable.
  public func execute(_ request: GraphQLRequest) -> GraphQLResponse {
    switch reply(to: request) {
    case .now(let response): response
    case .later(let response): response.wait()
    }
  }

  /// Executes a request and hands the answer on in chunks of about 64 KB while it is written; that to
  /// a mutation at once.
  ///
  /// Throws what `write` throws, and a `GraphQLError` if the answer goes beyond a limit while it is
  /// written; then nothing more is written.
  public func execute(
    _ request: GraphQLRequest, write: ([UInt8]) throws -> Void
  ) throws -> GraphQLResponse.Outcome {
    var body: [UInt8] = []
    var account = RequestAccount()
    let stage = try answer(request, to: &body, account: &account) { result, body in
      try result.writeData(to: &body, limits: limits.writing, chunkBytes: 1 << 16) { chunk in
        try write(chunk)
      }
    }
    switch stage {
    case .answered(let outcome):
      try write(body)
      return outcome
    case .prepared(let mutation):
      let response = mutation.wait()
      try write(response.body)
      return response.outcome
    }
  }

  /// How far a request gets on this connection.
  private enum Stage {
    case answered(GraphQLResponse.Outcome)
    case prepared(PendingResponse)
  }

  private func answer<Failure: Error>(
    _ request: GraphQLRequest, to body: inout [UInt8], account: inout RequestAccount,
    writeData: (ExecutionResult, inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> Stage {
    limits.begin()
    let result: ExecutionResult
    let prepared: PreparedRequest
    do {
      prepared = try prepare(request, account: &account)
      if prepared.plan.operation.operationType == .mutation {
        let mutation = PendingMutation(
          prepared, limits: gateway.limits, clock: gateway.clock)
        return .prepared(
          PendingResponse { [writes = gateway.writes, account] completion in
            writes.add(mutation) { completion($0.ifUnaccounted(account)) }
          })
      }
      result = try execute(prepared.plan, variables: prepared.variables)
    } catch {
      let response = response(for: error)
      body.append(contentsOf: response.body)
      return .answered(response.outcome)
    }
    account.cost.lookups = catalog.statistics
    let cost = request.wantsStats ? account.cost : nil
    try appendResponse(result, cost: cost, to: &body, writeData: writeData)
    return .answered(result.outcome)
  }

  /// The fixed queries of REST v4.
  var restPlans: RESTPlans { gateway.restPlans }

  /// What the lookups of the last request cost.
  var statistics: LookupStatistics { catalog.statistics }

  /// Everything before execution: who asks, what, with which variables, and whether they may.
  private func prepare(
    _ request: GraphQLRequest, account: inout RequestAccount
  ) throws -> PreparedRequest {
    let requester = try authenticate(request.origin.credentials)
    let request = try gateway.documents.resolve(request)
    let (operation, isHit) = try gateway.prepare(request)
    account.operation = operation
    account.cost.isHit = isHit
    let plan = operation.plan
    try request.checkAllowed(plan.operation.operationType)
    try gateway.limits.check(request.variables, of: plan)
    let variables = try coerce(request.variables, for: plan, of: gateway.schema)
    try requester.checkMayUse(plan.restrictedFields(for: variables))
    return PreparedRequest(
      request: request, plan: plan, variables: variables, requester: requester, account: account)
  }

  /// Runs a plan over one snapshot of the catalog, whoever asks.
  ///
  /// Throws a `RequestFailure` if the variables do not fit.
  func run(
    _ plan: OperationPlan, of schema: Schema, variables members: [JSONMember]
  ) throws -> ExecutionResult {
    try execute(plan, variables: coerce(members, for: plan, of: schema))
  }

  private func coerce(
    _ members: [JSONMember], for plan: OperationPlan, of schema: Schema
  ) throws(RequestFailure) -> VariableValues {
    do {
      return try schema.coerceVariableValues(
        of: plan.operation, in: plan.document.document, from: members)
    } catch {
      throw RequestFailure(error.errors)
    }
  }

  private func execute(
    _ plan: OperationPlan, variables: VariableValues
  ) throws -> ExecutionResult {
    try catalog.withSnapshot {
      executePlan(
        plan,
        in: ExecutionContext(
          variables: variables, rootSource: catalog, environment: environment,
          interruption: limits.interruption,
          mask: { [gateway, limits] error in limits.failure(for: error) ?? gateway.mask(error) }))
    }
  }

  /// The response to a request that was not executed.
  func response(for error: any Error) -> GraphQLResponse {
    if let failure = error as? RequestFailure { return GraphQLResponse(failure) }
    return GraphQLResponse(gateway.mask(error))
  }
}

/// A request that may be executed.
struct PreparedRequest: Sendable {
  /// With the text of its document.
  let request: GraphQLRequest
  let plan: OperationPlan
  let variables: VariableValues
  let requester: Requester
  /// What the request is, before it has cost anything.
  let account: RequestAccount
}
