import CatalogGateway
import CatalogStore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A database file that a command cannot work with.
struct DatabaseError: Error, Equatable, CustomStringConvertible {
  enum Reason: Equatable {
    case missing
    case refused(StoreError)
  }

  let path: String
  let reason: Reason

  var description: String {
    switch reason {
    case .missing:
      "there is no database \(path); make one with: gridql import FILE --database \(path)"
    case .refused(let error): "cannot open the database \(path): \(sentence(for: error))"
    }
  }
}

/// Opens the database in a file; makes a new one only if `creating`.
func openCatalog(at path: String, creating: Bool = false) throws(DatabaseError) -> CatalogDatabase {
  guard creating || access(path, F_OK) == 0 else {
    throw DatabaseError(path: path, reason: .missing)
  }
  do {
    return try CatalogDatabase(path: path, creates: creating)
  } catch {
    throw DatabaseError(path: path, reason: .refused(error))
  }
}

/// The sample catalog that is part of this binary, in memory.
func sampleCatalog() throws -> CatalogDatabase {
  let catalog = try CatalogDatabase.inMemory()
  let source = ImportSource(
    name: "the sample catalog", bytes: Embedded.sampleCatalogNDJSON.withUTF8Buffer { Array($0) })
  _ = try catalog.importCatalog(from: [source]) { _ in }
  return catalog
}

/// A gateway that tells the person at the terminal what it masks in the response.
func gateway(over catalog: CatalogDatabase) throws -> Gateway {
  try Gateway(catalog: catalog, limits: .none) { failure in
    standardError.note("failure \(failure.id): \(sentence(for: failure.error))")
  }
}
