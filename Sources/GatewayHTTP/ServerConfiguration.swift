import NIOCore

/// Where the server listens, and what one connection may cost.
public struct ServerConfiguration: Sendable {
  /// The pages that `GET /graphql` can show to a client that prefers HTML.
  public enum Explorer: String, Sendable, CaseIterable {
    /// Our own, which needs nothing from elsewhere.
    case on
    /// The official GraphiQL, which the browser loads from its CDN.
    case graphiql
    /// None: such a client gets what any other would.
    case off
  }

  /// The name or address of the interface to listen on.
  public var host: String
  /// The TCP port; 0 lets the system choose a free one.
  public var port: Int
  /// The URL under which clients reach the server, where a proxy stands before it.
  public var publicURL: PublicURL?
  /// What encrypts the connections; nil for none that are encrypted here.
  public var tls: TLSIdentity?
  /// How long browsers are to use nothing but HTTPS; nil to leave that to them. RFC 6797 §6.1
  /// Strict-Transport-Security HTTP Response Header Field.
  public var strictTransport: Duration?
  /// Threads that serve requests, each with a read connection of its own.
  public var eventLoops = System.coreCount
  /// Threads for requests that would hold up an event loop, each with a read connection of its own,
  /// too. One processor is left to the event loops.
  public var longRequestThreads = max(1, System.coreCount - 1)
  /// How many requests may wait for such a thread; beyond it the answer is 503.
  public var waitingLongRequests = 2_000

  /// Proxies that are believed what they say of the clients they stand for.
  public var trustedProxies: [AddressBlock] = []

  /// The longest request body, in bytes; beyond it the answer is 413.
  public var bodyBytes = 1 << 20
  /// The same for a body of announced length from who may edit: many edits in one request.
  public var editBodyBytes = 64 << 20
  /// The longest request target, path and parameters, in bytes; beyond it the answer is 414.
  public var targetBytes = 16 << 10
  /// The names and values of all header fields of a request, in bytes; beyond it the answer is 431.
  public var headerBytes = 32 << 10
  /// The number of header fields of a request; beyond it the answer is 431.
  public var headerFields = 100

  /// How many connections may have requests at work at a time, waiting ones among them; beyond, the
  /// answer is 503.
  public var concurrentRequests = 2048
  /// How many connections may be open; one more gets a 503 and is closed.
  public var connections = 8192
  /// How many requests a client may make; beyond, the answer is 429. Nil for any number.
  public var rateLimit: RateLimit?

  /// How long a connection may stay open between requests, or without the client reading on.
  public var idleTimeout = Duration.seconds(60)
  /// How long a request may take to arrive, from its first byte to its last; then the answer is 408.
  public var requestTimeout = Duration.seconds(30)
  /// How long a client may take to agree on keys.
  public var handshakeTimeout = Duration.seconds(10)
  /// How long a shutdown goes on as before, only that the server is not ready any more.
  public var drainDelay = Duration.zero
  /// How long a shutdown then waits for requests that have begun.
  public var drainTimeout = Duration.seconds(10)

  /// Which status codes tell how a GraphQL request ended.
  public var statusCodes = StatusCodes.audit
  /// Which pages of other origins may read answers; nil for none.
  public var cors: CORSPolicy?
  /// How answers are sent.
  public var transfer = TransferPolicy()

  /// The page that `GET /graphql` shows to browsers.
  public var explorer = Explorer.on

  /// What the operator is told beside the answers.
  public var observability = Observability()

  /// Answers to compare with in measurements; nil for none.
  public var benchmarkRoutes: BenchmarkRoutes?

  /// Whether `/schema.graphql` answers with the schema.
  private(set) var showsSchema = true

  /// Has nothing tell of the schema that is not asked in GraphQL.
  mutating func hideSchema() {
    showsSchema = false
    explorer = .off
  }

  /// Makes a configuration with the default limits.
  public init(host: String = "127.0.0.1", port: Int = 8080) {
    self.host = host
    self.port = port
  }
}
