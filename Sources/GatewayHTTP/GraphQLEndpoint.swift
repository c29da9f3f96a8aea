import CatalogGateway
import NIOCore
import NIOHTTP1

/// Answers GraphQL requests over HTTP: parameters in, status code and media type out.
struct GraphQLEndpoint {
  /// Runs the requests of one event loop.
  let session: GatewaySession
  /// How answers tell what became of a request.
  let statusCodes: StatusCodes

  /// Answers a POST with a JSON body; one that is longer than `longBodyBytes` on another thread.
  func reply(
    body: ByteBuffer?, _ origin: RequestOrigin, as type: ResponseType, longBodyBytes: Int
  ) -> Reply {
    if let body, body.readableBytes > longBodyBytes,
      let response = session.reply(toLongBody: Array(body.readableBytesView), origin)
    {
      return .later(PendingAnswer(response, as: type, statusCodes))
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
      case .now(let response): .now(Answer(response, as: type, statusCodes))
      case .later(let response): .later(PendingAnswer(response, as: type, statusCodes))
      }
    } catch {
      return .now(Answer(GraphQLResponse(error), as: type, statusCodes))
    }
  }
}

extension Answer {
  /// A response for a client that takes a media type.
  init(_ response: GraphQLResponse, as type: ResponseType, _ statusCodes: StatusCodes) {
    let status = statusCodes.status(of: response.outcome, as: type)
    self.init(
      status: status,
      contentType: statusCodes.contentType(of: status, as: type),
      body: response.body,
      rest: response.rest,
      reuse: response.outcome == .data && response.rest == nil ? .untilCatalogChanges : .never,
      vary: .accept,
      allow: response.outcome == .operationNotAllowed ? "POST" : nil,
      asksForToken: response.outcome == .requestError(.unauthenticated),
      account: response.account, outcome: response.outcome)
    if response.outcome == .overloaded { askToRetry(after: 1) }
  }
}
