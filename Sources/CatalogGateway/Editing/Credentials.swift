/// What a request shows of who makes it.
public enum Credentials: Sendable, Equatable {
  /// Nothing: it may read, unless the gateway asks for a token.
  case none
  /// A token, as `Authorization: Bearer` carries it. RFC 6750 §2.1 Authorization Request Header Field.
  case bearer(String)
  /// The operator, in a process of their own next to the file: everything is allowed.
  case localOperator
}
