import Dispatch
import Synchronization

/// A response that is not there yet, to a request that nothing has been done about.
public struct PendingResponse: Sendable {
  /// What there is to do; calls `completion` once, also if it is cancelled.
  typealias Work =
    @Sendable (
      _ cancellation: Cancellation, _ completion: @escaping @Sendable (GraphQLResponse) -> Void
    ) -> Void

  private let work: Work

  init(_ work: @escaping Work) {
    self.work = work
  }

  /// Has the request executed. `completion` is called once, on another thread, with the response:
  /// what it tells is durable then. One that was cancelled is nobody's to see.
  public func start(
    _ cancellation: Cancellation = Cancellation(),
    _ completion: @escaping @Sendable (GraphQLResponse) -> Void
  ) {
    work(cancellation, completion)
  }

  /// Has the request executed, and blocks until there is a response.
  func wait() -> GraphQLResponse {
    let answered = DispatchSemaphore(value: 0)
    let response = Mutex<GraphQLResponse?>(nil)
    start { answer in
      response.withLock { $0 = answer }
      answered.signal()
    }
    answered.wait()
    guard let response = response.withLock({ $0 }) else {
      preconditionFailure("A request was answered without a response")
    }
    return response
  }
}
