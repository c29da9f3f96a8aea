import CatalogStore
import Foundation

/// The catalog that is measured: the database named by `GRIDQL_DATABASE`, or else the sample.
enum MeasuredCatalog {
  static func open() throws -> CatalogDatabase {
    if let path = ProcessInfo.processInfo.environment["GRIDQL_DATABASE"] {
      return try CatalogDatabase(path: path)
    }
    return try importSample(try sample())
  }

  /// The sample catalog's file.
  static func sample() throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: "Examples/sample-catalog.ndjson")))
  }

  /// A new database in memory with the objects of a catalog file.
  static func importSample(_ file: [UInt8]) throws -> CatalogDatabase {
    let catalog = try CatalogDatabase.inMemory()
    var unread: [UInt8]? = file
    let source = ImportSource(name: "sample-catalog.ndjson") {
      defer { unread = nil }
      return unread
    }
    _ = try catalog.importCatalog(from: [source]) { _ in }
    return catalog
  }
}
