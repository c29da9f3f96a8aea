import CatalogGateway
import CatalogStore
import Foundation
import GraphQLExecution
import GraphQLLanguage
import JSON
import Testing

@Suite("A response that is executed while it is written")
struct StreamedResponseTests {
  private static let gateway = Result { try generated(packages: 2_500) }

  private static func generated(
    packages: Int, limits: RequestLimits = .none
  ) throws -> Gateway {
    var lines: [UInt8] = []
    try generateCatalog(packages: packages, seed: 7) { lines += $0 }
    return try SmallCatalog.gateway(over: String(decoding: lines, as: UTF8.self), limits: limits)
  }

  private func request(_ query: String, stats: Bool = false) -> GraphQLRequest {
    GraphQLRequest(query: Array(query.utf8), wantsStats: stats)
  }

  /// The pieces of the response.
  private func pieces(
    _ query: String, of session: GatewaySession, windows: WindowSizes = WindowSizes(),
    stats: Bool = false
  ) throws -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    _ = try session.execute(request(query, stats: stats), windows: windows) { pieces.append($0) }
    return pieces
  }

  @Test(
    "is the response, byte for byte",
    arguments: [
      "{ packages(first: 1000000) { id title category { title } } }",
      "{ a: packages(first: 1025) { id } b: packages(first: 2000, offset: 400) { id } }",
      "{ category(id: 1) { packages { slug grids { title } } title } }",
      "{ categories { title packages(orderBy: [{title: ASC}]) { slug } } }",
      "{ grids(first: 1000) { title packages { slug category { slug } } } }",
      "{ packages(first: 9999, filter: {repoWatchers: {gt: 3}}, orderBy: {slug: DESC}) { slug } }",
      "{ packages(first: 5000) { grids(first: -1) { id } } }",
      "{ packages(first: 5000) { title } package(id: 1, slug: \"a\") { id } }",
    ])
  func sameBytes(query: String) throws {
    let session = try Self.gateway.get().makeSession()
    let whole = try parseJSON(session.execute(request(query)).body)
    var windows = WindowSizes()
    for nested in [20_000, 100] {
      windows.nestedElements = nested
      let streamed = try parseJSON(
        Array(pieces(query, of: session, windows: windows).joined()))
      #expect(streamed["data"] == whole["data"])
      #expect(streamed["errors"] == whole["errors"])
    }
  }

  @Test("has lookups for each window, and as many as ever if there is one alone")
  func lookups() throws {
    let session = try Self.gateway.get().makeSession()
    let stats = { (query: String) throws in
      try parseJSON(Array(pieces(query, of: session, stats: true).joined()))["extensions"]?[
        "stats"]?[
          "lookups"]
    }
    #expect(try stats("{ packages(first: 1024) { category { title } } }") == .int(2))
    #expect(try stats("{ packages(first: 1025) { category { title } } }") == .int(4))
    #expect(try stats("{ packages(first: 9999) { category { title } } }") == .int(6))
  }

  @Test("has no piece much longer than a chunk, and the first is a window's")
  func pieceSizes() throws {
    let session = try Self.gateway.get().makeSession()
    let pieces = try pieces("{ packages(first: 9999) { title repoDescription } }", of: session)
    #expect(pieces.count >= 3)
    #expect(pieces.allSatisfy { $0.count < 70_000 })
  }

  @Test("shows one state of the catalog, whatever is changed meanwhile")
  func snapshot() throws {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "gridql-\(UUID().uuidString).db"
    ).path
    defer {
      for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix)
      {
        #expect(throws: Never.self) {
          try FileManager.default.removeItem(atPath: path + suffix)
        }
      }
    }
    let catalog = try EditableCatalog(path: path)
    let session = try catalog.gateway.makeSession()
    let query = request("{ packages(first: 100, orderBy: {id: ASC}) { title category { title } } }")
    let before = session.execute(query).body
    var windows = WindowSizes()
    windows.elements = 1
    var streamed: [UInt8] = []
    var writes = 0
    _ = try session.execute(query, windows: windows) { piece in
      streamed += piece
      writes += 1
      let change =
        writes == 1
        ? "deletePackage(input: {package: {id: 5}}) { deletedId }"
        : "updatePackage(input: {package: {id: 4}, title: \"New \(writes)\"}) { package { id } }"
      let outcome = try catalog.respond("mutation { \(change) }").outcome
      #expect(outcome == .data)
    }
    #expect(writes == 5)
    #expect(streamed == before)
    #expect(session.execute(query).body != before)
  }

  @Test("ends with an error where a limit is passed: what has been written is no whole response")
  func limits() throws {
    var limits = RequestLimits.none
    limits.rows = 1_500
    let rows = try Self.generated(packages: 2_000, limits: limits).makeSession()
    let query = "{ packages(first: 2000) { id } }"
    let tooMany = #expect(throws: GraphQLError.self) { try pieces(query, of: rows) }
    #expect(tooMany?.code == .limitExceeded)
    #expect(tooMany?.path == [.name("packages")])
    limits.rows = .max
    limits.responseBytes = 20_000
    let bytes = try Self.generated(packages: 2_000, limits: limits).makeSession()
    let tooLong = #expect(throws: GraphQLError.self) { try pieces(query, of: bytes) }
    #expect(tooLong?.code == .limitExceeded)
    #expect(tooLong?.path == [.name("packages"), .index(1_459)])
  }
}
