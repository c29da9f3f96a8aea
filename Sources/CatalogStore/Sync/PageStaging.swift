import SQLite

/// Pages of lists that are kept in the catalog's file, where no reader of the catalog sees them.
///
/// Each change is a short transaction of its own, so that what was fetched outlives the process.
public actor PageStaging {
  private let connection: Connection

  init(_ catalog: CatalogDatabase) throws(SQLiteError) {
    connection = try catalog.connect(.readWrite)
    connection.setBusyTimeout(milliseconds: 60_000)
  }

  /// The page of a URL, if it is kept.
  /// - Throws: `StoreError`.
  public func page(at url: String) throws(StoreError) -> StagedPage? {
    try failingAsStore { () throws(SQLiteError) in
      let statement = try connection.prepare(
        "SELECT fetched, is_fresh, etag, last_modified, body FROM sync_pages WHERE url = ?1")
      try statement.bind(url, at: 1)
      guard try statement.step() else { return nil }
      return StagedPage(
        url: url, fetched: statement.integer(at: 0), isFresh: statement.integer(at: 1) != 0,
        etag: statement.text(at: 2), lastModified: statement.text(at: 3),
        body: statement.withText(at: 4) { $0.map(Array.init) ?? [] })
    }
  }

  /// Keeps a page in the place of what was kept of its URL.
  /// - Throws: `StoreError`.
  public func keep(_ page: StagedPage) throws(StoreError) {
    try failingAsStore { () throws(SQLiteError) in
      let statement = try connection.prepare(
        """
        INSERT OR REPLACE INTO sync_pages (url, fetched, is_fresh, etag, last_modified, body)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """)
      try statement.bind(page.url, at: 1)
      try statement.bind(page.fetched, at: 2)
      try statement.bind(page.isFresh, at: 3)
      try statement.bind(page.etag, at: 4)
      try statement.bind(page.lastModified, at: 5)
      try statement.bind(utf8: page.body, at: 6)
      try statement.run()
    }
  }

  /// Notes that pages are to be asked for again.
  /// - Throws: `StoreError`.
  public func expire(_ urls: [String]) throws(StoreError) {
    try failingAsStore { () throws(SQLiteError) in
      let statement = try connection.prepare("UPDATE sync_pages SET is_fresh = 0 WHERE url = ?1")
      for url in urls {
        try statement.bind(url, at: 1)
        try statement.run()
      }
    }
  }

  /// How many pages a sync that has not ended has left.
  /// - Throws: `StoreError`.
  public func freshCount() throws(StoreError) -> Int {
    try failingAsStore { () throws(SQLiteError) in
      Int(try connection.integer("SELECT count(*) FROM sync_pages WHERE is_fresh") ?? 0)
    }
  }

  private func failingAsStore<Value>(
    _ body: () throws(SQLiteError) -> Value
  ) throws(StoreError) -> Value {
    do {
      return try body()
    } catch {
      throw StoreError(error)
    }
  }
}

extension CatalogDatabase {
  /// Opens the pages that are kept in this catalog's file.
  /// - Throws: `StoreError` if the file cannot be opened.
  public func makePageStaging() throws(StoreError) -> PageStaging {
    do {
      return try PageStaging(self)
    } catch {
      throw StoreError(error)
    }
  }
}
