import CatalogStore

/// Why a gateway cannot answer from its database now.
public enum Unreadiness: Sendable, Equatable {
  /// The file was moved, deleted or replaced while it is in use.
  case databaseReplaced
  /// Another program has changed the version of the database's tables.
  case otherVersion
  /// The database cannot be read; the operator is told why under the id.
  case databaseFailed(id: String)
}

extension GatewaySession {
  /// Reads a little from the database, as every request would; nil if all is well.
  ///
  /// Blocks while SQLite reads.
  public func findUnreadiness() -> Unreadiness? {
    refresh()
    do throws(StoreError) {
      try catalog.checkReadable()
      return nil
    } catch .replaced {
      return .databaseReplaced
    } catch .otherVersion {
      return .otherVersion
    } catch {
      let failure = InternalFailure(id: InternalFailure.newID(), error: error)
      gateway.mask.report(failure)
      return .databaseFailed(id: failure.id)
    }
  }
}
