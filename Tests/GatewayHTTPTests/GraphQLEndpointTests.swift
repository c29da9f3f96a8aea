import CatalogGateway
import Testing

@testable import GatewayHTTP

@Suite("GraphQL over HTTP, Status Codes (H14, H15) (H16, differs: 200) (H17, differs: 200 as JSON)")
struct GraphQLEndpointTests {
  @Test(
    "how a request ended, and the media type, decide the status code",
    arguments: [
      (.data, 200, 200),
      (.dataWithErrors(dataIsNull: false), 200, 200),
      (.dataWithErrors(dataIsNull: true), 200, 200),
      (.requestError(.graphqlParseFailed), 200, 400),
      (.requestError(.graphqlValidationFailed), 200, 400),
      (.requestError(.operationResolutionFailure), 200, 400),
      (.requestError(.badUserInput), 200, 400),
      (.requestError(.limitExceeded), 200, 400),
      (.requestError(.badRequest), 400, 400),
      (.requestError(.internalServerError), 500, 500),
      (.operationNotAllowed, 405, 405),
    ] as [(GraphQLResponse.Outcome, Int, Int)])
  func decides(outcome: GraphQLResponse.Outcome, asJSON: Int, asGraphQLResponse: Int) {
    #expect(status(of: outcome, as: .json).code == UInt(asJSON))
    #expect(status(of: outcome, as: .graphQLResponse).code == UInt(asGraphQLResponse))
  }
}
