import SQLite

extension CatalogReader {
  /// Opens a list of all records of an entity, to be read in pieces. Not for pages by a keyset, nor from
  /// the end.
  /// - Throws: `StoreError`.
  public func cursor(
    _ entity: Entity, _ query: ListQuery, columns: ColumnSet
  ) throws(StoreError) -> RecordCursor {
    // The parent is a stand-in that the statement does not look at.
    try open(ListLookup(.all(entity), [0], query, columns))
  }

  /// Opens the list of one parent's related records, to be read in pieces. Not for pages by a keyset, nor
  /// from the end.
  /// - Throws: `StoreError`.
  public func cursor(
    _ relation: Relation, of parent: Int64, _ query: ListQuery, columns: ColumnSet
  ) throws(StoreError) -> RecordCursor {
    try open(ListLookup(.related(relation), [parent], query, columns))
  }

  private func open(_ lookup: ListLookup) throws(StoreError) -> RecordCursor {
    do {
      let cursor = try lookup.cursor(on: self)
      openCursors.append(cursor)
      return cursor
    } catch {
      throw StoreError(error)
    }
  }

  /// Lets go of what the snapshot's cursors hold.
  func closeCursors() {
    for cursor in openCursors { cursor.close() }
    openCursors = []
  }
}
