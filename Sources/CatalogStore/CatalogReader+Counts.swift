import SQLite

extension CatalogReader {
  /// Counts the related records of each parent, in the order of `parents`. The count of a single one is
  /// remembered as those of an entity are.
  /// - Throws: `StoreError`.
  public func counts(
    _ relation: Relation, of parents: [Int64], filter: Predicate? = nil
  ) throws(StoreError) -> [Int64] {
    guard let parent = parents.first else { return [] }
    let tables = ListTables(.related(relation))
    let condition = try ListCondition(filter, of: tables)
    let text = CountText(tables: tables, condition: condition)
    if parents.count == 1 { return [try count(text, parent: parent)] }
    return try lookup { () throws(SQLiteError) in
      let sql = condition.isEmpty ? SQLText() : text.several
      let cached =
        condition.isEmpty
        ? try statement(of: .counts(relation)) {
          (text.several.text, RowLayout(relation.child, []))
        }.cached
        : try statement(for: sql.text)
      try cached.statement.bind(utf8: keyListText(parents), at: SQLText.parent)
      defer { cached.statement.clearBindings() }
      try cached.statement.bind(sql.values)
      var counts = [Int64](repeating: 0, count: parents.count)
      try run(cached) { row in
        counts[Int(row.integer(at: 0))] = row.integer(at: 1)
        return true
      }
      return counts
    }
  }

  /// Counts the records of an entity. A count that took long is remembered until the file changes.
  /// - Throws: `StoreError`.
  public func count(_ entity: Entity, filter: Predicate? = nil) throws(StoreError) -> Int64 {
    let tables = ListTables(.all(entity))
    let condition = try ListCondition(filter, of: tables)
    return try count(CountText(tables: tables, condition: condition), parent: nil)
  }

  private func count(_ text: CountText, parent: Int64?) throws(StoreError) -> Int64 {
    try lookup { () throws(SQLiteError) in
      let source = text.tables.source
      let sql = text.condition.isEmpty ? SQLText() : text.one
      let question = ListQuestion(
        source: source, parent: parent, text: sql.text, values: sql.values)
      if let count = try rememberedCounts?.count(question) { return count }
      let cached =
        text.condition.isEmpty
        ? try statement(of: .count(source)) {
          (text.one.text, RowLayout(source.entity, []))
        }.cached
        : try statement(for: sql.text)
      if let parent { try cached.statement.bind(parent, at: SQLText.parent) }
      try cached.statement.bind(sql.values)
      var count: Int64 = 0
      try run(cached) { row in
        count = row.integer(at: 0)
        return true
      }
      try rememberedCounts?.remember(
        count, of: question, steps: cached.statement.takeStepCount())
      return count
    }
  }
}
