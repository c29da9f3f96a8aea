import CatalogGateway
import NIOCore
import NIOPosix
import Testing

@testable import GatewayHTTP

/// How a client goes away.
private enum Departure: CaseIterable {
  /// It closes its connection, which ends its direction in an orderly way.
  case close
  /// The system resets the connection, as when a process with unread answers ends.
  case reset
}

@Suite("A client that does not wait for its answer", .serialized)
struct GoneClientTests {
  /// A gateway without limits, and a request that takes it a good while.
  private static let gateway = Result {
    try Gateway(catalog: generatedCatalog(packages: 8_000), limits: .none, report: { _ in })
  }

  private static let long = TestRequest.post(
    "{\"query\":\"{"
      + (0..<4_000).map {
        "a\($0):packagesConnection(filter:{repoDescription:{contains:\\\"no \($0)\\\"}}){totalCount}"
      }.joined(separator: " ") + "}\"}")

  @Test(
    "has its query stopped, so that others find the thread free", .timeLimit(.minutes(2)),
    arguments: Departure.allCases)
  fileprivate func stops(departure: Departure) async throws {
    let metrics = PrometheusMetrics()
    try await RunningServer.with(
      {
        $0.longRequestThreads = 1
        $0.observability.metrics = metrics
      }, gateway: Self.gateway.get()
    ) { address in
      let client = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connect(host: address.host, port: address.port).get()
      try await client.writeAndFlush(ByteBuffer(string: Self.long.text))
      // This question is the other one.
      try await wait(for: "gridql_http_requests_in_flight 2", of: address)
      if departure == .reset {
        let socket = try #require(client as? any SocketOptionProvider)
        try await socket.setSoLinger(NIOLinger(l_onoff: 1, l_linger: 0)).get()
      }
      try await client.close()
      try await wait(for: "gridql_http_abandoned_requests_total 1", of: address)
      try await wait(for: "gridql_http_requests_in_flight 1", of: address)
    }
  }

  /// Asks for the figures until there is a line among them.
  private func wait(for line: String, of address: ServerAddress) async throws {
    while try await !exchange(TestRequest.get("/metrics").text, with: address)
      .contains("\n\(line)\n")
    {}
  }
}
