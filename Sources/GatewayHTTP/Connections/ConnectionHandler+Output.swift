import NIOCore

// Bytes on their way out, and the end of the connection.

extension ConnectionHandler {
  /// Adds to the output what `body` writes; gives how many bytes that is.
  @discardableResult
  func write(context: ChannelHandlerContext, _ body: (inout ByteBuffer) -> Void) -> Int {
    var buffer = output.take() ?? endpoint.takeOutput(from: context.channel.allocator)
    let before = buffer.writerIndex
    body(&buffer)
    let bytes = buffer.writerIndex - before
    output = buffer
    return bytes
  }

  /// Adds an interim response. RFC 9110 §15.2.1 100 Continue.
  func writeContinue(context: ChannelHandlerContext) {
    write(context: context) { $0.writeStaticString("HTTP/1.1 100 Continue\r\n\r\n") }
  }

  func flush(context: ChannelHandlerContext) {
    if let buffer = output.take() {
      context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
      endpoint.giveBack(buffer)
    }
    if closesWhenAnswered && waiting.isEmpty && !awaitsAnswer && !isClosing {
      isClosing = true
      close(context: context)
    }
  }

  /// Closes once everything is sent.
  ///
  /// As long as the client may still be sending, only our direction: closing both with input unread
  /// would let the system drop the answer. RFC 9112 §9.6 Tear-down.
  private func close(context: ChannelHandlerContext) {
    if case .refusing = phase, !inputIsClosed {
      context.close(mode: .output, promise: nil)
    } else {
      let sent = context.eventLoop.makePromise(of: Void.self)
      sent.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
      context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: sent)
    }
  }

  /// Answers what has arrived, takes no more requests, and closes.
  func takeNoMore(context: ChannelHandlerContext) {
    closesWhenAnswered = true
    flush(context: context)
    updateTimeouts(context: context)
  }

  /// Finishes what has begun, takes nothing new, and closes after the drain timeout at the latest.
  func drain(context: ChannelHandlerContext) {
    isDraining = true
    endpoint.isDraining = true
    let limit = TimeAmount(endpoint.configuration.drainTimeout)
    let end = context.eventLoop.assumeIsolated().scheduleTask(in: limit) {
      context.close(promise: nil)
    }
    context.channel.closeFuture.whenComplete { _ in end.cancel() }
    if !hasUnansweredRequest { takeNoMore(context: context) }
  }

  /// What the connection waits for now that everything possible is done.
  var currentWait: ConnectionTimeouts.Wait {
    if !isWritable { return .clientToRead(unsentBytes: .max) }
    if awaitsAnswer || awaitsTurn { return .writer }
    if isClosing { return .clientToClose }
    return hasUnansweredRequest ? .restOfRequest : .nextRequest
  }

  /// How many bytes of answers the client has not taken yet.
  func unsentBytes(context: ChannelHandlerContext) throws -> Int {
    try context.channel.syncOptions?.getOption(.bufferedWritableBytes) ?? 0
  }
}
