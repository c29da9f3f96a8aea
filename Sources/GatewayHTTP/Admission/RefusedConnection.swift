import JSON
import NIOCore

/// A connection too many: it is told so and closed, whatever it asks. One that is to be encrypted is only
/// closed: keys cost more than what is saved.
final class RefusedConnection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let limit: Int
  private let isEncrypted: Bool

  /// `limit` is how many connections may be open.
  init(limit: Int, isEncrypted: Bool) {
    self.limit = limit
    self.isEncrypted = isEncrypted
  }

  func channelActive(context: ChannelHandlerContext) {
    guard !isEncrypted else { return context.close(promise: nil) }
    var response = context.channel.allocator.buffer(capacity: 512)
    var dateField = DateField()
    var head = GrowingBytes(capacity: 512)
    response.write(
      Answer(.tooManyConnections(limit: limit), on: .other), framing: Framing(keepsAlive: false),
      date: dateField.current(), composedIn: &head)
    context.writeAndFlush(wrapOutboundOut(response), promise: nil)
    // Only our direction: closing both with input unread would let the system drop the answer.
    context.close(mode: .output, promise: nil)
    let end = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) {
      context.close(promise: nil)
    }
    context.channel.closeFuture.whenComplete { _ in end.cancel() }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {}

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
