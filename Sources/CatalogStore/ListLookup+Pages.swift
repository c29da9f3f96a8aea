import SQLite

extension ListLookup {
  /// The runs that a list's walk goes through; empty for the whole of it.
  struct Seek {
    var segments: [SeekSegment] = []
    /// The runs, from the other side, beyond which the walk ends; empty for none.
    var bound: [SeekSegment] = []
  }

  private struct PageStatement {
    let cached: CachedStatement
    let values: [ColumnValue]
  }

  /// - Throws: `StoreError.invalidKeyset`.
  func seek() throws(StoreError) -> Seek {
    var seek = Seek()
    if query.after == nil && query.before == nil { return seek }
    let order = order
    let (start, end) = query.fromEnd ? (query.before, query.after) : (query.after, query.before)
    if let start {
      guard order.accepts(start) else { throw .invalidKeyset }
      seek.segments = order.segments(after: start)
    }
    if let end {
      guard order.accepts(end) else { throw .invalidKeyset }
      seek.bound = order.reversed.segments(after: end)
    }
    return seek
  }

  func readPages(
    _ seek: Seek, on reader: CatalogReader
  ) throws(SQLiteError) -> RecordLists {
    let (statements, layout) = try pageStatements(seek, on: reader)
    for statement in statements { try statement.cached.statement.bind(statement.values) }
    var builder = makeBuilder(layout, for: statements[0].cached)
    for parent in parents {
      try readPage(of: parent, statements, into: &builder, on: reader)
    }
    return builder.finish()
  }

  /// The list of the one parent, to be read in pieces.
  func cursor(on reader: CatalogReader) throws(SQLiteError) -> RecordCursor {
    precondition(query.after == nil && query.before == nil && !query.fromEnd && !query.needsKeysets)
    let (statements, layout) = try pageStatements(Seek(), on: reader)
    let page = statements[0]
    return RecordCursor(reader, page.cached, layout) { [self] skipped throws(SQLiteError) in
      try page.cached.statement.bind(page.values)
      if source != .all(source.entity) {
        try page.cached.statement.bind(parents[0], at: SQLText.parent)
      }
      let rows = limit.map { max(Int64($0) - skipped, 0) } ?? -1
      try page.cached.statement.bind(rows, at: SQLText.limit)
      try page.cached.statement.bind(Int64(offset) + skipped, at: SQLText.offset)
    }
  }

  private func pageStatements(
    _ seek: Seek, on reader: CatalogReader
  ) throws(SQLiteError) -> (statements: [PageStatement], layout: RowLayout) {
    if condition.isEmpty && seek.segments.isEmpty && seek.bound.isEmpty {
      let shape = StatementShape.page(
        source, query.order, columns, fromEnd: query.fromEnd, needsKeysets: query.needsKeysets)
      let known = try reader.statement(of: shape) {
        let text = composer(order)
        return (text.page().text, text.layout)
      }
      return ([PageStatement(cached: known.cached, values: [])], known.layout)
    }
    let text = composer(order)
    let texts =
      seek.segments.isEmpty
      ? [text.page(bound: seek.bound)]
      : seek.segments.map { text.page($0, bound: seek.bound) }
    var statements: [PageStatement] = []
    for sql in texts {
      statements.append(
        PageStatement(cached: try reader.statement(for: sql.text), values: sql.values))
    }
    return (statements, text.layout)
  }

  private func readPage(
    of parent: Int64, _ statements: [PageStatement], into builder: inout RecordListsBuilder,
    on reader: CatalogReader
  ) throws(SQLiteError) {
    var taken = 0
    var hasMore = false
    // One statement leaves out rows by itself; of several, none knows how many those before it had.
    var skip = statements.count > 1 ? offset : 0
    for page in statements where !hasMore {
      if source != .all(source.entity) {
        try page.cached.statement.bind(parent, at: SQLText.parent)
      }
      // One row more than wanted tells whether there are more.
      let rows = limit.map { Int64($0 - taken + skip + 1) } ?? -1
      try page.cached.statement.bind(rows, at: SQLText.limit)
      try page.cached.statement.bind(
        Int64(statements.count > 1 ? 0 : offset), at: SQLText.offset)
      try reader.run(page.cached) { row in
        if skip > 0 {
          skip -= 1
          return true
        }
        if taken == limit {
          hasMore = true
          return false
        }
        builder.append(row)
        taken += 1
        return true
      }
    }
    builder.endList(hasMore: hasMore, reversed: query.fromEnd)
  }
}
