import CatalogGateway
import NIOCore
import NIOHTTP1

/// Answers GraphQL requests over HTTP: parameters in, status code and media type out.
///
/// The status codes are those that today's clients and the graphql-http audit suite expect: with
/// `application/json` every well-formed request has a 200, with `application/graphql-response+json`
/// only one that was executed.
struct GraphQLEndpoint {
  /// Runs the requests of one event loop.
  let session: GatewaySession

  /// Answers a POST with a JSON body.
  func answer(body: ByteBuffer?, as type: ResponseType) -> Answer {
    answer(as: type) { () throws(RequestError) in
      try GraphQLRequest(body: body.map { Array($0.readableBytesView) } ?? [])
    }
  }

  /// Answers a GET, whose parameters are in the request target; it may only query.
  func answer(target: String, as type: ResponseType) -> Answer {
    answer(as: type) { () throws(RequestError) in
      let parameters = try URLParameters(target: target)
      return try GraphQLRequest(
        urlQuery: parameters.query, operationName: parameters.operationName,
        variables: parameters.variables, extensions: parameters.extensions)
    }
  }

  private func answer(
    as type: ResponseType, request: () throws(RequestError) -> GraphQLRequest
  ) -> Answer {
    let response: GraphQLResponse
    do {
      response = session.execute(try request())
    } catch {
      response = GraphQLResponse(error)
    }
    return Answer(
      status: status(of: response.outcome, as: type),
      contentType: type == .json ? .json : .graphQLResponse,
      body: response.body,
      vary: "Accept",
      allow: response.outcome == .operationNotAllowed ? "POST" : nil)
  }
}

/// The status code that tells how a request ended. GraphQL over HTTP, "Status Codes".
func status(of outcome: GraphQLResponse.Outcome, as type: ResponseType) -> HTTPResponseStatus {
  switch (outcome, type) {
  case (.data, _), (.dataWithErrors, _): .ok
  case (.operationNotAllowed, _): .methodNotAllowed
  case (.requestError(.badRequest), _): .badRequest
  case (.requestError(.internalServerError), _): .internalServerError
  case (.requestError, .json): .ok
  case (.requestError, .graphQLResponse): .badRequest
  }
}
