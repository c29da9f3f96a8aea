import SQLite

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension CatalogDatabase {
  /// Opens the file that has taken the place of this one while it is open; nil if none has.
  ///
  /// What connections to this one have begun they finish, on the old file. The new one is opened, checked
  /// and brought up to date under a name of its own first, so that nothing changes if it is no catalog.
  ///
  /// A database in use has a log and its index beside it, found by name alone (sqlite.org/wal.html): what
  /// the old file left there would be taken for the new one's and ruin it. So both names are removed
  /// before the new file is opened; the old file's connections have them open and need no names, and
  /// SQLite leaves a moved file's names alone when it closes the last of them.
  ///
  /// The new file must have been put there whole and alone, as `backup(to:progress:)` makes it, by a
  /// rename. One that a symbolic link leads to anew keeps what is beside it. Blocks.
  /// - Throws: `StoreError`; this catalog stays usable.
  public func replacement() throws(StoreError) -> CatalogDatabase? {
    guard case .file(let path) = location, let file else { return nil }
    guard let new = FileIdentity(path) else {
      throw .cannotOpen(StoreFailure(code: errno, message: "no file is there", statement: nil))
    }
    if new.isSameFile(as: file) { return nil }
    try Self.prepare(new)
    return try opening.sync {
      Result { () throws(StoreError) in
        if new.resolvedPath == file.resolvedPath { Self.removeLog(of: new) }
        return try CatalogDatabase(.file(path), access: .readWrite, opening: opening)
      }
    }.get()
  }

  /// Checks a file and brings it up to date, by a name that has no log yet.
  private static func prepare(_ file: FileIdentity) throws(StoreError) {
    let own = FileReplacement(path: file.resolvedPath).temporaryPath
    guard link(file.resolvedPath, own) == 0 else {
      throw .cannotOpen(
        StoreFailure(code: errno, message: String(cString: strerror(errno)), statement: nil))
    }
    defer { unlink(own) }
    try requireCatalog(at: own)
    _ = try CatalogDatabase(path: own, creates: false)
  }

  /// Refuses also what would become a catalog, an empty file: nobody means to serve it.
  private static func requireCatalog(at path: String) throws(StoreError) {
    let application: Int64?
    do {
      application = try Connection(.file(path), access: .readWrite).integer("PRAGMA application_id")
    } catch {
      throw StoreError(error)
    }
    if application != Migrations.applicationID { throw .notACatalog }
  }

  private static func removeLog(of file: FileIdentity) {
    // What is not there need not be removed, and what cannot be makes the opening fail.
    for suffix in ["-wal", "-shm"] { unlink(file.resolvedPath + suffix) }
  }
}
