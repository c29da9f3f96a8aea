import CatalogGateway
import CatalogStore
import Foundation
import JSON
import Synchronization
import Testing

@Suite("Failures of the store")
struct FailureTests {
  /// What the operator was told.
  private final class Reports: Sendable {
    let all = Mutex<[InternalFailure]>([])
  }

  @Test("the client gets an id, the operator gets the failure under that id")
  func masked() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "gridql-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { _ = Result { try FileManager.default.removeItem(at: folder) } }
    let file = folder.appending(path: "catalog.db")
    let reports = Reports()
    let catalog = try CatalogDatabase(path: file.path())
    let gateway = try Gateway(catalog: catalog) { failure in
      reports.all.withLock { $0.append(failure) }
    }
    let session = try gateway.makeSession()
    let bytes = try Data(contentsOf: file).count
    let handle = try FileHandle(forWritingTo: file)
    try handle.write(contentsOf: Data(repeating: 0x5A, count: bytes))
    try handle.close()

    let response = session.execute(GraphQLRequest(query: Array("{ a: categories { id } }".utf8)))
    let body = String(decoding: response.body, as: UTF8.self)
    let errors = try #require(try parseJSON(body)["errors"])
    guard case .array(let errors) = errors, let error = errors.first else { return }
    let failures = reports.all.withLock { $0 }
    #expect(errors.count == 1)
    #expect(response.account.hasInternalFailure)
    #expect(error["extensions"]?["code"] == .string("INTERNAL_SERVER_ERROR"))
    #expect(
      failures.contains {
        error["message"] == .string("Internal server error (id \($0.id)).")
      })
    #expect(failures.contains { "\($0.error)".contains("malformed") })
    #expect(!body.contains("malformed") && !body.contains("SELECT"))
  }
}

@Suite("The schema and its resolvers")
struct SchemaTests {
  @Test("what is embedded is Schema.graphql")
  func embedded() throws {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Schema.graphql")
    #expect(try Gateway.schemaText == String(decoding: Data(contentsOf: file), as: UTF8.self))
  }

  @Test("every list that can be ordered can be ordered by every field of its order input")
  func orders() throws {
    let schema = try SmallCatalog.gateway.get().schema
    for (input, list) in [("PackageOrder", "packages"), ("GridOrder", "grids")] {
      let id = try #require(schema.typeID(named: input))
      let orders = schema[id].inputFields.map { "{\($0.name): DESC}" }.joined(separator: ", ")
      #expect(
        try SmallCatalog.answer("{ \(list)(orderBy: [\(orders)], first: 1) { __typename } }")
          .hasPrefix("{\"data\":"))
    }
  }
}
