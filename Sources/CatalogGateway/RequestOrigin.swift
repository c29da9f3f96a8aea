/// Who makes a request, and whether it has been made before: what comes beside its content.
public struct RequestOrigin: Sendable, Equatable {
  /// Who makes it.
  public var credentials: Credentials
  /// A key for a retry to repeat: a mutation with the same one gets the first answer and does
  /// nothing. The inputs of mutations can have keys, too.
  public var idempotencyKey: String?

  /// Says where a request comes from; nothing is known by default.
  public init(credentials: Credentials = .none, idempotencyKey: String? = nil) {
    self.credentials = credentials
    self.idempotencyKey = idempotencyKey
  }
}
