import CatalogGateway
import NIOCore

/// An answer that does not come from the event loop, to a request that nothing has been done about.
struct PendingAnswer: Sendable {
  private let work: @Sendable (_ completion: @escaping @Sendable (Answer) -> Void) -> Void

  /// `work` does what there is to do, and calls its completion once.
  init(_ work: @escaping @Sendable (@escaping @Sendable (Answer) -> Void) -> Void) {
    self.work = work
  }

  /// The answer that a response will be.
  init(_ response: PendingResponse, as type: ResponseType, _ statusCodes: StatusCodes) {
    self.init { completion in
      response.start { completion(Answer($0, as: type, statusCodes)) }
    }
  }

  /// The same answer after `finish`, which is called where it is made.
  func finished(by finish: @escaping @Sendable (inout Answer) -> Void) -> PendingAnswer {
    PendingAnswer { [work] completion in
      work { answer in
        var answer = answer
        finish(&answer)
        completion(answer)
      }
    }
  }

  /// Has the request executed; the answer comes to the event loop, when what it tells is durable.
  func start(on eventLoop: any EventLoop) -> EventLoopFuture<Answer> {
    let promise = eventLoop.makePromise(of: Answer.self)
    work { promise.succeed($0) }
    return promise.futureResult
  }
}
