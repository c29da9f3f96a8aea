import SQLite

extension CatalogReader {
  /// Finds packages and grids by words in their titles, slugs and descriptions, the most relevant
  /// first: a word in a title counts ten times, in a slug four times as much as one in a description.
  ///
  /// All words must occur, the last one as a beginning; case and accents do not matter. With
  /// `similar`, a first page that is not full goes on with what has a title or a slug like the text,
  /// the most alike first. Of many finds only the newest are ranked, see ``rankedLimit``; the
  /// others follow, the newest first. One lookup.
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

  /// Rows of the index that a search for one word ranks, of two words half as many, and so on: the newest
  /// that have the words. To rank a row takes about a microsecond a word, and some words are in most
  /// packages.
  public static let rankedLimit = 4_000

  /// The index's row ids: twice the record's id, for a grid one more. What is older than the ranked ones
  /// comes after them, the newest first.
  private func searchRows(
    _ text: String, in targets: SearchTargets, first: Int, offset: Int
  ) throws(SQLiteError) -> [Int64] {
    let (first, offset) = (max(first, 0), max(offset, 0))
    if targets.isEmpty || first == 0 { return [] }
    let text = SearchText(text)
    let rows = SearchRows(query: try query(text), targets: targets)
    let rankedCount = Self.rankedLimit / (text.phrasesBeforeLast + 1)
    let oldest = try searchRows(rows.newestRanked, rankedCount - 1, 1).first
    var found: [Int64] = []
    if offset < rankedCount {
      found = try searchRows(
        rows.ranked(from: oldest, phrasesBeforeLast: text.phrasesBeforeLast), offset, first)
    }
    guard let oldest, found.count < first else { return found }
    let passed = max(offset - rankedCount, 0)
    return found + (try searchRows(rows.unranked(before: oldest), passed, first - found.count))
  }

  private func searchRows(
    _ sql: SQLText, _ offset: Int, _ first: Int
  ) throws(SQLiteError) -> [Int64] {
    let cached = try statement(for: sql.text)
    try cached.statement.bind(sql.values)
    try cached.statement.bind(Int64(first), at: SQLText.limit)
    try cached.statement.bind(Int64(offset), at: SQLText.offset)
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
