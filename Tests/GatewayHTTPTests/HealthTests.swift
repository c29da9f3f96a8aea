import CatalogGateway
import CatalogStore
import Foundation
import Testing

@testable import GatewayHTTP

@Suite("Liveness and readiness")
struct HealthTests {
  @Test("a server is live, and ready as long as its database is where it was")
  func movedFile() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
    }
    let path = folder.appendingPathComponent("catalog.db").path
    let gateway = try Gateway(catalog: CatalogDatabase(path: path), report: { _ in })
    let connection = try TestConnection(gateway: gateway)
    #expect(try connection.response(to: .get("/health/ready")).body == #"{"status":"ready"}"#)

    try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
    let response = try connection.response(to: .get("/health/ready"))
    #expect(response.status == 503)
    #expect(
      response.body
        == #"{"status":"unavailable","reason":"The file of the database was moved, deleted or replaced."}"#
    )
    #expect(try connection.response(to: .get("/health/live")).body == #"{"status":"live"}"#)

    try FileManager.default.moveItem(atPath: path + ".old", toPath: path)
    #expect(try connection.response(to: .get("/health/ready")).status == 200)
  }
}
