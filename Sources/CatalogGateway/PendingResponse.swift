import Dispatch
import Synchronization

/// A response that is not there yet, to a request that nothing has been done about.
public struct PendingResponse: Sendable {
  private let work: @Sendable (_ completion: @escaping @Sendable (GraphQLResponse) -> Void) -> Void

  /// `work` does what there is to do, and calls its completion once.
  init(
    _ work: @escaping @Sendable (@escaping @Sendable (GraphQLResponse) -> Void) -> Void
  ) {
    self.work = work
  }

  /// Has the request executed. `completion` is called once, on another thread, with the response:
  /// what it tells is durable then.
  public func start(_ completion: @escaping @Sendable (GraphQLResponse) -> Void) {
    work(completion)
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
