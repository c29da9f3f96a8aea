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
  /// Where requests go that take long; nil to do everything here.
  let longWork: LongWork?
  private var reader: SessionReader
  private var environment: RequestEnvironment

  init(gateway: Gateway, reading reader: SessionReader, longWork: LongWork? = nil) {
    self.gateway = gateway
    self.longWork = longWork
    self.reader = reader
    environment = RequestEnvironment(catalog: reader.catalog)
  }

  var catalog: CatalogReader { reader.catalog }
  var limits: SessionLimits { reader.limits }

  /// Reads from the catalog that is served now, if it was exchanged; for sessions without requests, which
  /// would keep the old file open. Every request begins with it.
  ///
  /// A file that cannot be opened again is reported, and the old one read on.
  public func refresh() {
    guard reader.generation != gateway.served.generation else { return }
    do {
      reader = try gateway.openReader(reader.access)
      environment = RequestEnvironment(catalog: reader.catalog)
    } catch {
      _ = gateway.mask(error)
    }
  }

  /// Begins a request.
  func begin() {
    refresh()
    limits.begin()
  }

  /// When and how a request is answered.
  public enum Reply: Sendable {
    /// It was executed.
    case now(GraphQLResponse)
    /// It is a mutation, which waits for the writer once it is started, or is executed elsewhere.
    case later(PendingResponse)
  }

  /// Executes a query, or prepares a mutation; whatever goes wrong is part of the answer.
  ///
  /// Blocks while SQLite reads, but not for a writer; with long work to give it to, not for a query that
  /// takes long.
  public func reply(to request: GraphQLRequest) -> Reply {
    switch stage(of: request) {
    case .refused(let response): .now(response)
    case .mutation(let response): .later(response)
    case .query(let prepared): reply(to: prepared)
    }
  }

  /// Executes a request; whatever goes wrong is part of the answer. Blocks while SQLite reads, for a
  /// mutation until it is durable.
  public func execute(_ request: GraphQLRequest) -> GraphQLResponse {
    switch reply(to: request) {
    case .now(let response): response
    case .later(let response): response.wait().whole()
    }
  }

  /// Executes a request and hands the answer on in chunks of about 64 KB while it is written; that to
  /// a mutation at once.
  ///
  /// Long lists are executed while they are written, window by window, so that memory holds a part of
  /// the answer alone. Throws what `write` throws, and a `GraphQLError` if the answer goes beyond a limit
  /// or fails while it is written; then nothing more is written.
  public func execute(
    _ request: GraphQLRequest, windows: WindowSizes = WindowSizes(),
    write: ([UInt8]) throws -> Void
  ) throws -> GraphQLResponse.Outcome {
    let response: GraphQLResponse
    switch stage(of: request) {
    case .refused(let refusal): response = refusal
    case .mutation(let mutation): response = mutation.wait()
    case .query(let prepared): return try stream(prepared, windows, write: write)
    }
    try write(response.body)
    return response.outcome
  }

  /// How far a request gets before anything is executed.
  private enum Stage {
    case refused(GraphQLResponse)
    case mutation(PendingResponse)
    case query(PreparedRequest)
  }

  private func stage(of request: GraphQLRequest) -> Stage {
    begin()
    var account = RequestAccount()
    do {
      let prepared = try prepare(request, account: &account)
      guard prepared.plan.operation.operationType == .mutation else { return .query(prepared) }
      let mutation = PendingMutation(prepared, limits: gateway.limits, clock: gateway.clock)
      return .mutation(
        PendingResponse { [writes = gateway.writes, account] _, completion in
          writes.add(mutation) { completion($0.ifUnaccounted(account)) }
        })
    } catch {
      return .refused(response(for: error).ifUnaccounted(account))
    }
  }

  /// The whole answer to a query.
  func answer(_ query: PreparedRequest) -> GraphQLResponse {
    if let known = knownAnswer(to: query) { return known }
    do {
      return answer(
        try catalog.withSnapshot { run(query.plan, variables: query.variables) }, to: query)
    } catch {
      return response(for: error).ifUnaccounted(query.account)
    }
  }

  /// The whole answer to a query that has been executed.
  func answer(_ result: ExecutionResult, to query: PreparedRequest) -> GraphQLResponse {
    var account = query.account
    account.cost.lookups = catalog.statistics
    account.caches = catalog.takeCacheStatistics()
    account.hasInternalFailure = result.errors.contains { $0.code == .internalServerError }
    do throws(GraphQLError) {
      var body: [UInt8] = []
      let cost = query.request.wantsStats ? account.cost : nil
      let outcome = try appendResponse(result, to: &body, cost: { cost }) {
        result, body throws(GraphQLError) in
        try result.writeData(
          to: &body, limits: limits.writing, expectedBytes: query.operation.expectedBytes)
        return []
      }
      query.operation.expectedBytes = body.count
      try limits.check(response: body)
      if cost == nil, outcome == .data {
        gateway.constantAnswers.keep(body, of: query.operation)
      }
      return GraphQLResponse(body: body, outcome: outcome, account: account)
    } catch {
      return GraphQLResponse(ended: error).ifUnaccounted(account)
    }
  }

  /// The answer to a query that is always the same; nil if it is not, or not known yet.
  func knownAnswer(to query: PreparedRequest) -> GraphQLResponse? {
    guard !query.request.wantsStats, let body = gateway.constantAnswers.find(query.operation)
    else { return nil }
    return GraphQLResponse(body: body, outcome: .data, account: query.account)
  }

  /// Whether strangers may ask for the schema.
  public var allowsIntrospection: Bool { gateway.allowsIntrospection }

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
    account.variables = request.variables
    account.cost.isHit = isHit
    let plan = operation.plan
    try request.checkAllowed(plan.operation.operationType)
    try gateway.limits.check(request.variables, of: plan)
    let variables = try coerce(request.variables, for: plan, of: gateway.schema)
    try requester.checkMayUse(plan.restrictedFields(for: variables))
    return PreparedRequest(
      request: request, operation: operation, variables: variables, requester: requester,
      account: account)
  }

  /// Runs a plan over one snapshot of the catalog, whoever asks.
  ///
  /// Throws a `RequestFailure` if the variables do not fit.
  func run(
    _ plan: OperationPlan, of schema: Schema, variables members: [JSONMember]
  ) throws -> ExecutionResult {
    let variables = try coerce(members, for: plan, of: schema)
    return try catalog.withSnapshot { run(plan, variables: variables) }
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

  func run(
    _ plan: OperationPlan, variables: VariableValues, windows: WindowSizes? = nil
  ) -> ExecutionResult {
    executePlan(
      plan,
      in: ExecutionContext(
        variables: variables, rootSource: catalog, environment: environment,
        interruption: limits.interruption, windows: windows,
        mask: { [gateway, limits] error in limits.failure(for: error) ?? gateway.mask(error) }))
  }

  /// The response to a request that was not executed.
  func response(for error: any Error) -> GraphQLResponse {
    if let failure = error as? RequestFailure {
      return GraphQLResponse(allowsIntrospection ? failure : failure.withoutSuggestions)
    }
    return GraphQLResponse(gateway.mask(error))
  }
}

/// A session's connection to a catalog, with what stops its lookups.
struct SessionReader {
  let catalog: CatalogReader
  let access: CatalogReader.PageAccess
  let limits: SessionLimits
  /// Which of the gateway's catalogs it reads.
  let generation: Int
}

/// A request that may be executed.
struct PreparedRequest: Sendable {
  /// With the text of its document.
  let request: GraphQLRequest
  let operation: PreparedOperation
  let variables: VariableValues
  let requester: Requester
  /// What the request is, before it has cost anything.
  let account: RequestAccount

  var plan: OperationPlan { operation.plan }
}
