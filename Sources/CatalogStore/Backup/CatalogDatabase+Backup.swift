import SQLite

extension CatalogDatabase {
  /// Copies the catalog, as it is now, into a file, which takes the place of one that is there.
  ///
  /// Readers and the writer go on meanwhile. The copy appears whole, when it is on the disk. Blocks.
  /// - Parameters:
  ///   - path: where the copy is to be.
  ///   - progress: told now and then how many pages are copied, and of how many.
  /// - Throws: `BackupError`.
  public func backup(
    to path: String, progress: (_ copied: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(BackupError) {
    if case .file(let own) = location, FileReplacement.areSame(own, path) { throw .isTheCatalog }
    let source: Connection
    do throws(SQLiteError) {
      source = try connect(.readOnly)
      source.setBusyTimeout(milliseconds: 5_000)
      // The snapshot that all pages are copied from begins with its first read.
      try source.begin(.deferred)
      _ = try source.integer("SELECT count(*) FROM sqlite_schema")
    } catch {
      throw .store(StoreError(error))
    }
    try Self.copy(source, to: path, progress)
  }

  /// Copies a connection's database into a file.
  static func copy(
    _ source: Connection, to path: String, _ progress: (Int, Int) -> Void = { _, _ in }
  ) throws(BackupError) {
    if FileReplacement.exists(path + "-wal") { throw .targetHasLog }
    let replacement = FileReplacement(path: path)
    do throws(SQLiteError) {
      // Closed before the file is renamed.
      let target = try Connection(.file(replacement.temporaryPath), access: .create)
      try source.backup(to: target, progress: progress)
    } catch {
      replacement.discard()
      throw .store(StoreError(error))
    }
    try replacement.finish()
  }
}
