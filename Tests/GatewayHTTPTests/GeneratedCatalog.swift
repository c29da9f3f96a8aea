import CatalogStore

/// A catalog in memory of so many packages, the same on every run.
func generatedCatalog(packages: Int) throws -> CatalogDatabase {
  var lines: [UInt8] = []
  try generateCatalog(packages: packages, seed: 7) { lines += $0 }
  let catalog = try CatalogDatabase.inMemory()
  _ = try catalog.importCatalog(
    from: [ImportSource(name: "catalog.ndjson", bytes: lines)]
  ) { _ in }
  return catalog
}
