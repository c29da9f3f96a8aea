import CatalogStore
import Dispatch

/// Executes requests that are so long that reading them would hold up an event loop: many edits at
/// once. One after the other, each in a session of its own.
final class LongRequestQueue: Sendable {
  private let queue = DispatchQueue(label: "gridql.long-requests")

  /// Has the body of a POST request read and executed; `completion` is called on the queue.
  func add(
    _ body: [UInt8], _ origin: RequestOrigin, to gateway: Gateway,
    completion: @escaping @Sendable (GraphQLResponse) -> Void
  ) {
    queue.async { completion(Self.execute(body, origin, in: gateway)) }
  }

  private static func execute(
    _ body: [UInt8], _ origin: RequestOrigin, in gateway: Gateway
  ) -> GraphQLResponse {
    do {
      var request = try GraphQLRequest(body: body)
      request.origin = origin
      return try gateway.makeSession().execute(request)
    } catch let error as RequestError {
      return GraphQLResponse(error)
    } catch {
      return GraphQLResponse(gateway.mask(error))
    }
  }
}
