import CatalogGateway
import NIOCore

// Clients that go away before they have their answers.

/// A request that is executed elsewhere.
struct Execution {
  let cancellation = Cancellation()
  /// Whether its client speaks HTTP/1.1. RFC 9110 §15.2 Informational 1xx.
  let takesInterimResponses: Bool
}

extension ConnectionHandler {
  /// Lets go of all that nobody waits for any more.
  func abandonRequests(context: ChannelHandlerContext) {
    let now = context.eventLoop.now
    execution?.cancellation.cancel()
    if case .reading(let request) = phase { request.exchange.span?.endWithoutRequest() }
    phase = .refusing
    if let outgoing {
      self.outgoing = nil
      awaitsAnswer = false
      outgoing.rest.close()
      record(outgoing, ending: .abandoned, now: now)
    }
    for request in waiting {
      // It was not begun, and says nothing but that.
      abandon(Answer(status: .noContent), to: request.exchange, now: now)
    }
    waiting.removeAll()
    // What is still executed stops soon, and keeps its place until then.
    if !awaitsAnswer { place = nil }
  }

  /// Notes a request whose answer came too late.
  func abandon(_ answer: Answer, to exchange: Exchange, now: NIODeadline) {
    answer.rest?.close()
    endpoint.record(answer, to: exchange, ending: .abandoned, bytes: 0, now: now)
  }

  /// Writes what a client passes over that has ended its side of the connection and still waits. From one
  /// that has closed it altogether, which looks the same, it brings the answer that nobody is there.
  ///
  /// RFC 9110 §15.2 Informational 1xx: every client of HTTP/1.1 takes such a response at any time.
  func askWhetherClientIsThere(context: ChannelHandlerContext) {
    guard let execution, execution.takesInterimResponses else { return }
    writeContinue(context: context)
    flush(context: context)
  }
}
