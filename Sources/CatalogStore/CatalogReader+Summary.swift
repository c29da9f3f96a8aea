import SQLite

extension CatalogReader {
  /// Reads how much the catalog holds, and its revision. One lookup.
  /// - Throws: `StoreError`.
  public func summary() throws(StoreError) -> CatalogSummary {
    try lookup { () throws(SQLiteError) in
      let cached = try statement(
        for: """
          SELECT (SELECT count(*) FROM packages), (SELECT count(*) FROM grids), \
          (SELECT count(*) FROM categories), revision, modified FROM catalog_revision WHERE id = 1
          """)
      var summary = CatalogSummary(
        packageCount: 0, gridCount: 0, categoryCount: 0, revision: 0, modified: nil)
      try run(cached) { row in
        summary = CatalogSummary(
          packageCount: row.integer(at: 0), gridCount: row.integer(at: 1),
          categoryCount: row.integer(at: 2), revision: row.integer(at: 3),
          modified: row.text(at: 4))
        return false
      }
      return summary
    }
  }
}
