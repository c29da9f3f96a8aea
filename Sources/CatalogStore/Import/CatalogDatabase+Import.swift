import JSON
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
    try withImportTransaction { connection in
      let run = try ImportRun(on: connection)
      for (number, source) in sources.enumerated() {
        try read(source, number: number, into: run, progress: progress)
      }
      try run.finish(at: time)
      return run.summary
    }
  }

  /// Runs `body` with the writer: all of its changes, or none.
  func withImportTransaction<Result>(
    _ body: (Connection) throws -> Result
  ) throws(ImportError) -> Result {
    do {
      let connection = try makeImportConnection()
      return try connection.withTransaction(.immediate) {
        try connection.execute("PRAGMA defer_foreign_keys = ON")
        return try body(connection)
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
  private static let writerCacheKibibytes = 64 << 10
  private static let writerBusyMilliseconds: Int32 = 60_000

  private func makeImportConnection() throws(SQLiteError) -> Connection {
    let connection = try connect(.readWrite)
    connection.setBusyTimeout(milliseconds: Self.writerBusyMilliseconds)
    try connection.execute(
      """
      PRAGMA foreign_keys = ON;
      PRAGMA temp_store = FILE;
      PRAGMA main.cache_size = -\(Self.writerCacheKibibytes);
      PRAGMA temp.cache_size = -\(Self.writerCacheKibibytes);
      """)
    return connection
  }

  /// Takes all objects of a source.
  func read(
    _ source: ImportSource, number: Int, into run: ImportRun,
    progress: (ImportProgress) -> Void
  ) throws(ImportError) {
    var splitter = JSONSplitter()
    var bytes = 0
    var isComplete = false
    while !isComplete {
      if let chunk = try nextChunk(of: source) {
        bytes += chunk.count
        splitter.append(chunk)
      } else {
        splitter.finish()
        isComplete = true
      }
      try addPieces(of: &splitter, from: source, to: run)
      progress(ImportProgress(source: number, sourceBytes: bytes, objects: run.objectCount))
    }
  }

  private func nextChunk(of source: ImportSource) throws(ImportError) -> [UInt8]? {
    do {
      return try source.read()
    } catch {
      throw ImportError(.unreadable("\(error)"), source: source.name)
    }
  }

  private func addPieces(
    of splitter: inout JSONSplitter, from source: ImportSource, to run: ImportRun
  ) throws(ImportError) {
    do {
      while let piece = try splitter.next() {
        let reader = JSONReader(splitter.bytes, in: piece.range, from: piece.start)
        try run.add(reader, of: source.name, as: source.resource)
      }
    } catch let error as ImportError {
      throw error
    } catch let error as JSONError {
      throw ImportError(.syntax(error.reason), source: source.name, at: error.position)
    } catch {
      preconditionFailure("cutting and taking throw JSON errors and import errors only")
    }
  }
}
