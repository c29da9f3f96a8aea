import NIOCore
import NIOSSL
import NIOTLS

/// Closes a connection that has not agreed on its keys in time; goes when it has.
final class HandshakeTimeout: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let limit: TimeAmount
  private var timer: Scheduled<Void>?

  init(_ limit: Duration) {
    self.limit = TimeAmount(limit)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: limit) {
      // An end in good order would need the keys that there are none of.
      context.close(promise: nil)
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    timer?.cancel()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    context.fireUserInboundEventTriggered(event)
    if case TLSUserEvent.handshakeCompleted = event {
      timer?.cancel()
      context.pipeline.syncOperations.removeHandler(self, promise: nil)
    }
  }
}
