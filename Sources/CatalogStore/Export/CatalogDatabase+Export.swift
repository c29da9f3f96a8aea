import SQLite

extension CatalogDatabase {
  /// Gives the whole catalog as lines of `{"resource", "object"}`, as `importCatalog` reads them.
  ///
  /// Categories, grids and packages newest first, then grid_packages, features and elements by
  /// ascending id; what waits for others is included. An object has the fields, the order and the
  /// spelling of the origin's, so that importing the text again changes nothing, and exporting again
  /// gives the same bytes. One snapshot; memory does not grow with the catalog. Blocks.
  /// - Parameter write: takes the next bytes, whole lines.
  /// - Throws: `StoreError`, or what `write` throws.
  public func exportCatalog(to write: ([UInt8]) throws -> Void) throws {
    do {
      let connection = try connect(.readOnly)
      connection.setBusyTimeout(milliseconds: 5_000)
      try connection.withTransaction(.deferred) {
        for resource in CatalogResource.allCases {
          let objects = try ResourceExport(resource, on: connection)
          try send(to: write, objects.appendLine)
          let pending = try PendingExport(resource, on: connection)
          try send(to: write, pending.appendLine)
        }
      }
    } catch let error as SQLiteError {
      throw StoreError(error)
    }
  }

  /// Bytes from which on what has gathered is written.
  private static let exportChunkBytes = 256 << 10

  private func send(
    to write: ([UInt8]) throws -> Void,
    _ appendLine: (inout [UInt8]) throws(SQLiteError) -> Bool
  ) throws {
    var chunk: [UInt8] = []
    while try appendLine(&chunk) {
      guard chunk.count >= Self.exportChunkBytes else { continue }
      try write(chunk)
      chunk.removeAll(keepingCapacity: true)
    }
    if !chunk.isEmpty { try write(chunk) }
  }
}
