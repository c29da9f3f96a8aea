import NIOCore

/// What a connection waits for, since when, and the one timer that ends the wait.
///
/// The timer is set once and looks at the wait when it fires; only a request that does not arrive
/// at once sets it anew. So a request that does costs one reading of the clock.
struct ConnectionTimeouts {
  enum Wait {
    /// For a request to begin.
    case nextRequest
    /// For the rest of a request.
    case restOfRequest
    /// For the client to read; so many bytes were unsent when last looked at.
    case clientToRead(unsentBytes: Int)
    /// For the catalog's writer, as long as it takes.
    case writer
    /// For the client to close, after the last answer.
    case clientToClose
  }

  /// For how long a connection may wait between requests, or for its client to read.
  let idle: TimeAmount
  /// For how long it may wait for the rest of a request.
  let request: TimeAmount
  var wait = Wait.nextRequest
  var since = NIODeadline.uptimeNanoseconds(0)
  var due = NIODeadline.distantFuture
  var timer: Scheduled<Void>?
  /// Whether the connection is gone, and with it all waiting.
  var isStopped = false

  init(_ configuration: ServerConfiguration) {
    idle = TimeAmount(configuration.idleTimeout)
    request = TimeAmount(configuration.requestTimeout)
  }

  /// For how long the connection may wait.
  var allowance: TimeAmount {
    switch wait {
    case .nextRequest, .clientToRead, .writer: idle
    case .restOfRequest: request
    case .clientToClose: lingerTimeout
    }
  }
}

/// How long a client may take to close after it was sent the last answer.
private let lingerTimeout = TimeAmount.seconds(2)

extension ConnectionHandler {
  func startTimeouts(context: ChannelHandlerContext) {
    begin(.nextRequest, context: context)
  }

  func stopTimeouts() {
    timeouts.isStopped = true
    timeouts.timer?.cancel()
    timeouts.timer = nil
  }

  /// Notes what the connection waits for after it has done what it could.
  func updateTimeouts(context: ChannelHandlerContext) {
    if isScheduled { return }
    switch (currentWait, timeouts.wait) {
    case (.restOfRequest, .restOfRequest), (.clientToRead, .clientToRead),
      (.writer, .writer), (.clientToClose, .clientToClose):
      return
    case (let wait, _):
      begin(wait, context: context)
    }
  }

  private func begin(_ wait: ConnectionTimeouts.Wait, context: ChannelHandlerContext) {
    timeouts.wait = wait
    timeouts.since = context.eventLoop.now
    let due = timeouts.since + timeouts.allowance
    if due < timeouts.due || timeouts.timer == nil { setTimer(due, context: context) }
  }

  private func setTimer(_ due: NIODeadline, context: ChannelHandlerContext) {
    guard !timeouts.isStopped else { return }
    timeouts.timer?.cancel()
    timeouts.due = due
    timeouts.timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: due) { [self] in
      timeouts.timer = nil
      timerFired(context: context)
    }
  }

  private func timerFired(context: ChannelHandlerContext) {
    let due = timeouts.since + timeouts.allowance
    guard context.eventLoop.now >= due else { return setTimer(due, context: context) }
    switch timeouts.wait {
    case .nextRequest, .clientToClose:
      context.close(promise: nil)
    case .writer:
      begin(.writer, context: context)
    case .restOfRequest:
      refuse(.requestTooSlow(limit: endpoint.configuration.requestTimeout), context: context)
      flush(context: context)
      updateTimeouts(context: context)
    case .clientToRead(let before):
      do {
        let now = try unsentBytes(context: context)
        guard now < before else { return context.close(promise: nil) }
        begin(.clientToRead(unsentBytes: now), context: context)
      } catch {
        context.close(promise: nil)
      }
    }
  }
}
