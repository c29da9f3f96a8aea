import CatalogGateway
import CatalogStore
import Foundation
import MeasuredQueries
import PlainSQL
import Testing

@Suite("Plain SQL")
struct PlainSQLTests {
  private static let queries = MeasuredQuery.allCases.filter { $0 != .q5 && $0 != .q6 }

  @Test("gives what GraphQL gives, byte by byte", arguments: queries)
  func sameBytes(query: MeasuredQuery) throws {
    let path = NSTemporaryDirectory() + "plain-sql-\(query.name)-\(UUID().uuidString).db"
    defer { for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) } }
    let session = try Gateway(catalog: sampleCatalog(at: path)) { _ in }.makeSession()
    let plain = try #require(plain_sql_open(path))
    defer { plain_sql_close(plain) }
    for id in [2192, 1, 0] as [Int64] {
      let response = session.execute(try GraphQLRequest(body: query.body(package: id)))
      var length = 0
      let bytes = try #require(plain_sql_answer(plain, query.name, 2, id, &length))
      let answer = UnsafeRawBufferPointer(start: bytes, count: length)
      #expect(Array(answer) == response.body)
    }
  }

  private func sampleCatalog(at path: String) throws -> CatalogDatabase {
    let catalog = try CatalogDatabase(path: path)
    let sample = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Examples/sample-catalog.ndjson")
    var unread: [UInt8]? = Array(try Data(contentsOf: sample))
    let source = ImportSource(name: "sample") {
      defer { unread = nil }
      return unread
    }
    _ = try catalog.importCatalog(from: [source]) { _ in }
    return catalog
  }
}
