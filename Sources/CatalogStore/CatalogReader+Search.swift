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

  /// Packages, and grids, that a search for one word ranks, of two words half as many, and so on: the
  /// newest that have the words. To rank one takes about a microsecond a word, and some words are in
  /// most packages.
  public static let rankedLimit = 3_000

  /// The index's row ids: twice the record's id, for a grid one more. What is older than the ranked ones
  /// comes after them, the newest first, packages before grids.
  private func searchRows(
    _ text: String, in targets: SearchTargets, first: Int, offset: Int
  ) throws(SQLiteError) -> [Int64] {
    let (first, offset) = (max(first, 0), min(max(offset, 0), Int(Int32.max)))
    if targets.isEmpty || first == 0 { return [] }
    let text = SearchText(text)
    let query = try query(text)
    var kinds: [SearchRows] = []
    var ranked: [RankedRow] = []
    for (target, entity) in [(SearchTargets.packages, Entity.package), (.grids, .grid)]
    where targets.contains(target) {
      var rows = SearchRows(query: query, entity: entity, newestID: try newestID(of: entity))
      let limit = Self.rankedLimit / (text.phrasesBeforeLast + 1)
      rows.oldestRanked = try searchRows(rows.newestFirst, offset: limit - 1, first: 1).first?.row
      ranked += try searchRows(
        rows.ranked(phrasesBeforeLast: text.phrasesBeforeLast), offset: 0,
        first: min(first, Int(Int32.max)) + offset)
      kinds.append(rows)
    }
    ranked.sort { ($0.relevance, $0.row) < ($1.relevance, $1.row) }
    var found = ranked.dropFirst(offset).prefix(first).map(\.row)
    // If these do not fill the page, they are all that are ranked.
    var passed = max(offset - ranked.count, 0)
    for rows in kinds where rows.oldestRanked != nil && found.count < first {
      let more = try searchRows(rows.unranked, offset: passed, first: first - found.count)
      found += more.map(\.row)
      passed = more.isEmpty && passed > 0 ? max(passed - (try count(rows.unrankedCount)), 0) : 0
    }
    return found
  }

  /// A find and how well it fits, the lower the better; 0 where it is not ranked.
  private struct RankedRow {
    let row: Int64
    let relevance: Double
  }

  private func searchRows(
    _ sql: SQLText, offset: Int, first: Int
  ) throws(SQLiteError) -> [RankedRow] {
    let cached = try statement(for: sql.text)
    try cached.statement.bind(sql.values)
    try cached.statement.bind(Int64(first), at: SQLText.limit)
    try cached.statement.bind(Int64(offset), at: SQLText.offset)
    let isRanked = cached.statement.columnCount == 2
    var found: [RankedRow] = []
    try run(cached) { row in
      found.append(
        RankedRow(row: row.integer(at: 0), relevance: isRanked ? row.double(at: 1) : 0))
      return true
    }
    return found
  }

  private func count(_ sql: SQLText) throws(SQLiteError) -> Int {
    let cached = try statement(for: sql.text)
    try cached.statement.bind(sql.values)
    return try integer(cached)
  }

  private func newestID(of entity: Entity) throws(SQLiteError) -> Int64 {
    Int64(try integer(try statement(for: "SELECT max(id) FROM \(entity.table)")))
  }

  private func integer(_ cached: CachedStatement) throws(SQLiteError) -> Int {
    var integer = 0
    try run(cached) { row in
      integer = Int(row.integer(at: 0))
      return false
    }
    return integer
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
