/// Composes the statements of a search; each gives row ids of the index.
struct SearchRows {
  /// A full-text query.
  let query: String
  let targets: SearchTargets

  /// All finds, the newest first.
  var newestRanked: SQLText { newestFirst(before: nil) }

  /// The finds older than a row, the newest first.
  func unranked(before row: Int64) -> SQLText { newestFirst(before: row) }

  /// The finds from a row on, or all, the most relevant first.
  func ranked(from row: Int64?, phrasesBeforeLast: Int) -> SQLText {
    var sql = finds
    if let row {
      sql += " AND rowid >= "
      sql.append(.integer(row))
    }
    sql += " ORDER BY \(Relevance.name)(search_index, "
    sql.append(.integer(Int64(phrasesBeforeLast)))
    sql += "), rowid"
    return page(sql)
  }

  private func newestFirst(before row: Int64?) -> SQLText {
    var sql = finds
    if let row {
      sql += " AND rowid < "
      sql.append(.integer(row))
    }
    sql += " ORDER BY rowid DESC"
    return page(sql)
  }

  private func page(_ sql: SQLText) -> SQLText {
    var sql = sql
    sql += " LIMIT ?\(SQLText.limit) OFFSET ?\(SQLText.offset)"
    return sql
  }

  private var finds: SQLText {
    var sql = SQLText()
    sql += "SELECT rowid FROM search_index WHERE search_index MATCH "
    sql.append(.text(query))
    switch targets {
    case .packages: sql += " AND rowid & 1 = 0"
    case .grids: sql += " AND rowid & 1 = 1"
    default: break
    }
    return sql
  }
}
