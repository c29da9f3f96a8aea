/// What every answer gets before it is framed, whoever has made it: that which depends on the request
/// and on the whole answer, and not on what was asked.
///
/// Done where the answer is made, which may not be the event loop.
struct AnswerFinish: Sendable {
  /// Finishes an answer.
  func callAsFunction(_ answer: inout Answer, for exchange: Exchange) {}
}
