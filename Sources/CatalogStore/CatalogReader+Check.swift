import SQLite

extension CatalogReader {
  /// Checks that lookups can be answered now, by reading from the database: that its file is in its
  /// place, and that it has the tables that this program knows.
  ///
  /// - Throws: `StoreError`.
  public func checkReadable() throws(StoreError) {
    guard !connection.hasMoved else { throw .replaced }
    do {
      let version = Int(try connection.integer("PRAGMA user_version") ?? 0)
      guard version == Migrations.steps.count else {
        throw StoreError.otherVersion(version, known: Migrations.steps.count)
      }
      _ = try connection.integer("SELECT id FROM packages LIMIT 1")
    } catch let error as SQLiteError {
      throw StoreError(error)
    } catch let error as StoreError {
      throw error
    } catch {
      preconditionFailure("only the two error types above are thrown")
    }
  }
}
