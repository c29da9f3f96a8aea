/// An error as a response shows it. Spec §7.1.6 Errors.
public struct GraphQLError: Error, Sendable, Equatable {
  /// One step of a response path. Spec §7.1.6 Errors.
  public enum PathSegment: Sendable, Hashable {
    case name(String)
    case index(Int)
  }

  /// What went wrong, for a developer.
  public let message: String
  /// Where in the document; may be empty.
  public let locations: [SourceLocation]
  /// Where in the response, for an execution error.
  public let path: [PathSegment]?
  /// The machine-readable class, `extensions.code`.
  public let code: ErrorCode?
  /// What `extensions` says besides `code`: the members as JSON text, without the braces.
  public let details: String?

  /// Makes an error of its parts.
  public init(
    _ message: String, locations: [SourceLocation] = [], path: [PathSegment]? = nil,
    code: ErrorCode? = nil, details: String? = nil
  ) {
    self.message = message
    self.locations = locations
    self.path = path
    self.code = code
    self.details = details
  }
}

/// What `extensions.code` can be; clients rely on the names.
public enum ErrorCode: String, Sendable, CaseIterable {
  case graphqlParseFailed = "GRAPHQL_PARSE_FAILED"
  case graphqlValidationFailed = "GRAPHQL_VALIDATION_FAILED"
  case operationResolutionFailure = "OPERATION_RESOLUTION_FAILURE"
  case badUserInput = "BAD_USER_INPUT"
  case badRequest = "BAD_REQUEST"
  case limitExceeded = "LIMIT_EXCEEDED"
  case timeout = "TIMEOUT"
  case persistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND"
  case persistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED"
  case unauthenticated = "UNAUTHENTICATED"
  case forbidden = "FORBIDDEN"
  case notFound = "NOT_FOUND"
  case conflict = "CONFLICT"
  case internalServerError = "INTERNAL_SERVER_ERROR"
}
