import SQLite

/// A kept page to import, and what it lists.
public struct PageToImport: Sendable, Hashable {
  /// Where it is from.
  public let url: String
  /// What it lists.
  public let resource: CatalogResource

  /// Names a page.
  public init(url: String, resource: CatalogResource) {
    self.url = url
    self.resource = resource
  }
}

extension CatalogDatabase {
  /// Imports pages that are kept in the catalog's file: in one transaction, as `importCatalog`.
  ///
  /// In the same transaction the sync that fetched them ends: pages with a validator (RFC 9110 §8.8
  /// Validator Fields) stay for conditional requests, all others are let go. Blocks.
  /// - Parameters:
  ///   - pages: all pages of the lists of categories, grids and packages, in the order of the lists.
  ///   - absentObjects: what becomes of objects that are on none of them.
  ///   - time: what the revision's time is to be, RFC 3339; nil for now.
  ///   - progress: told after each page.
  /// - Returns: what became of the objects, the gone ones included.
  /// - Throws: `ImportError`; the catalog and the pages are as they were then.
  public func importPages(
    _ pages: [PageToImport], absentObjects: AbsentObjects, at time: String? = nil,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws(ImportError) -> ImportSummary {
    try withImportTransaction { connection, firstFill in
      let run = try ImportRun(
        on: connection, firstFill: firstFill, absentObjects: absentObjects)
      for (number, page) in pages.enumerated() {
        let source = try Self.source(of: page, on: connection)
        try read(source, number: number, into: run, progress: progress)
      }
      try run.finish(at: time)
      try Self.endSync(with: pages, on: connection)
      return run.summary
    }
  }

  private static func source(
    of page: PageToImport, on connection: Connection
  ) throws -> ImportSource {
    let statement = try connection.prepare("SELECT body FROM sync_pages WHERE url = ?1")
    try statement.bind(page.url, at: 1)
    guard try statement.step() else {
      throw ImportError(
        .unreadable(
          "\(page.url) is not kept any more: another sync of this database has ended meanwhile"),
        source: page.url)
    }
    var body = statement.withText(at: 0) { $0.map(Array.init) }
    return ImportSource(name: page.url, of: page.resource) {
      defer { body = nil }
      return body
    }
  }

  private static func endSync(
    with pages: [PageToImport], on connection: Connection
  ) throws(SQLiteError) {
    try connection.execute("CREATE TEMP TABLE imported_pages (url TEXT PRIMARY KEY)")
    let add = try connection.prepare("INSERT OR IGNORE INTO temp.imported_pages VALUES (?1)")
    for page in pages {
      try add.bind(page.url, at: 1)
      try add.run()
    }
    try connection.execute(
      """
      DELETE FROM sync_pages WHERE etag IS NULL AND last_modified IS NULL
        OR url NOT IN (SELECT url FROM temp.imported_pages);
      UPDATE sync_pages SET is_fresh = 0;
      DROP TABLE temp.imported_pages;
      """)
  }
}
