import SQLite

/// Reads one list of records in pieces, each of them a lookup, over one statement that stays where it
/// is between them.
///
/// Belongs to the snapshot in which it was opened and ends with it. For one thread at a time, like its
/// reader. Memory holds a piece at the most, unless the list's order has no index and SQLite sorts it.
public final class RecordCursor {
  private unowned let reader: CatalogReader
  private let cached: CachedStatement
  private let layout: RowLayout
  /// Binds the statement anew, to leave out so many records.
  private let bind: (_ skipped: Int64) throws(SQLiteError) -> Void
  /// How many records come before the next one; nil if the statement does not run.
  private var position: Int?
  private var isOnRow = false
  private var isClosed = false

  init(
    _ reader: CatalogReader, _ cached: CachedStatement, _ layout: RowLayout,
    bind: @escaping (_ skipped: Int64) throws(SQLiteError) -> Void
  ) {
    self.reader = reader
    self.cached = cached
    self.layout = layout
    self.bind = bind
    cached.isLent = true
  }

  deinit {
    close()
  }

  /// The records from the one with `start` before it on, `count` of them at the most, and whether there
  /// are more behind them.
  ///
  /// Costs nothing beyond those if they follow the records read last; otherwise the list is walked
  /// again from its beginning.
  /// - Throws: `StoreError`.
  public func records(
    from start: Int, count: Int
  ) throws(StoreError) -> (batch: RecordBatch, hasMore: Bool) {
    precondition(!isClosed, "a cursor ends with its snapshot")
    return try reader.lookup { () throws(SQLiteError) in
      if position != start { try begin(at: start) }
      var builder = RecordBatchBuilder(layout, rows: min(count, 1 << 12))
      while isOnRow, builder.ids.count < count {
        builder.append(cached.statement)
        position = start + builder.ids.count
        try step()
      }
      return (builder.finish(), isOnRow)
    }
  }

  private func begin(at start: Int) throws(SQLiteError) {
    cached.statement.reset()
    position = nil
    try bind(Int64(start))
    reader.statistics.statements += 1
    position = start
    try step()
  }

  /// Moves to the next record.
  private func step() throws(SQLiteError) {
    isOnRow = try cached.statement.step()
    if isOnRow { try reader.countRow() }
  }

  /// Lets go of the statement.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    cached.statement.reset()
    cached.isLent = false
  }
}
