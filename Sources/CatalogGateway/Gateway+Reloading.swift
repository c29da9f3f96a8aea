import CatalogStore

extension Gateway {
  /// The catalog that is served now.
  public var catalog: CatalogDatabase { served.current }

  /// Serves the file that has taken the place of the catalog's; false if none has, or if it is served
  /// already because a connection was opened meanwhile.
  ///
  /// Requests that have begun end on the old file, and so do the mutations of a group that has begun;
  /// all after them use the new one. Operations stay prepared. See `CatalogDatabase.replacement()` for
  /// what the file must be. Blocks. Throws a `StoreError`; the old file is served on then.
  public func reopenCatalog() throws -> Bool {
    let isNew = try served.exchange()
    writes.retireWriter()
    reopeningAction.withLock { $0 }?()
    return isNew
  }

  /// Has something done whenever the catalog was exchanged, such as letting idle sessions know; nil for
  /// nothing.
  public func onReopening(_ action: (@Sendable () -> Void)?) {
    reopeningAction.withLock { $0 = action }
  }

  /// Trusts other documents from now on. Requests that have begun end as they were.
  ///
  /// Throws a `TrustedDocumentError` that names the first that cannot be executed; the documents stay as
  /// they were then.
  public func trust(_ documents: TrustedDocuments) throws(TrustedDocumentError) {
    try prepare(documents)
    self.documents.trust(documents)
  }
}
