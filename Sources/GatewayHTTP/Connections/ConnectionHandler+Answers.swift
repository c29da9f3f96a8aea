import NIOCore

// Turns of answering, and the answers.

/// For how long requests that came together are answered in a row, while other connections wait.
private let turn = TimeAmount.milliseconds(1)

/// From how many bytes on responses are written before the current read is used up.
private let flushThreshold = 64 << 10

extension ConnectionHandler {
  /// Takes a request, to answer it once the event loop has read what all connections have brought: only
  /// then is it known how many there are.
  func take(_ request: Request, context: ChannelHandlerContext) {
    endpoint.requestTaken()
    if request.route.isWork && place == nil {
      place = endpoint.takePlace()
      if place == nil {
        request.route = .answered(Answer(endpoint.overloaded, on: request.exchange.route))
      }
    }
    waiting.append(request)
    guard !isScheduled else { return }
    isScheduled = true
    endpoint.round.add(self, context: context)
  }

  /// Answers what has been taken.
  func beginRound(context: ChannelHandlerContext) {
    isScheduled = false
    takeTurn(context: context)
  }

  private func takeTurn(context: ChannelHandlerContext) {
    guard !isGone else { return }
    proceed(context: context)
    turnStart = nil
    updateTimeouts(context: context)
  }

  func answerWaiting(context: ChannelHandlerContext) {
    defer { if waiting.isEmpty && !awaitsAnswer { place = nil } }
    while mayAnswer, let request = waiting.first {
      guard hasTurn(for: request, context: context) else { return yield(context: context) }
      waiting.removeFirst()
      switch endpoint.reply(to: request) {
      case .now(let answer): send(answer, to: request, context: context)
      case .later(let answer): waitFor(answer, to: request, context: context)
      }
    }
  }

  /// Whether a request may be answered before other connections have had their turn.
  private func hasTurn(for request: Request, context: ChannelHandlerContext) -> Bool {
    guard let turnStart else {
      turnStart = request.exchange.start
      return true
    }
    return context.eventLoop.now - turnStart < turn
  }

  /// Lets the other connections of the event loop go first, and then goes on.
  private func yield(context: ChannelHandlerContext) {
    awaitsTurn = true
    context.eventLoop.assumeIsolated().execute { [self] in
      awaitsTurn = false
      turnStart = context.eventLoop.now
      takeTurn(context: context)
    }
  }

  private func send(_ answer: Answer, to request: Request, context: ChannelHandlerContext) {
    var answer = answer
    endpoint.settle(&answer, for: request.exchange)
    var framing = request.framing
    // Else the client would not know where the answer ends.
    if answer.rest != nil && !framing.takesChunks { framing.keepsAlive = false }
    if isDraining && !hasUnansweredRequest {
      framing.keepsAlive = false
      phase = .refusing
    }
    if !framing.keepsAlive { closesWhenAnswered = true }
    let bytes = write(context: context) { endpoint.write(answer, framing: framing, to: &$0) }
    if let rest = answer.rest {
      outgoing = OutgoingAnswer(
        answer: answer, rest: rest, exchange: request.exchange, framing: framing, bytes: bytes)
      return beginOutgoing(context: context)
    }
    endpoint.record(answer, to: request.exchange, bytes: bytes, now: context.eventLoop.now)
    if let output, output.readableBytes >= flushThreshold { flush(context: context) }
  }

  /// Sends an answer when it is there. If the client goes away meanwhile, nothing more is done for it than
  /// has been; a mutation that has been asked for is made.
  private func waitFor(
    _ answer: PendingAnswer, to request: Request, context: ChannelHandlerContext
  ) {
    awaitsAnswer = true
    request.body = nil
    let execution = Execution(takesInterimResponses: request.framing.takesChunks)
    self.execution = execution
    let answered = answer.start(on: context.eventLoop, execution.cancellation)
    answered.assumeIsolated().whenSuccess { [self, request] answer in
      awaitsAnswer = false
      self.execution = nil
      guard !isGone else {
        place = nil
        return abandon(answer, to: request.exchange, now: context.eventLoop.now)
      }
      send(answer, to: request, context: context)
      proceed(context: context)
      updateTimeouts(context: context)
    }
    if inputIsClosed { askWhetherClientIsThere(context: context) }
  }
}
