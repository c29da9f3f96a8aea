import SQLite

extension ListLookup {
  func readWhole(
    _ relation: Relation, on reader: CatalogReader
  ) throws(SQLiteError) -> RecordLists {
    // A list that is cut must come in order.
    let walk = query.order.isEmpty && !isCut ? tables.wholeWalk : .sorted
    let (cached, values, layout, parentColumn) = try wholeStatement(relation, walk, on: reader)
    try cached.statement.bind(utf8: keyListText(parents), at: SQLText.parent)
    defer { cached.statement.clearBindings() }
    try cached.statement.bind(values)
    var builder = makeBuilder(layout, for: cached)
    let isReversed = if case .backwards = walk { true } else { false }
    let end = limit.map { $0 + offset } ?? .max
    var seen = 0
    try reader.run(cached) { row in
      let parent = Int(row.integer(at: parentColumn))
      while builder.finishedLists < parent {
        builder.endList(hasMore: seen > end, reversed: isReversed)
        seen = 0
      }
      if seen >= offset && seen < end { builder.append(row) }
      seen += 1
      return true
    }
    while builder.finishedLists < parents.count {
      builder.endList(hasMore: seen > end, reversed: isReversed)
      seen = 0
    }
    return builder.finish()
  }

  private func wholeStatement(
    _ relation: Relation, _ walk: WholeWalk, on reader: CatalogReader
  ) throws(SQLiteError) -> (CachedStatement, [ColumnValue], RowLayout, parentColumn: Int) {
    // An uncut list read from its end is the list, and comes in its order.
    func order() -> ListOrder { ListOrder(query.order, of: tables) }
    if condition.isEmpty {
      let shape = StatementShape.whole(
        relation, query.order, columns, needsKeysets: query.needsKeysets)
      let known = try reader.statement(of: shape) {
        let text = composer(order())
        return (text.whole(walk).text, text.layout)
      }
      // The parent's place is the last column.
      return (known.cached, [], known.layout, known.cached.statement.columnCount - 1)
    }
    let text = composer(order())
    let sql = text.whole(walk)
    return (try reader.statement(for: sql.text), sql.values, text.layout, text.parentColumn)
  }
}
