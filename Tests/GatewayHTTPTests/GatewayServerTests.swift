import Testing

@testable import GatewayHTTP

@Suite("GatewayServer")
struct GatewayServerTests {
  @Test("listens on a free port, answers, and ends with a graceful shutdown")
  func servesAndStops() async throws {
    try await RunningServer.with { address in
      #expect(address.endpointURL == "http://127.0.0.1:\(address.port)/graphql")
      let text = try await exchange(
        TestRequest.post(#"{"query":"{ __typename }"}"#).text, with: address)
      #expect(text.hasSuffix(#"{"data":{"__typename":"Query"}}"#))
    }
  }

  @Test("shows the public URL where there is one")
  func publicURL() async throws {
    try await RunningServer.with({ $0.publicURL = PublicURL("https://example.org/catalog/") }) {
      address in
      #expect(address.endpointURL == "https://example.org/catalog/graphql")
    }
  }

  @Test("a second server on the same port says that the address is in use")
  func addressInUse() async throws {
    try await RunningServer.with { address in
      let server = try RunningServer.make(ServerConfiguration(port: address.port))
      await #expect(throws: ServerError.addressInUse(host: "127.0.0.1", port: address.port)) {
        try await server.run()
      }
    }
  }

  @Test("a host that is not this machine's is named")
  func addressNotAvailable() async throws {
    let server = try RunningServer.make(ServerConfiguration(host: "192.0.2.1", port: 0))
    await #expect(throws: ServerError.addressNotAvailable(host: "192.0.2.1")) {
      try await server.run()
    }
  }
}
