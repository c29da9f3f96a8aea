import NIOCore
import NIOPosix

/// A server on a port of this machine that answers every request with the same bytes.
enum LoopbackServer {
  /// Runs `body` with the URL of a server, which sends `answer` when a request's head has come, or
  /// nothing, and may close the connection behind it.
  static func with(
    answer: [UInt8]?, closes: Bool = true, _ body: (String) async throws -> Void
  ) async throws {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            CannedAnswer(answer: answer, closes: closes))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    do {
      try await body("http://127.0.0.1:\(channel.localAddress?.port ?? 0)/")
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
  }
}

private final class CannedAnswer: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let answer: [UInt8]?
  private let closes: Bool
  private var received = ""

  init(answer: [UInt8]?, closes: Bool) {
    self.answer = answer
    self.closes = closes
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received += String(buffer: unwrapInboundIn(data))
    guard received.contains("\r\n\r\n") else { return }
    received = ""
    if let answer {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: answer)), promise: nil)
    }
    if closes { context.close(promise: nil) }
  }
}
