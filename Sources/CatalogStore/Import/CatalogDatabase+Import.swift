import SQLite

extension CatalogDatabase {
  /// Takes catalog files into the catalog: all of their objects, or none.
  ///
  /// A file is lines of `{"resource", "object"}`, a REST v4 list page, a list, or bare objects; it
  /// is read as it comes, so that memory does not grow with it. Objects are added, or updated where
  /// something is different. Links to what is not there are kept until it comes. Readers see the
  /// catalog as it was until all is done; another import waits. Blocks.
  /// - Parameters:
  ///   - sources: the files, in any order.
  ///   - time: what the revision's time is to be, RFC 3339; nil for now.
  ///   - progress: told after each chunk of a source.
  /// - Returns: what became of the objects, and what waits for others.
  /// - Throws: `ImportError`; the catalog is as it was then.
  public func importCatalog(
    from sources: [ImportSource], at time: String? = nil,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws(ImportError) -> ImportSummary {
    try withImportTransaction { connection, firstFill in
      let run = try ImportRun(on: connection, firstFill: firstFill)
      for (number, source) in sources.enumerated() {
        try read(source, number: number, into: run, progress: progress)
      }
      try run.finish(at: time)
      return run.summary
    }
  }

  /// Runs `body` with the writer, and what is known of a catalog that nobody else has: all of its
  /// changes, or none.
  func withImportTransaction<Result>(
    _ body: (Connection, FirstFill?) throws -> Result
  ) throws(ImportError) -> Result {
    do {
      let connection = try makeImportConnection()
      return try FirstFill.prepare(connection, at: location) { firstFill in
        try connection.withTransaction(.immediate) {
          try connection.execute("PRAGMA defer_foreign_keys = ON")
          return try body(connection, firstFill)
        }
      }
    } catch let error as ImportError {
      throw error
    } catch let error as SQLiteError {
      throw ImportError(.store(StoreError(error)))
    } catch {
      throw ImportError(.unreadable("\(error)"))
    }
  }

  /// Kibibytes that the writer keeps in memory, of the file and of its temporary tables.
  private static let writerCacheKibibytes = 32 << 10
  private static let writerBusyMilliseconds: Int32 = 60_000

  private func makeImportConnection() throws(SQLiteError) -> Connection {
    let connection = try connect(.readWrite)
    connection.setBusyTimeout(milliseconds: Self.writerBusyMilliseconds)
    try connection.execute(
      """
      PRAGMA foreign_keys = ON;
      PRAGMA temp_store = FILE;
      PRAGMA threads = 1;
      PRAGMA main.cache_size = -\(Self.writerCacheKibibytes);
      PRAGMA temp.cache_size = -\(Self.writerCacheKibibytes);
      """)
    return connection
  }

  /// Takes all objects of a source: while those of one chunk are written, the next one is decoded.
  func read(
    _ source: ImportSource, number: Int, into run: ImportRun,
    progress: (ImportProgress) -> Void
  ) throws(ImportError) {
    var bytes = 0
    var chunk = try nextChunk(of: source)
    var decoded = DecodedChunk(chunk, with: SourceDecoder(source))
    while let current = chunk {
      chunk = try nextChunk(of: source)
      let (decoder, batch) = decoded.wait()
      decoded = DecodedChunk(chunk, with: decoder)
      try run.add(batch, of: source.name)
      bytes += current.count
      progress(ImportProgress(source: number, sourceBytes: bytes, objects: run.objectCount))
    }
    // What only the end of the text completes.
    try run.add(decoded.wait().batch, of: source.name)
    progress(ImportProgress(source: number, sourceBytes: bytes, objects: run.objectCount))
  }

  private func nextChunk(of source: ImportSource) throws(ImportError) -> [UInt8]? {
    do {
      return try source.read()
    } catch {
      throw ImportError(.unreadable("\(error)"), source: source.name)
    }
  }
}
