import CatalogGateway
import NIOCore

/// An answer that does not come from the event loop, to a request that nothing has been done about.
struct PendingAnswer: Sendable {
  /// What there is to do; calls `completion` once, also if it is cancelled.
  typealias Work =
    @Sendable (
      _ cancellation: Cancellation, _ completion: @escaping @Sendable (Answer) -> Void
    ) -> Void

  private let work: Work

  init(_ work: @escaping Work) {
    self.work = work
  }

  /// The answer that a response will be.
  init(_ response: PendingResponse, as type: ResponseType, _ statusCodes: StatusCodes) {
    self.init { cancellation, completion in
      response.start(cancellation) { completion(Answer($0, as: type, statusCodes)) }
    }
  }

  /// The same answer after `finish`, which is called where it is made, if anybody waits for it.
  func finished(by finish: @escaping @Sendable (inout Answer) -> Void) -> PendingAnswer {
    PendingAnswer { [work] cancellation, completion in
      work(cancellation) { answer in
        var answer = answer
        if !cancellation.isCancelled { finish(&answer) }
        completion(answer)
      }
    }
  }

  /// Has the request executed; the answer comes to the event loop, when what it tells is durable. After a
  /// cancellation it is no answer to anything.
  func start(
    on eventLoop: any EventLoop, _ cancellation: Cancellation
  ) -> EventLoopFuture<Answer> {
    let promise = eventLoop.makePromise(of: Answer.self)
    work(cancellation) { promise.succeed($0) }
    return promise.futureResult
  }
}
