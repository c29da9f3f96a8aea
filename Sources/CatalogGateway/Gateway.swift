import CatalogStore
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// The gateway over one catalog: its schema, its resolvers and its prepared operations.
///
/// Shared by all threads; each takes a session of its own.
public final class Gateway: Sendable {
  /// The schema in SDL, as it stands in Schema.graphql.
  public static let schemaText = Embedded.schemaGraphQL.description

  /// The schema that clients see.
  public let schema: Schema
  let resolvers: ResolverTable
  let plans = PreparedOperationCache(byteLimit: 32 << 20)
  /// The fixed queries of REST v4.
  let restPlans: RESTPlans
  let mask: FailureMask
  /// Where requests are read that would hold up others.
  let longRequests = LongRequestQueue()
  /// Where mutations are executed.
  let writes: WriteQueue
  /// What a request may cost.
  let limits: RequestLimits
  /// Whether only those with a token may read.
  let requiresToken: Bool
  private let catalog: CatalogDatabase
  private let clock: Deadline.Clock

  /// Binds the schema to the store.
  ///
  /// With `requiresToken`, not even reading is open to everyone. `report` gets every failure that
  /// clients see masked. Throws if Schema.graphql is not valid, or if it and the resolvers do not fit:
  /// a `BindingError` names every field concerned.
  public convenience init(
    catalog: CatalogDatabase, limits: RequestLimits = RequestLimits(), requiresToken: Bool = false,
    report: @escaping @Sendable (InternalFailure) -> Void
  ) throws {
    try self.init(
      catalog: catalog, limits: limits, requiresToken: requiresToken,
      clock: { SuspendingClock.now }, report: report)
  }

  /// `clock` tells the time for deadlines.
  init(
    catalog: CatalogDatabase, limits: RequestLimits, requiresToken: Bool,
    clock: @escaping Deadline.Clock, report: @escaping @Sendable (InternalFailure) -> Void
  ) throws {
    let source = Source(Self.schemaText, name: "Schema.graphql")
    schema = try buildSchema(from: parseDocument(source)).describingRequiredRoles()
    resolvers = try ResolverTable(
      schema: schema,
      bindings: limitingPages(to: limits.first, catalogBindings(of: schema), of: schema))
    restPlans = try RESTPlans()
    self.catalog = catalog
    self.limits = limits
    self.clock = clock
    self.requiresToken = requiresToken
    mask = FailureMask(report: report)
    writes = WriteQueue(catalog: catalog, mask: mask)
  }

  /// Opens a session with a read connection of its own, for one thread at a time.
  ///
  /// Throws a `StoreError` if the database cannot be opened.
  public func makeSession() throws -> GatewaySession {
    let reader = try catalog.makeReader()
    return GatewaySession(
      gateway: self, catalog: reader,
      limits: SessionLimits(limits, of: reader, clock: clock))
  }

  /// Waits for the mutations that have begun, and brings the database file up to date with its log.
  ///
  /// For the end of a server. Blocks; what was answered is durable without it.
  public func finishMutations() {
    writes.finish()
  }

  /// The plan for a request: from the cache, or parsed, validated and compiled.
  func prepare(
    _ request: GraphQLRequest
  ) throws(RequestFailure) -> (plan: OperationPlan, isHit: Bool) {
    let key = PreparedOperationCache.Key(
      query: request.query, operationName: request.operationName)
    return try plans.plan(for: key) { () throws(RequestFailure) in try compile(request) }
  }

  private func compile(_ request: GraphQLRequest) throws(RequestFailure) -> OperationPlan {
    let document = try parse(request.query)
    // Ahead of validation, so that a schema without mutations answers a mutation by GET like any other.
    if let operation = request.operation(of: document) {
      try request.checkAllowed(operation.operationType)
    }
    try limits.check(document)
    let validated: ValidatedDocument
    do {
      validated = try validate(
        document, against: schema, limitsIntrospectionDepth: limits.limitsIntrospectionDepth)
    } catch {
      throw RequestFailure(error.errors)
    }
    do {
      return try planOperation(
        named: request.operationName, of: validated, resolvers: resolvers,
        limits: limits.planLimits)
    } catch {
      throw RequestFailure([GraphQLError(error)])
    }
  }

  private func parse(_ query: [UInt8]) throws(RequestFailure) -> Document {
    let source = Source(query)
    do {
      return try parseDocument(source, options: limits.parseOptions)
    } catch {
      throw RequestFailure([GraphQLError(error, in: source)])
    }
  }
}

extension RequestLimits {
  fileprivate var parseOptions: ParseOptions {
    var options = ParseOptions()
    options.maximumTokens = tokens
    return options
  }

  fileprivate var planLimits: PlanLimits {
    var limits = PlanLimits()
    limits.nodes = planNodes
    return limits
  }
}
