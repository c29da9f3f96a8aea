import CatalogGateway
import NIOCore
import NIOHTTP1

/// Answers GraphQL requests over HTTP: parameters in, status code and media type out.
///
/// The status codes are those that today's clients and the graphql-http audit suite expect: with
/// `application/json` every well-formed request has a 200, with `application/graphql-response+json`
/// only one that was executed. Who may not ask has a 401 or a 403 with either.
struct GraphQLEndpoint {
  /// Runs the requests of one event loop.
  let session: GatewaySession

  /// Answers a POST with a JSON body; one that is longer than `longBodyBytes` on another thread.
  func reply(
    body: ByteBuffer?, _ origin: RequestOrigin, as type: ResponseType, longBodyBytes: Int
  ) -> Reply {
    if let body, body.readableBytes > longBodyBytes,
      let response = session.reply(toLongBody: Array(body.readableBytesView), origin)
    {
      return .later(PendingAnswer(response, as: type))
    }
    return reply(origin, as: type) { () throws(RequestError) in
      try GraphQLRequest(body: body.map { Array($0.readableBytesView) } ?? [])
    }
  }

  /// Answers a GET, whose parameters are in the request target; it may only query.
  func reply(target: String, _ origin: RequestOrigin, as type: ResponseType) -> Reply {
    reply(origin, as: type) { () throws(RequestError) in
      let parameters = try URLParameters(target: target)
      return try GraphQLRequest(
        urlQuery: parameters.query, documentID: parameters.documentID,
        operationName: parameters.operationName,
        variables: parameters.variables, extensions: parameters.extensions)
    }
  }

  private func reply(
    _ origin: RequestOrigin, as type: ResponseType,
    request: () throws(RequestError) -> GraphQLRequest
  ) -> Reply {
    do {
      var request = try request()
      request.origin = origin
      return switch session.reply(to: request) {
      case .now(let response): .now(Answer(response, as: type))
      case .later(let response): .later(PendingAnswer(response, as: type))
      }
    } catch {
      return .now(Answer(GraphQLResponse(error), as: type))
    }
  }
}

extension Answer {
  /// A response in a media type.
  init(_ response: GraphQLResponse, as type: ResponseType) {
    self.init(
      status: GatewayHTTP.status(of: response.outcome, as: type),
      contentType: type == .json ? .json : .graphQLResponse,
      body: response.body,
      rest: response.rest,
      reuse: response.outcome == .data && response.rest == nil ? .untilCatalogChanges : .never,
      vary: .accept,
      allow: response.outcome == .operationNotAllowed ? "POST" : nil,
      asksForToken: response.outcome == .requestError(.unauthenticated),
      account: response.account, outcome: response.outcome)
  }
}

/// The status code that tells how a request ended. GraphQL over HTTP, "Status Codes".
func status(of outcome: GraphQLResponse.Outcome, as type: ResponseType) -> HTTPResponseStatus {
  switch (outcome, type) {
  case (.data, _), (.dataWithErrors, _): .ok
  case (.operationNotAllowed, _): .methodNotAllowed
  case (.requestError(.badRequest), _): .badRequest
  case (.requestError(.internalServerError), _): .internalServerError
  case (.requestError(.unauthenticated), _): .unauthorized
  case (.requestError(.forbidden), _): .forbidden
  case (.requestError(.conflict), _): .conflict
  case (.requestError(.serviceUnavailable), _): .serviceUnavailable
  case (.requestError, .json): .ok
  case (.requestError, .graphQLResponse): .badRequest
  }
}
