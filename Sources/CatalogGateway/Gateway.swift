import CatalogStore
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Synchronization

/// The gateway over one catalog: its schema, its resolvers and its prepared operations.
///
/// Shared by all threads; each takes a session of its own.
public final class Gateway: Sendable {
  /// The schema in SDL, as it stands in Schema.graphql.
  public static let schemaText = Embedded.schemaGraphQL.description

  /// The schema that clients see.
  public let schema: Schema
  let resolvers: ResolverTable
  let operations = PreparedOperationCache(byteLimit: 32 << 20)
  let constantAnswers = ConstantAnswers()
  let documents: PersistedDocuments
  /// The fixed queries of REST v4.
  let restPlans: RESTPlans
  let mask: FailureMask
  /// Where mutations are executed.
  let writes: WriteQueue
  /// What a request may cost.
  let limits: RequestLimits
  /// Whether only those with a token may read.
  let requiresToken: Bool
  let served: ServedCatalog
  /// What is done when the catalog was exchanged.
  let reopeningAction = Mutex<(@Sendable () -> Void)?>(nil)
  let clock: Deadline.Clock

  /// Binds the schema to the store.
  ///
  /// With `requiresToken`, not even reading is open to everyone. `report` gets every failure that
  /// clients see masked. Throws if Schema.graphql is not valid, or if it and the resolvers do not fit:
  /// a `BindingError` names every field concerned. A `TrustedDocumentError` names the first trusted
  /// document that cannot be executed.
  public convenience init(
    catalog: CatalogDatabase, limits: RequestLimits = RequestLimits(),
    documents: DocumentPolicy = DocumentPolicy(), requiresToken: Bool = false,
    report: @escaping @Sendable (InternalFailure) -> Void
  ) throws {
    try self.init(
      catalog: catalog, limits: limits, documents: documents, requiresToken: requiresToken,
      clock: { SuspendingClock.now }, report: report)
  }

  /// `clock` tells the time for deadlines.
  init(
    catalog: CatalogDatabase, limits: RequestLimits, documents: DocumentPolicy = DocumentPolicy(),
    requiresToken: Bool = false, clock: @escaping Deadline.Clock,
    report: @escaping @Sendable (InternalFailure) -> Void
  ) throws {
    let source = Source(Self.schemaText, name: "Schema.graphql")
    schema = try buildSchema(from: parseDocument(source)).describingRequiredRoles()
    resolvers = try ResolverTable(
      schema: schema,
      bindings: limitingPages(to: limits.first, catalogBindings(of: schema), of: schema))
    restPlans = try RESTPlans()
    served = ServedCatalog(catalog)
    self.limits = limits
    self.clock = clock
    self.requiresToken = requiresToken
    mask = FailureMask(report: report)
    writes = WriteQueue(catalog: served, mask: mask)
    self.documents = PersistedDocuments(documents)
    try prepare(documents.trusted)
  }

  /// Opens a session with a read connection of its own, for one thread at a time.
  ///
  /// Requests that take long go to `longWork`, if it is given, and hold the thread up no further.
  /// Throws a `StoreError` if the database cannot be opened.
  public func makeSession(
    _ access: CatalogReader.PageAccess = .mapped, longWork: LongWork? = nil
  ) throws -> GatewaySession {
    try GatewaySession(gateway: self, reading: openReader(access), longWork: longWork)
  }

  /// Opens a connection to the catalog as it is now.
  func openReader(_ access: CatalogReader.PageAccess) throws(StoreError) -> SessionReader {
    // Before the connection, so that an exchange meanwhile is noticed later.
    let generation = served.generation
    let catalog = try served.open { (catalog) throws(StoreError) in try catalog.makeReader(access) }
    return SessionReader(
      catalog: catalog, access: access,
      limits: SessionLimits(limits, of: catalog, clock: clock), generation: generation)
  }

  /// Waits for the mutations that have come, and brings the database file up to date with its log.
  ///
  /// For the end of a server: if they take longer than `patience`, the one that is being made is undone as
  /// a whole, and no others are made any more. Blocks; what was answered is durable without it.
  public func finishMutations(within patience: Duration? = nil) {
    writes.finish(within: patience)
  }
}
