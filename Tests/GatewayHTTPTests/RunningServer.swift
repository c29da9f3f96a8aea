import CatalogGateway
import CatalogStore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

@testable import GatewayHTTP

/// A server on a port of its own, and a client that sends it bytes.
enum RunningServer {
  /// Runs a server for as long as `body` takes, then shuts it down and waits for its end.
  static func with(
    _ configure: (inout ServerConfiguration) -> Void = { _ in }, gateway: Gateway? = nil,
    _ body: (ServerAddress) async throws -> Void
  ) async throws {
    try await with(configure, gateway: gateway) { address, _ in try await body(address) }
  }

  /// The same, for a body that begins the shutdown itself.
  static func with(
    _ configure: (inout ServerConfiguration) -> Void = { _ in }, gateway: Gateway? = nil,
    _ body: (ServerAddress, _ shutDown: () async -> Void) async throws -> Void
  ) async throws {
    var configuration = ServerConfiguration(port: 0)
    configuration.eventLoops = 2
    configure(&configuration)
    let (addresses, continuation) = AsyncStream.makeStream(of: ServerAddress.self)
    let server = try make(configuration, gateway: gateway) { continuation.yield($0) }
    let group = ServiceGroup(services: [server], logger: quiet)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      for await address in addresses {
        try await body(address) { await group.triggerGracefulShutdown() }
        break
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  /// A server over a gateway, or over an empty catalog, that does not run yet.
  static func make(
    _ configuration: ServerConfiguration, gateway: Gateway? = nil,
    onListening: @escaping @Sendable (ServerAddress) -> Void = { _ in }
  ) throws -> GatewayServer {
    GatewayServer(
      gateway: try gateway ?? Gateway(catalog: CatalogDatabase.inMemory(), report: { _ in }),
      configuration: configuration, logger: quiet, onListening: onListening)
  }
}

/// Sends bytes over a socket, closes that direction, and reads all that comes back.
func exchange(_ text: String, with address: ServerAddress) async throws -> String {
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
    // With this, the server asks whether there still is a client.
    return received.replacing("HTTP/1.1 100 Continue\r\n\r\n", with: "")
  }
}

private let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
