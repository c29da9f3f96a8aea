import CatalogGateway
import NIOCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An answer whose beginning has been sent; the rest is executed while it is.
struct OutgoingAnswer {
  let answer: Answer
  let rest: ResponseRest
  let exchange: Exchange
  let framing: Framing
  /// How many bytes have been written so far.
  var bytes: Int
}

extension ConnectionHandler {
  /// Sends the beginning, and then what arrives, as fast as the client reads.
  func beginOutgoing(context: ChannelHandlerContext) {
    guard let outgoing else { return }
    awaitsAnswer = true
    if outgoing.framing.omitsContent {
      outgoing.rest.close()
      return endOutgoing(context: context)
    }
    let here = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    outgoing.rest.onArrival { [loop = context.eventLoop] in
      loop.execute { here.value.handler.sendOutgoing(context: here.value.context) }
    }
    flush(context: context)
    sendOutgoing(context: context)
  }

  /// Sends what is there, unless the client has not read what it was sent before.
  func sendOutgoing(context: ChannelHandlerContext) {
    while isWritable, let outgoing {
      switch outgoing.rest.next() {
      case .bytes(let bytes):
        send(context: context) { $0.writePiece(bytes, framing: outgoing.framing) }
      case .nothingYet:
        return
      case .end:
        send(context: context) { $0.writeLastPiece(framing: outgoing.framing) }
        endOutgoing(context: context)
      case .cut:
        return cutOutgoing(context: context)
      }
    }
  }

  /// Notes an answer as far as it came, with all that it has cost.
  func record(_ sent: OutgoingAnswer, ending: AnswerEnding, now: NIODeadline) {
    var answer = sent.answer
    answer.account = sent.rest.account
    endpoint.record(
      answer, to: sent.exchange, ending: ending, bytes: sent.bytes, now: now)
  }

  private func send(context: ChannelHandlerContext, _ body: (inout ByteBuffer) -> Void) {
    let bytes = write(context: context, body)
    outgoing?.bytes += bytes
    flush(context: context)
  }

  private func endOutgoing(context: ChannelHandlerContext) {
    guard let sent = outgoing else { return }
    outgoing = nil
    awaitsAnswer = false
    if isDraining { closesWhenAnswered = true }
    record(sent, ending: .whole, now: context.eventLoop.now)
    proceed(context: context)
    updateTimeouts(context: context)
  }

  /// Closes the connection, so that the client cannot take what it has for a whole answer.
  private func cutOutgoing(context: ChannelHandlerContext) {
    guard let sent = outgoing else { return }
    record(sent, ending: .cut, now: context.eventLoop.now)
    sent.rest.close()
    outgoing = nil
    awaitsAnswer = false
    if !sent.framing.takesChunks { resetOnClose(context.channel) }
    context.close(promise: nil)
  }

  /// Has the connection end with an error: without chunks, an orderly end would be that of the answer.
  private func resetOnClose(_ channel: any Channel) {
    guard let socket = channel as? any SocketOptionProvider else { return }
    socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenFailure { [logger] error in
      logger.debug("A connection could not be reset", metadata: ["error": "\(error)"])
    }
  }
}
