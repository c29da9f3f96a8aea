import CatalogGateway
import CatalogStore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A command needs a database that is not there.
struct NoDatabase: Error, Equatable, CustomStringConvertible {
  let path: String

  var description: String {
    """
    there is no database \(path); make one with: gridql import FILE --database \(path)
    """
  }
}

/// Opens the database in a file; makes a new one only if `creating`.
func openCatalog(at path: String, creating: Bool = false) throws -> CatalogDatabase {
  guard creating || access(path, F_OK) == 0 else { throw NoDatabase(path: path) }
  return try CatalogDatabase(path: path)
}

/// The sample catalog that is part of this binary, in memory.
func sampleCatalog() throws -> CatalogDatabase {
  let catalog = try CatalogDatabase.inMemory()
  var rest: [UInt8]? = Embedded.sampleCatalogNDJSON.withUTF8Buffer { Array($0) }
  let source = ImportSource(name: "the sample catalog") {
    defer { rest = nil }
    return rest
  }
  _ = try catalog.importCatalog(from: [source]) { _ in }
  return catalog
}

/// A gateway that tells the person at the terminal what it masks in the response.
func gateway(over catalog: CatalogDatabase) throws -> Gateway {
  try Gateway(catalog: catalog) { failure in
    standardError.note("failure \(failure.id): \(sentence(for: failure.error))")
  }
}
