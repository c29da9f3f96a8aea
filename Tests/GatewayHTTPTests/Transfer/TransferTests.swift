import CatalogGateway
import CatalogStore
import Dispatch
import NIOCore
import Testing

@testable import GatewayHTTP

/// A GET whose answer has a few hundred bytes.
private let query = "/graphql?query=%7B__schema%7Btypes%7Bname%7D%7D%7D"
private let post = TestRequest.post(#"{"query":"{ __schema { types { name } } }"}"#)

extension TestRequest {
  fileprivate func with(_ fields: String...) -> TestRequest {
    var request = self
    request.fields = fields.map { $0 + "\r\n" }.joined()
    return request
  }

  fileprivate func head() -> TestRequest {
    var request = self
    request.method = "HEAD"
    return request
  }
}

/// A connection that compresses from 100 bytes on.
private func connection(
  _ configure: (inout ServerConfiguration) -> Void = { _ in }
) throws -> TestConnection {
  try TestConnection { configuration in
    configuration.transfer.compressionBytes = 100
    configure(&configuration)
  }
}

extension TestConnection {
  /// Sends a request and takes its answer, with the body as bytes.
  fileprivate func answer(
    to request: TestRequest
  ) throws -> (head: TestResponse, body: [UInt8]) {
    try send(request.text)
    var bytes: [UInt8] = []
    while let buffer = try channel.readOutbound(as: ByteBuffer.self) {
      bytes += buffer.readableBytesView
    }
    let end = try #require(bytes.firstRange(of: Array("\r\n\r\n".utf8)))
    let text = String(decoding: bytes[..<end.upperBound], as: UTF8.self)
    let head = try #require(try TestResponse.all(in: text, toHEAD: true).first)
    return (head, Array(bytes[end.upperBound...]))
  }
}

@Suite("RFC 9110 §8.4 Content-Encoding")
struct CompressionTests {
  private static let targets = [query, "/schema.graphql", "/graphql"]

  private func request(_ target: String) -> TestRequest {
    .get(target, accept: target == "/graphql" ? "text/html" : nil)
  }

  @Test(
    "an answer is compressed for who asks, and is the same once inflated", arguments: Self.targets)
  func compresses(target: String) throws {
    let connection = try connection()
    let plain = try connection.answer(to: request(target))
    #expect(plain.head.fields["Content-Encoding"] == nil)
    #expect(plain.head.fields["Content-Length"] == "\(plain.body.count)")
    for coding in ["gzip", "deflate"] {
      let coded = try connection.answer(to: request(target).with("Accept-Encoding: \(coding)"))
      #expect(coded.head.fields["Content-Encoding"] == coding)
      #expect(coded.head.fields["Content-Length"] == "\(coded.body.count)")
      #expect(coded.body.count < plain.body.count)
      #expect(try inflate(coded.body) == plain.body)
      #expect(coded.head.fields["Content-Type"] == plain.head.fields["Content-Type"])
    }
  }

  @Test(
    "caches are told that it depends on the request, compressed or not", arguments: Self.targets)
  func varies(target: String) throws {
    let expected = target == "/schema.graphql" ? "Accept-Encoding" : "Accept, Accept-Encoding"
    for coding in ["gzip", "identity"] {
      let answer = try connection().answer(to: request(target).with("Accept-Encoding: \(coding)"))
      #expect(answer.head.fields["Vary"] == expected)
    }
  }

  @Test("so is an answer to POST, and a long error")
  func post() throws {
    let connection = try connection()
    let plain = try connection.answer(to: GatewayHTTPTests.post)
    let coded = try connection.answer(to: GatewayHTTPTests.post.with("Accept-Encoding: gzip"))
    #expect(try inflate(coded.body) == plain.body)
    let error = try connection.answer(
      to: TestRequest.get("/nothing").with("Accept-Encoding: gzip"))
    #expect(error.head.status == 404)
    #expect(try inflate(error.body).starts(with: #"{"errors""#.utf8))
  }

  @Test("HEAD has the fields of GET, and nothing else", arguments: Self.targets)
  func head(target: String) throws {
    for fields in ["Accept-Encoding: gzip", "Accept-Encoding: identity"] {
      let connection = try connection()
      let get = try connection.answer(to: request(target).with(fields))
      let head = try connection.answer(to: request(target).head().with(fields))
      #expect(head.head == get.head)
      #expect(head.body == [])
    }
  }

  @Test("an answer below the configured size is not, nor one that would not be shorter")
  func small() throws {
    let request = TestRequest.get("/health/live").with("Accept-Encoding: gzip")
    let short = try connection().answer(to: request)
    #expect(short.head.fields["Content-Encoding"] == nil)
    #expect(short.head.fields["Vary"] == nil)
    let incompressible = try connection { $0.transfer.compressionBytes = 0 }.answer(to: request)
    #expect(incompressible.head.fields["Content-Encoding"] == nil)
    #expect(incompressible.head.fields["Vary"] == "Accept-Encoding")
    #expect(incompressible.body == short.body)
  }

  @Test("nothing is when that is switched off")
  func off() throws {
    let answer = try connection { $0.transfer.compresses = false }
      .answer(to: TestRequest.get(query).with("Accept-Encoding: gzip"))
    #expect(answer.head.fields["Content-Encoding"] == nil)
    #expect(answer.head.fields["Vary"] == "Accept")
  }

  @Test("a long answer is compressed as any other, on whichever thread")
  func long() async throws {
    let introspection = TestRequest.get(
      "/graphql?query=%7B__schema%7Btypes%7Bname%20description%20fields%7Bname%20description"
        + "%20args%7Bname%20description%20type%7Bname%7D%7D%7D"
        + "inputFields%7Bname%20description%20type%7Bname%20kind%20description%7D%7D%7D%7D%7D")
    let gateway = try Gateway(catalog: CatalogDatabase.inMemory(), report: { _ in })
    let plain = try TestConnection(gateway: gateway).answer(to: introspection)
    #expect(plain.body.count > 1 << 16)
    // Nothing is taken by threads without room, and the answer comes at once.
    let longWork = LongWork(for: gateway, threads: 1, waitingLimit: 0)
    let gate = DispatchSemaphore(value: 0)
    defer { gate.signal() }
    #expect(longWork.add { _ in gate.wait() })
    let connection = try TestConnection(gateway: gateway, longWork: longWork)
    let coded = try connection.answer(to: introspection.with("Accept-Encoding: gzip"))
    #expect(coded.head.fields["Content-Encoding"] == "gzip")
    #expect(try inflate(coded.body) == plain.body)
    let tag = try #require(coded.head.fields["ETag"])
    let request = introspection.with("Accept-Encoding: gzip", "If-None-Match: \(tag)")
    #expect(try connection.answer(to: request).head.status == 304)
    try await RunningServer.with(gateway: gateway) { address in
      let text = try await exchange(request.text, with: address)
      #expect(try TestResponse.all(in: text).map(\.status) == [304])
    }
  }

  @Test("REST v4 is only if asked for")
  func rest() throws {
    for target in ["/api/v4/", "/api/v4/?format=api"] {
      var request = TestRequest.get(target).with("Accept-Encoding: gzip")
      if target.hasSuffix("api") { request.accept = "text/html" }
      let plain = try connection().answer(to: request)
      #expect(plain.head.fields["Content-Encoding"] == nil)
      #expect(plain.head.fields["Vary"] == "Accept, Cookie")
      let coded = try connection { $0.transfer.compressesREST = true }.answer(to: request)
      #expect(coded.head.fields["Content-Encoding"] == "gzip")
      #expect(coded.head.fields["Vary"] == "Accept, Cookie, Accept-Encoding")
      #expect(try inflate(coded.body) == plain.body)
    }
  }
}

@Suite("RFC 9110 §8.8.3 ETag, §15.4.5 304 Not Modified")
struct ConditionalRequestTests {
  private static let targets = [query, "/schema.graphql", "/graphql", "/api/v4/"]

  private func request(_ target: String) -> TestRequest {
    .get(target, accept: target == "/graphql" ? "text/html" : nil)
  }

  @Test("who names the tag has no content sent, in each coding its own", arguments: Self.targets)
  func notModified(target: String) throws {
    let connection = try connection { $0.transfer.compressesREST = true }
    var tags: Set<String> = []
    for coding in ["identity", "gzip", "deflate"] {
      let request = request(target)
      let field = "Accept-Encoding: \(coding)"
      let full = try connection.answer(to: request.with(field))
      let tag = try #require(full.head.fields["ETag"])
      tags.insert(tag)
      for list in [tag, "W/\(tag)", "\"a\", \(tag)", "*"] {
        let condition = "If-None-Match: \(list)"
        let answer = try connection.answer(to: request.with(field, condition))
        #expect(answer.head.status == 304)
        #expect(answer.body == [])
        #expect(answer.head.fields["ETag"] == tag)
        for name in ["Content-Length", "Content-Type", "Content-Encoding"] {
          #expect(answer.head.fields[name] == nil)
        }
        for name in ["Vary", "Cache-Control", "Date"] {
          #expect(answer.head.fields[name] == full.head.fields[name])
        }
        let head = try connection.answer(to: request.head().with(field, condition))
        #expect(head.head == answer.head)
      }
      let other = try connection.answer(to: request.with(field, "If-None-Match: \"a\""))
      #expect(other.head.status == 200)
      #expect(other.body == full.body)
    }
    #expect(tags.count == 3)
  }

  @Test("the tag is another when the answer is")
  func changes() throws {
    let connection = try connection()
    let tags = try ["a", "b", "a"].map { alias in
      try connection.response(to: .get("/graphql?query=%7B\(alias):__typename%7D")).fields["ETag"]
    }
    #expect(tags[0] != nil)
    #expect(tags[0] == tags[2])
    #expect(tags[0] != tags[1])
  }

  @Test(
    "what is no content to keep has none",
    arguments: [
      post, .get("/nothing"), .get("/health/live"), .get("/api/v4/nothing/"),
      .get("/graphql?query=%7B"), .get("/graphql?query=%7Bpackage%7Bid%7D%7D"), .get("/graphql"),
      .get(query, accept: "image/png"),
    ])
  func untagged(request: TestRequest) throws {
    let answer = try connection().answer(to: request.with("If-None-Match: *"))
    #expect(answer.head.status != 304)
    #expect(answer.head.fields["ETag"] == nil)
  }
}

@Suite("RFC 9111 §5.2.2 Response Cache-Control Directives")
struct CacheControlFieldTests {
  private func field(
    _ request: TestRequest, _ configure: (inout ServerConfiguration) -> Void = { _ in }
  ) throws -> String? {
    try connection(configure).answer(to: request).head.fields["Cache-Control"]
  }

  @Test("what comes from the catalog is asked for anew, unless configured otherwise")
  func catalog() throws {
    for (target, usual) in [(query, "no-cache"), ("/api/v4/", nil)] {
      #expect(try field(.get(target)) == usual)
      #expect(try field(.get(target).head()) == usual)
      #expect(
        try field(.get(target)) { $0.transfer.cacheControl = CacheControl("public, max-age=60") }
          == "public, max-age=60")
    }
  }

  @Test("what does not is not configured")
  func assets() throws {
    for request in [TestRequest.get("/schema.graphql"), .get("/graphql", accept: "text/html")] {
      #expect(
        try field(request) { $0.transfer.cacheControl = CacheControl("max-age=60") } == "no-cache")
    }
  }

  @Test(
    "errors and the state of the server are kept nowhere",
    arguments: [
      .get("/nothing"), .get("/api/v4/nothing/"), .get("/graphql?query=%7B"), .get("/health/live"),
      .get("/graphql?query=%7Bpackage%7Bid%7D%7D"), .get("/graphql"),
      .get(
        "/graphql?extensions=%7B%22persistedQuery%22:%7B%22version%22:1,%22sha256Hash%22:%22"
          + String(repeating: "0", count: 64) + "%22%7D%7D"),
    ] as [TestRequest])
  func errors(request: TestRequest) throws {
    #expect(
      try field(request) { $0.transfer.cacheControl = CacheControl("max-age=60") } == "no-store")
  }

  @Test("an answer to a token is for its bearer alone")
  func tokens() throws {
    let catalog = try CatalogDatabase.inMemory()
    let token = try catalog.makeWriter()
      .createToken(name: "reader", role: .editor, expires: nil, at: 0).token
    let gateway = try Gateway(catalog: catalog, report: { _ in })
    for target in [query, "/api/v4/"] {
      let connection = try TestConnection(gateway: gateway) {
        $0.transfer.cacheControl = CacheControl("public, max-age=60")
      }
      let answer = try connection.answer(
        to: TestRequest.get(target).with("Authorization: Bearer \(token)"))
      #expect(answer.head.status == 200)
      #expect(answer.head.fields["Cache-Control"] == "private, no-cache")
    }
  }

  @Test("nothing is said to POST, which caches leave alone")
  func post() throws {
    #expect(try field(GatewayHTTPTests.post) == nil)
  }
}
