import SQLite

extension CatalogReader {
  /// Finds packages and grids by words in their titles, slugs and descriptions, the most relevant
  /// first: a word in a title counts ten times, in a slug four times as much as one in a description.
  ///
  /// All words must occur, the last one as a beginning; case and accents do not matter. With
  /// `similar`, a first page that is not full goes on with what has a title or a slug like the text,
  /// the most alike first. One lookup.
  /// - Throws: `StoreError`.
  public func search(
    _ text: String, in targets: SearchTargets, similar: Bool = false, first: Int, offset: Int = 0,
    packageColumns: ColumnSet, gridColumns: ColumnSet
  ) throws(StoreError) -> SearchHits {
    try lookup { () throws(SQLiteError) in
      var found = try searchRows(text, in: targets, first: first, offset: offset)
      if similar, offset == 0, found.count < first {
        let more = try similarRows(to: text, in: targets, except: Set(found))
        found += more.prefix(first - found.count)
      }
      let packages = try records(
        .package, distinct: found.filter { $0 & 1 == 0 }.map { $0 >> 1 }, columns: packageColumns)
      let grids = try records(
        .grid, distinct: found.filter { $0 & 1 == 1 }.map { $0 >> 1 }, columns: gridColumns)
      return SearchHits(
        hits: hits(found, packages: packages, grids: grids), packages: packages, grids: grids)
    }
  }

  /// The index's row ids: twice the record's id, for a grid one more.
  private func searchRows(
    _ text: String, in targets: SearchTargets, first: Int, offset: Int
  ) throws(SQLiteError) -> [Int64] {
    let kind =
      switch targets {
      case .packages: " AND rowid & 1 = 0"
      case .grids: " AND rowid & 1 = 1"
      case []: " AND 0"
      default: ""
      }
    let cached = try statement(
      for: """
        SELECT rowid FROM search_index WHERE search_index MATCH ?1 \
        AND rank MATCH 'bm25(10.0, 4.0, 1.0)'\(kind) ORDER BY rank LIMIT ?2 OFFSET ?3
        """)
    try cached.statement.bind(SearchText(text).query, at: 1)
    try cached.statement.bind(Int64(max(first, 0)), at: 2)
    try cached.statement.bind(Int64(max(offset, 0)), at: 3)
    var found: [Int64] = []
    try run(cached) { row in
      found.append(row.integer(at: 0))
      return true
    }
    return found
  }

  private func hits(
    _ found: [Int64], packages: RecordBatch, grids: RecordBatch
  ) -> [SearchHits.Hit] {
    var rows = RowTable(capacity: found.count)
    for (row, id) in packages.ids.enumerated() {
      _ = rows.row(of: id << 1, orInsert: Int32(row))
    }
    for (row, id) in grids.ids.enumerated() {
      _ = rows.row(of: id << 1 | 1, orInsert: Int32(row))
    }
    return found.compactMap { rowID in
      rows.row(of: rowID).map { row in
        SearchHits.Hit(entity: rowID & 1 == 0 ? .package : .grid, row: row)
      }
    }
  }
}
