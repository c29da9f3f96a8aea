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
  let report: @Sendable (InternalFailure) -> Void
  private let catalog: CatalogDatabase

  /// Binds the schema to the store.
  ///
  /// `report` gets every failure that clients see masked. Throws if Schema.graphql is not valid, or
  /// if it and the resolvers do not fit: a `BindingError` names every field concerned.
  public init(
    catalog: CatalogDatabase, report: @escaping @Sendable (InternalFailure) -> Void
  ) throws {
    let source = Source(Self.schemaText, name: "Schema.graphql")
    schema = try buildSchema(from: parseDocument(source))
    resolvers = try ResolverTable(schema: schema, bindings: catalogBindings(of: schema))
    self.catalog = catalog
    self.report = report
  }

  /// Opens a session with a read connection of its own, for one thread at a time.
  ///
  /// Throws a `StoreError` if the database cannot be opened.
  public func makeSession() throws -> GatewaySession {
    GatewaySession(gateway: self, catalog: try catalog.makeReader())
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
    let document: Document
    do {
      document = try parseDocument(Source(request.query))
    } catch {
      throw RequestFailure([GraphQLError(error, in: Source(request.query))])
    }
    for case .operation(let operation) in document.definitions
    where operation.isNamed(request.operationName, in: document) {
      try request.checkAllowed(operation.operationType)
    }
    let validated: ValidatedDocument
    do {
      validated = try validate(document, against: schema)
    } catch {
      throw RequestFailure(error.errors)
    }
    do {
      return try planOperation(
        named: request.operationName, of: validated, resolvers: resolvers)
    } catch {
      throw RequestFailure([GraphQLError(error)])
    }
  }
}

extension GraphQLRequest {
  /// Refuses what the transport does not allow; ahead of validation, so that a schema without
  /// mutations answers a mutation by GET like any other.
  func checkAllowed(_ operationType: OperationType) throws(RequestFailure) {
    guard !allowsMutation, operationType != .query else { return }
    throw RequestFailure([
      GraphQLError(
        "A \(operationType.rawValue) is not executed by GET; send it by POST.", code: .badRequest)
    ])
  }
}

extension OperationDefinition {
  /// Whether a request for an operation of this name, or for the only one, means this operation.
  fileprivate func isNamed(_ requested: String?, in document: Document) -> Bool {
    guard let requested else { return true }
    return name.map { document.text($0) } == requested
  }
}

/// Why a request was not executed. Spec §7.1.3 Request Error Result.
struct RequestFailure: Error {
  /// Not empty.
  let errors: [GraphQLError]

  init(_ errors: [GraphQLError]) {
    self.errors = errors
  }
}

/// A failure that is not the client's, with the id under which the client was told of it.
public struct InternalFailure: Sendable {
  /// What the client was told, so that the two can be brought together.
  public let id: String
  /// What really happened.
  public let error: any Error
}
