import CatalogGateway
import CatalogStore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Testing

@testable import GatewayHTTP

@Suite("GatewayServer")
struct GatewayServerTests {
  @Test("listens on a free port, answers, and ends with a graceful shutdown")
  func servesAndStops() async throws {
    try await withServer { address in
      #expect(address.endpointURL == "http://127.0.0.1:\(address.port)/graphql")
      let text = try await exchange(
        TestRequest.post(#"{"query":"{ __typename }"}"#).text, with: address)
      #expect(text.hasSuffix(#"{"data":{"__typename":"Query"}}"#))
    }
  }

  @Test("shows the public URL where there is one")
  func publicURL() async throws {
    try await withServer({ $0.publicURL = PublicURL("https://example.org/catalog/") }) { address in
      #expect(address.endpointURL == "https://example.org/catalog/graphql")
    }
  }

  @Test("a second server on the same port says that the address is in use")
  func addressInUse() async throws {
    try await withServer { address in
      let server = try makeServer(ServerConfiguration(port: address.port))
      await #expect(throws: ServerError.addressInUse(host: "127.0.0.1", port: address.port)) {
        try await server.run()
      }
    }
  }

  @Test("a host that is not this machine's is named")
  func addressNotAvailable() async throws {
    let server = try makeServer(ServerConfiguration(host: "192.0.2.1", port: 0))
    await #expect(throws: ServerError.addressNotAvailable(host: "192.0.2.1")) {
      try await server.run()
    }
  }

  /// Runs a server for as long as `body` takes, then shuts it down and waits for its end.
  private func withServer(
    _ configure: (inout ServerConfiguration) -> Void = { _ in },
    _ body: (ServerAddress) async throws -> Void
  ) async throws {
    var configuration = ServerConfiguration(port: 0)
    configuration.eventLoops = 2
    configure(&configuration)
    let (addresses, continuation) = AsyncStream.makeStream(of: ServerAddress.self)
    let server = try makeServer(configuration) { continuation.yield($0) }
    let group = ServiceGroup(services: [server], logger: quiet)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      for await address in addresses {
        try await body(address)
        break
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  private func makeServer(
    _ configuration: ServerConfiguration,
    onListening: @escaping @Sendable (ServerAddress) -> Void = { _ in }
  ) throws -> GatewayServer {
    GatewayServer(
      gateway: try Gateway(catalog: CatalogDatabase.inMemory(), report: { _ in }),
      configuration: configuration, logger: quiet, onListening: onListening)
  }

  /// Sends bytes over a socket, closes that direction, and reads all that comes back.
  private func exchange(_ text: String, with address: ServerAddress) async throws -> String {
    let client = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .connect(host: address.host, port: address.port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
            wrappingChannelSynchronously: channel,
            configuration: NIOAsyncChannel.Configuration(isOutboundHalfClosureEnabled: true))
        }
      }
    return try await client.executeThenClose { input, output in
      try await output.write(ByteBuffer(string: text))
      output.finish()
      var received = ""
      for try await buffer in input { received += String(buffer: buffer) }
      return received
    }
  }
}

private let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
