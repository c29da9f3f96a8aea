import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Testing

@testable import GatewayHTTP

/// One of two self-signed certificates for localhost, made for these tests, with its key.
private struct Fixture {
  let certificates: [UInt8]
  let key: [UInt8]

  init(_ name: String) throws {
    func read(_ file: String) throws -> [UInt8] {
      let url = try #require(
        Bundle.module.url(forResource: file, withExtension: "pem", subdirectory: "Fixtures"))
      return Array(try Data(contentsOf: url))
    }
    certificates = try read("\(name).crt")
    key = try read("\(name).key")
  }

  func identity() throws -> TLSIdentity {
    try TLSIdentity(certificates: certificates, key: key)
  }

  /// A client that trusts this certificate and no other.
  func connect(
    to address: ServerAddress, _ configure: (inout TLSConfiguration) -> Void = { _ in }
  ) async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(certificates))
    configuration.applicationProtocols = ["h2", "http/1.1"]
    configure(&configuration)
    let context = try NIOSSLContext(configuration: configuration)
    return try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .connect(host: address.host, port: address.port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            NIOSSLClientHandler(context: context, serverHostname: "localhost"))
          return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
            wrappingChannelSynchronously: channel,
            configuration: NIOAsyncChannel.Configuration(isOutboundHalfClosureEnabled: true))
        }
      }
  }

  /// Sends requests, the last of which ends the connection, and reads all that comes back.
  func exchange(
    _ text: String, with address: ServerAddress,
    _ configure: (inout TLSConfiguration) -> Void = { _ in }
  ) async throws -> String {
    try await connect(to: address, configure).executeThenClose { input, output in
      try await output.write(ByteBuffer(string: text))
      var received = ""
      for try await buffer in input { received += String(buffer: buffer) }
      return received
    }
  }
}

private let typename = TestRequest.post(#"{"query":"{ __typename }"}"#)

extension TestRequest {
  /// As the last request of a connection.
  fileprivate var last: String {
    var request = self
    request.fields += "Connection: close\r\n"
    return request.text
  }
}

@Suite("TLS")
struct TLSTests {
  @Test("encrypts the connection, and links lead to https")
  func serves() async throws {
    let fixture = try Fixture("first")
    let identity = try fixture.identity()
    try await RunningServer.with({ $0.tls = identity }) { address in
      #expect(address.endpointURL == "https://127.0.0.1:\(address.port)/graphql")
      let requests = typename.text + TestRequest.get("/api/v4/").last
      let text = try await fixture.exchange(requests, with: address)
      let responses = try TestResponse.all(in: text)
      #expect(responses.map(\.status) == [200, 200])
      #expect(responses[0].body == #"{"data":{"__typename":"Query"}}"#)
      #expect(responses[0].fields["Strict-Transport-Security"] == nil)
      #expect(responses[1].body.contains(#""https://localhost/api/v4/grids/""#))
    }
  }

  @Test("tells browsers to stay with it, if that is asked for")
  func strictTransport() async throws {
    let fixture = try Fixture("first")
    let identity = try fixture.identity()
    try await RunningServer.with({
      $0.tls = identity
      $0.strictTransport = .seconds(86_400)
    }) { address in
      let text = try await fixture.exchange(
        typename.text + TestRequest.get("/nothing").last, with: address)
      #expect(
        try TestResponse.all(in: text).map { $0.fields["Strict-Transport-Security"] }
          == ["max-age=86400", "max-age=86400"])
    }
  }

  @Test("an answer to a request that is refused while it arrives reaches the client")
  func refusal() async throws {
    let fixture = try Fixture("first")
    let identity = try fixture.identity()
    try await RunningServer.with({
      $0.tls = identity
      $0.bodyBytes = 1000
    }) { address in
      let request = TestRequest.post(String(repeating: " ", count: 500_000)).text
      let text = try await fixture.connect(to: address).executeThenClose { input, output in
        try await output.write(ByteBuffer(string: request))
        var received = ""
        for try await buffer in input { received += String(buffer: buffer) }
        return received
      }
      #expect(try TestResponse.all(in: text).map(\.status) == [413])
    }
  }

  @Test("a certificate that is exchanged is shown to new connections; open ones go on")
  func exchangeOfCertificates() async throws {
    let (first, second) = (try Fixture("first"), try Fixture("second"))
    let identity = try first.identity()
    try await RunningServer.with({ $0.tls = identity }) { address in
      try await first.connect(to: address).executeThenClose { input, output in
        var inbound = input.makeAsyncIterator()
        func answer() async throws -> String {
          try await output.write(ByteBuffer(string: typename.text))
          return try await inbound.next().map { String(buffer: $0) } ?? ""
        }
        #expect(try await answer().hasPrefix("HTTP/1.1 200 OK"))

        #expect(throws: TLSError.keyOfAnotherCertificate) {
          try identity.replace(certificates: second.certificates, key: first.key)
        }
        #expect(try await first.exchange(typename.last, with: address).hasPrefix("HTTP/1.1 200 OK"))

        try identity.replace(certificates: second.certificates, key: second.key)
        #expect(
          try await second.exchange(typename.last, with: address).hasPrefix("HTTP/1.1 200 OK"))
        await #expect(throws: (any Error).self) {
          try await first.exchange(typename.last, with: address)
        }
        #expect(try await answer().hasPrefix("HTTP/1.1 200 OK"))
      }
    }
  }

  @Test("of versions before 1.2 is refused")
  func oldVersions() async throws {
    let fixture = try Fixture("first")
    let identity = try fixture.identity()
    try await RunningServer.with({ $0.tls = identity }) { address in
      await #expect(throws: (any Error).self) {
        try await fixture.exchange(typename.last, with: address) {
          $0.minimumTLSVersion = .tlsv1
          $0.maximumTLSVersion = .tlsv11
        }
      }
      let text = try await fixture.exchange(typename.last, with: address) {
        $0.maximumTLSVersion = .tlsv12
      }
      #expect(text.hasPrefix("HTTP/1.1 200 OK"))
    }
  }

  @Test("who never agrees on keys, or speaks plainly, is not answered")
  func withoutHandshake() async throws {
    let identity = try Fixture("first").identity()
    try await RunningServer.with({
      $0.tls = identity
      $0.handshakeTimeout = .milliseconds(50)
    }) { address in
      do {
        #expect(try await exchange(typename.last, with: address).hasPrefix("HTTP") == false)
      } catch is IOError {
        // What the server has not read when it closes has the system reset the connection.
      }
      let silent = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connect(host: address.host, port: address.port).get()
      try await silent.closeFuture.get()
    }
  }

  @Test("needs a certificate and its key")
  func identities() throws {
    let (first, second) = (try Fixture("first"), try Fixture("second"))
    #expect(throws: TLSError.invalidCertificate) {
      try TLSIdentity(certificates: first.key, key: first.key)
    }
    #expect(throws: TLSError.invalidKey) {
      try TLSIdentity(certificates: first.certificates, key: Array("none".utf8))
    }
    #expect(throws: TLSError.keyOfAnotherCertificate) {
      try TLSIdentity(certificates: first.certificates, key: second.key)
    }
    let identity = try TLSIdentity(
      certificates: first.certificates + second.certificates, key: first.key)
    #expect(identity.expiry > 4_000_000_000)
  }
}
