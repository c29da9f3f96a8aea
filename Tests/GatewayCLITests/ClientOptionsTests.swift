import GatewayHTTP
import Testing

@testable import GatewayCLI

@Suite("Options of gridql serve for clients and load")
struct ClientOptionsTests {
  private func configuration(_ arguments: String...) throws -> ServerConfiguration {
    let serve = try #require(try Gridql.parseAsRoot(["serve"] + arguments) as? Serve)
    var configuration = ServerConfiguration()
    serve.clients.configure(&configuration)
    serve.admission.configure(&configuration)
    return configuration
  }

  @Test("without them they are the server's")
  func defaults() throws {
    let configuration = try configuration()
    let expected = ServerConfiguration()
    #expect(configuration.statusCodes == .audit)
    #expect(configuration.cors == nil)
    #expect(configuration.trustedProxies == [])
    #expect(configuration.concurrentRequests == expected.concurrentRequests)
    #expect(configuration.connections == expected.connections)
    #expect(configuration.rateLimit == nil)
  }

  @Test("each sets one part")
  func all() throws {
    let configuration = try configuration(
      "--status-codes", "draft", "--cors-origin", "https://a.org", "--cors-origin",
      "http://localhost:3000", "--cors-credentials", "--trusted-proxy", "10.0.0.0/8",
      "--trusted-proxy", "::1", "--max-concurrent-requests", "10", "--max-connections", "none",
      "--rate-limit", "600/m", "--rate-limit-burst", "20")
    #expect(configuration.statusCodes == .draft)
    let origins = ["https://a.org", "http://localhost:3000"].compactMap { WebOrigin($0) }
    #expect(
      configuration.cors
        == CORSPolicy(origins: .these(Set(origins)), allowsCredentials: true))
    #expect(
      configuration.trustedProxies == ["10.0.0.0/8", "::1"].compactMap { AddressBlock($0) })
    #expect(configuration.concurrentRequests == 10)
    #expect(configuration.connections == .max)
    var limit = RateLimit(requests: 600, per: .seconds(60))
    limit.burst = 20
    #expect(configuration.rateLimit == limit)
    #expect(try self.configuration("--cors-origin", "*").cors == CORSPolicy(origins: .any))
    #expect(
      try self.configuration("--rate-limit", "7/h").rateLimit
        == RateLimit(requests: 7, per: .seconds(3600)))
  }

  @Test("introspection is on until it is switched off")
  func introspection() throws {
    for (arguments, isAllowed) in [([], true), (["--introspection", "off"], false)] {
      let serve = try #require(
        try Gridql.parseAsRoot(["serve"] + arguments) as? Serve)
      #expect(try serve.documents.policy().allowsIntrospection == isAllowed)
    }
  }

  @Test(
    "what is none of that is wrong usage",
    arguments: [
      ["--status-codes", "other"], ["--cors-origin", "a.org"], ["--cors-origin", "https://a.org/"],
      ["--cors-credentials"], ["--cors-origin", "*", "--cors-credentials"],
      ["--cors-origin", "*", "--cors-origin", "https://a.org"], ["--trusted-proxy", "proxy"],
      ["--trusted-proxy", "10.0.0.1/8"], ["--max-concurrent-requests", "0"],
      ["--rate-limit", "10"], ["--rate-limit", "0/s"], ["--rate-limit", "1/d"],
      ["--rate-limit", "-1/s"], ["--rate-limit-burst", "5"],
      ["--rate-limit", "1/s", "--rate-limit-burst", "0"], ["--introspection", "maybe"],
    ])
  func refuses(arguments: [String]) {
    #expect(throws: (any Error).self) {
      try Gridql.parseAsRoot(["serve"] + arguments)
    }
  }
}
