import NIOCore
import NIOPosix
import Testing

@testable import GatewayHTTP

/// The status of an answer to a request on a connection of its own; nil if there is none.
private func status(of request: TestRequest, from address: ServerAddress) async -> Int? {
  do {
    return try await TestResponse.all(in: exchange(request.text, with: address)).first?.status
  } catch {
    return nil
  }
}

@Suite("A graceful shutdown")
struct DrainTests {
  @Test(
    "is told by readiness while all is answered, then refuses connections and finishes requests")
  func drains() async throws {
    try await RunningServer.with({
      $0.drainDelay = .milliseconds(500)
      $0.drainTimeout = .seconds(60)
    }) { address, shutDown in
      let ready = TestRequest.get("/health/ready")
      #expect(await status(of: ready, from: address) == 200)
      let request = TestRequest.post(#"{"query":"{ __typename }"}"#).text
      let client = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connect(host: address.host, port: address.port) { channel in
          channel.eventLoop.makeCompletedFuture {
            try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
          }
        }
      try await client.executeThenClose { input, output in
        try await output.write(ByteBuffer(string: String(request.dropLast(5))))
        #expect(await status(of: ready, from: address) == 200)

        await shutDown()
        var last: Int? = 200
        var seen: [Int] = []
        while let current = last {
          last = await status(of: ready, from: address)
          if last != current, let last { seen.append(last) }
        }
        // Ready, then not ready, then nobody there.
        #expect(seen == [503])

        try await output.write(ByteBuffer(string: String(request.suffix(5))))
        var text = ""
        for try await buffer in input { text += String(buffer: buffer) }
        let response = try #require(try TestResponse.all(in: text).first)
        #expect(response.status == 200)
        #expect(response.fields["Connection"] == "close")
      }
    }
  }

  @Test("does not wait longer than it may for a request that does not arrive")
  func timeout() async throws {
    try await RunningServer.with({ $0.drainTimeout = .milliseconds(50) }) { address, shutDown in
      let client = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connect(host: address.host, port: address.port).get()
      try await client.writeAndFlush(ByteBuffer(string: "POST /graphql HTTP/1.1\r\n"))
      #expect(await status(of: .get("/health/live"), from: address) == 200)
      await shutDown()
      try await client.closeFuture.get()
    }
  }
}
