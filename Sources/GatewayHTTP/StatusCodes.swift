import CatalogGateway
import NIOHTTP1

/// Which status codes and media types tell how a GraphQL request ended.
///
/// A client finds the same in the body either way; the codes are for caches, logs and whoever watches.
public enum StatusCodes: String, Sendable, CaseIterable {
  /// What today's clients and the audits of graphql-http expect: with `application/json` every
  /// well-formed request has a 200, with `application/graphql-response+json` only one that was executed.
  case audit
  /// What the working draft recommends: a code for each way to fail, and 294 for data beside errors,
  /// whatever the client accepts. GraphQL over HTTP, "Status Codes".
  case draft
}

extension StatusCodes {
  /// The media type for clients to which all are equal.
  var preferredType: ResponseType {
    switch self {
    case .audit: .json
    case .draft: .graphQLResponse
    }
  }

  /// The code that tells how a request ended. Who may not ask has a 401 or a 403 in any case.
  func status(of outcome: GraphQLResponse.Outcome, as type: ResponseType) -> HTTPResponseStatus {
    switch outcome {
    case .data: .ok
    case .dataWithErrors: self == .draft ? .partialSuccess : .ok
    case .operationNotAllowed: .methodNotAllowed
    case .unreadableRequest: .badRequest
    case .overloaded: .serviceUnavailable
    case .requestError(.badRequest): self == .draft ? .unprocessableEntity : .badRequest
    case .requestError(.unauthenticated): .unauthorized
    case .requestError(.forbidden): .forbidden
    case .requestError(.conflict): .conflict
    case .requestError(.internalServerError): .internalServerError
    case .requestError(.graphqlParseFailed): self == .draft ? .badRequest : refusal(as: type)
    case .requestError: self == .draft ? .unprocessableEntity : refusal(as: type)
    }
  }

  /// The audit profile's code for a well-formed request that cannot be executed as it is.
  private func refusal(as type: ResponseType) -> HTTPResponseStatus {
    switch type {
    case .json: .ok
    case .graphQLResponse: .badRequest
    }
  }

  /// The media type of an answer to a client that takes `type`.
  ///
  /// The draft has clients that know nothing but `application/json` believe what is a success alone:
  /// anything else may come of a proxy, unless its media type says that it is a GraphQL response.
  func contentType(of status: HTTPResponseStatus, as type: ResponseType) -> Answer.ContentType {
    switch (self, type) {
    case (_, .graphQLResponse): .graphQLResponse
    case (.audit, .json): .json
    case (.draft, .json): 200...299 ~= status.code ? .json : .graphQLResponse
    }
  }
}

extension HTTPResponseStatus {
  /// Data beside errors. GraphQL over HTTP, "Partial success".
  static let partialSuccess = HTTPResponseStatus.custom(code: 294, reasonPhrase: "Partial Success")
}
