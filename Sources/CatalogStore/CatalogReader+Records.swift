import SQLite

extension CatalogReader {
  /// Reads records by their ids, each of them once.
  ///
  /// - Returns: the records that are there, and for each id asked for its row or -1.
  /// - Throws: `StoreError`.
  public func records(
    _ entity: Entity, ids: [Int64], columns: ColumnSet
  ) throws(StoreError) -> (batch: RecordBatch, rows: [Int32]) {
    guard let first = ids.first else { return (RecordBatch(emptyOf: entity), []) }
    if ids.count == 1 {
      let batch = try lookup { () throws(SQLiteError) in
        try record(entity, id: first, columns: columns)
      }
      return (batch, [batch.count == 1 ? 0 : -1])
    }
    // First the place among the distinct ids, which is not the row where an id is missing.
    var table = RowTable(capacity: ids.count)
    var distinct = [first]
    var places: [Int32] = []
    places.reserveCapacity(ids.count)
    // Neighbours often refer to the same: not to look for it again saves Q7 10,000 instructions.
    var previous: (id: Int64, place: Int32) = (first, table.row(of: first, orInsert: 0))
    for id in ids {
      if id != previous.id {
        let next = Int32(truncatingIfNeeded: distinct.count)
        previous = (id, table.row(of: id, orInsert: next))
        if previous.place == next { distinct.append(id) }
      }
      places.append(previous.place)
    }
    let batch = try lookup { () throws(SQLiteError) in
      try distinct.count == 1
        ? record(entity, id: first, columns: columns)
        : records(entity, distinct: distinct, columns: columns)
    }
    if batch.ids == distinct { return (batch, places) }
    var rows = [Int32](repeating: -1, count: distinct.count)
    for (row, id) in batch.ids.enumerated() {
      if let place = table.row(of: id) { rows[Int(place)] = Int32(row) }
    }
    return (batch, places.map { rows[Int($0)] })
  }

  /// Reads the record that a unique key finds; the batch is empty if there is none.
  /// - Throws: `StoreError`.
  public func record(
    _ entity: Entity, where key: UniqueKey, columns: ColumnSet
  ) throws(StoreError) -> RecordBatch {
    precondition(key.finds(entity), "a record is looked up by a key that it has")
    return try lookup { () throws(SQLiteError) in
      let statement = try statement(of: .unique(entity, repoURL: key.isRepoURL, columns)) {
        let layout = RowLayout(entity, columns)
        let condition = key.isRepoURL ? "nullif(r.repo_url, '')" : "r.slug"
        return (
          """
          SELECT \(layout.selection("r")) FROM \(entity.table) r WHERE \(condition) = ?1 \
          ORDER BY r.id LIMIT 1
          """, layout
        )
      }
      try statement.cached.statement.bind(key.text, at: 1)
      return try readAll(statement, rows: 1)
    }
  }

  /// Reads distinct ids within a lookup that has begun.
  func records(
    _ entity: Entity, distinct ids: [Int64], columns: ColumnSet
  ) throws(SQLiteError) -> RecordBatch {
    if ids.isEmpty { return RecordBatch(emptyOf: entity) }
    let statement = try statement(of: .many(entity, columns)) {
      let layout = RowLayout(entity, columns)
      return (
        """
        SELECT \(layout.selection("r")) FROM json_each(?1) j \
        CROSS JOIN \(entity.table) r ON r.id = j.value
        """, layout
      )
    }
    try statement.cached.statement.bind(utf8: keyListText(ids), at: 1)
    // A long list of keys is not kept until the next one.
    defer { statement.cached.statement.clearBindings() }
    return try readAll(statement, rows: ids.count)
  }

  private func record(
    _ entity: Entity, id: Int64, columns: ColumnSet
  ) throws(SQLiteError) -> RecordBatch {
    let statement = try statement(of: .one(entity, columns)) {
      let layout = RowLayout(entity, columns)
      return ("SELECT \(layout.selection("r")) FROM \(entity.table) r WHERE r.id = ?1", layout)
    }
    try statement.cached.statement.bind(id, at: 1)
    return try readAll(statement, rows: 1)
  }

  private func readAll(
    _ statement: RecordStatement, rows: Int
  ) throws(SQLiteError) -> RecordBatch {
    var builder = RecordBatchBuilder(statement.layout, rows: rows)
    try run(statement.cached) { row in
      builder.append(row)
      return true
    }
    return builder.finish()
  }
}

extension UniqueKey {
  fileprivate var isRepoURL: Bool {
    switch self {
    case .slug: false
    case .repoURL: true
    }
  }

  /// Whether an entity's records have such a key.
  fileprivate func finds(_ entity: Entity) -> Bool {
    switch self {
    case .slug: entity == .package || entity == .grid || entity == .category
    case .repoURL: entity == .package
    }
  }

  fileprivate var text: String {
    switch self {
    case .slug(let text), .repoURL(let text): text
    }
  }
}
