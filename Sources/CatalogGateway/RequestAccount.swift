import CatalogStore
import JSON

/// What a request was and what its answer cost, for logs and metrics; no part of the response.
public struct RequestAccount: Sendable {
  /// The operation that was asked for; nil if the request has none that can be executed.
  public internal(set) var operation: PreparedOperation?
  /// What the answer cost the store; nothing if the request was not executed.
  public internal(set) var cost = RequestCost()
  /// What the caches of the connection were good for.
  public internal(set) var caches = CacheStatistics()
  /// Whether something failed on our side, and was masked in the answer.
  public internal(set) var hasInternalFailure = false
  /// The variables that came with the request.
  public internal(set) var variables: [JSONMember] = []

  /// An account of a request that never got as far as the gateway.
  public init() {}
}

extension GraphQLResponse {
  /// The response, with an account if it does not have its own.
  func ifUnaccounted(_ account: RequestAccount) -> GraphQLResponse {
    guard self.account.operation == nil else { return self }
    var response = self
    response.account = account
    return response
  }
}
