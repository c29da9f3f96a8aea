import CatalogGateway
import CatalogStore

/// A gateway over the sample catalog, in memory, filled by an import.
enum SampleGateway {
  private static let shared = Result { try make() }

  /// Answers one request in a session of its own; one that edits, over a catalog of its own.
  static func answer(_ request: GraphQLRequest, edits: Bool = false) throws -> [UInt8] {
    try (edits ? make() : shared.get()).makeSession().execute(request).body
  }

  /// A gateway that no request has reached before: its cache of plans is empty.
  static func make() throws -> Gateway {
    let catalog = try CatalogDatabase.inMemory()
    var unread: [UInt8]? = try Checkout.bytes(at: "Examples/sample-catalog.ndjson")
    let sample = ImportSource(name: "sample-catalog.ndjson") {
      defer { unread = nil }
      return unread
    }
    _ = try catalog.importCatalog(from: [sample]) { _ in }
    return try Gateway(catalog: catalog) { _ in }
  }
}
