/// Composes the statements of a search for one kind of records; each gives row ids of the index.
struct SearchRows {
  /// A full-text query.
  let query: String
  /// `package` or `grid`.
  let entity: Entity
  /// The last row that may be a find.
  let newest: Int64
  /// The last of the finds that are ranked; nil if all are.
  var oldestRanked: Int64?

  init(query: String, entity: Entity, newestID: Int64) {
    self.query = query
    self.entity = entity
    newest = newestID * 2 + 1
  }

  /// All finds, the newest first.
  var newestFirst: SQLText { page(finds("rowid"), orderedBy: "rowid DESC") }

  /// The finds that are not ranked, the newest first.
  var unranked: SQLText {
    var sql = finds("rowid")
    addLimit("<", to: &sql)
    return page(sql, orderedBy: "rowid DESC")
  }

  /// How many finds are not ranked.
  var unrankedCount: SQLText {
    var sql = finds("count(*)")
    addLimit("<", to: &sql)
    return sql
  }

  /// The ranked finds, the most relevant first, each with its rank; the lower, the better.
  func ranked(phrasesBeforeLast: Int) -> SQLText {
    var sql = finds("rowid, \(Relevance.name)(search_index, \(phrasesBeforeLast)) AS relevance")
    addLimit(">=", to: &sql)
    return page(sql, orderedBy: "relevance, rowid")
  }

  private func page(_ sql: SQLText, orderedBy order: String) -> SQLText {
    var sql = sql
    sql += " ORDER BY \(order) LIMIT ?\(SQLText.limit) OFFSET ?\(SQLText.offset)"
    return sql
  }

  private func finds(_ selection: String) -> SQLText {
    var sql = SQLText()
    sql += "SELECT \(selection) FROM search_index WHERE search_index MATCH "
    sql.append(.text(query))
    sql += " AND rowid & 1 = \(entity == .grid ? 1 : 0) AND rowid <= "
    sql.append(.integer(newest))
    return sql
  }

  private func addLimit(_ sign: String, to sql: inout SQLText) {
    guard let oldestRanked else { return }
    sql += " AND rowid \(sign) "
    sql.append(.integer(oldestRanked))
  }
}
