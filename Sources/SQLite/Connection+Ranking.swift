import CSQLite

extension Connection {
  /// Adds a function of the rows that a full-text query finds, for ORDER BY (sqlite.org/fts5.html,
  /// Custom Auxiliary Functions). Called in SQL with the table's name, then whole numbers.
  ///
  /// It must not use the connection.
  /// - Parameters:
  ///   - name: what SQL calls it.
  ///   - prepare: called once a query, with its first row; what it gives is asked for each row.
  /// - Throws: `SQLiteError` if the library has no FTS5, or the name is not allowed.
  public func registerRanking(
    _ name: String, _ prepare: @escaping (FullTextRow) -> (FullTextRow) -> Double
  ) throws(SQLiteError) {
    guard let api = try fullTextInterface(), let create = api.pointee.xCreateFunction else {
      throw SQLiteError(code: SQLITE_ERROR, message: "no FTS5")
    }
    let ranking = Unmanaged.passRetained(Ranking(prepare)).toOpaque()
    let code = create(
      api, name, ranking,
      { api, context, result, count, values in
        guard let api, let data = api.pointee.xUserData(context) else { return }
        let row = FullTextRow(api: api, context: context, values: values, count: Int(count))
        let query = Unmanaged<Ranking>.fromOpaque(data).takeUnretainedValue().query(of: row)
        sqlite3_result_double(result, query.score(row))
      },
      { data in
        if let data { Unmanaged<Ranking>.fromOpaque(data).release() }
      })
    guard code == SQLITE_OK else { throw SQLiteError(code: code, connection: handle) }
  }

  /// sqlite.org/fts5.html, Extending FTS5: the interface comes by a pointer that a statement fills in.
  private func fullTextInterface() throws(SQLiteError) -> UnsafeMutablePointer<fts5_api>? {
    let statement = try prepare("SELECT fts5(?1)")
    var api: UnsafeMutablePointer<fts5_api>?
    // SQLite does not copy it (sqlite.org/bindptr.html, Pointer Types Are Static Strings).
    let type: StaticString = "fts5_api_ptr"
    return try withUnsafeMutablePointer(to: &api) { place throws(SQLiteError) in
      let code = type.utf8Start.withMemoryRebound(
        to: CChar.self, capacity: type.utf8CodeUnitCount + 1
      ) {
        sqlite3_bind_pointer(statement.handle, 1, place, $0, nil)
      }
      guard code == SQLITE_OK else { throw statement.error(code) }
      _ = try statement.step()
      return place.pointee
    }
  }
}

/// A row that a full-text query found, while a ranking function looks at it.
public struct FullTextRow {
  fileprivate let api: UnsafePointer<Fts5ExtensionApi>
  fileprivate let context: OpaquePointer?
  fileprivate let values: UnsafeMutablePointer<OpaquePointer?>?
  fileprivate let count: Int

  /// An argument behind the table's name; 0 if there is none.
  public func argument(_ index: Int) -> Int {
    guard index < count, let values else { return 0 }
    return Int(sqlite3_value_int64(values[index]))
  }

  /// How many phrases the query has.
  public var phraseCount: Int { Int(api.pointee.xPhraseCount(context)) }

  /// Calls `body` with the phrase and the column of each of the row's matches.
  public func forEachMatch(_ body: (_ phrase: Int, _ column: Int) -> Void) {
    var count: Int32 = 0
    guard api.pointee.xInstCount(context, &count) == SQLITE_OK else { return }
    for index in 0..<count {
      var (phrase, column, offset): (Int32, Int32, Int32) = (0, 0, 0)
      guard api.pointee.xInst(context, index, &phrase, &column, &offset) == SQLITE_OK else {
        return
      }
      body(Int(phrase), Int(column))
    }
  }

  /// How many words the row has.
  public var wordCount: Int {
    var count: Int32 = 0
    return api.pointee.xColumnSize(context, -1, &count) == SQLITE_OK ? Int(count) : 0
  }

  /// How many rows the table has.
  public var tableRowCount: Int {
    var count: sqlite3_int64 = 0
    return api.pointee.xRowCount(context, &count) == SQLITE_OK ? Int(count) : 0
  }

  /// How many words all rows have.
  public var tableWordCount: Int {
    var count: sqlite3_int64 = 0
    return api.pointee.xColumnTotalSize(context, -1, &count) == SQLITE_OK ? Int(count) : 0
  }

  /// In how many rows of the table a phrase of the query is; counts no further than `limit`.
  public func rowCount(ofPhrase phrase: Int, limit: Int) -> Int {
    var counter = (count: 0, limit: limit)
    let code = withUnsafeMutablePointer(to: &counter) { counter in
      api.pointee.xQueryPhrase(context, Int32(phrase), counter) { _, _, data in
        guard let counter = data?.assumingMemoryBound(to: (count: Int, limit: Int).self) else {
          return SQLITE_DONE
        }
        counter.pointee.count += 1
        return counter.pointee.count < counter.pointee.limit ? SQLITE_OK : SQLITE_DONE
      }
    }
    return code == SQLITE_OK ? counter.count : 0
  }
}

/// Keeps a ranking function at an address that SQLite can hold.
private final class Ranking {
  let prepare: (FullTextRow) -> (FullTextRow) -> Double

  init(_ prepare: @escaping (FullTextRow) -> (FullTextRow) -> Double) {
    self.prepare = prepare
  }

  /// The function for the query that found a row; SQLite keeps it as long as the query runs.
  func query(of row: FullTextRow) -> RankedQuery {
    if let known = row.api.pointee.xGetAuxdata(row.context, 0) {
      return Unmanaged<RankedQuery>.fromOpaque(known).takeUnretainedValue()
    }
    let query = RankedQuery(score: prepare(row))
    _ = row.api.pointee.xSetAuxdata(row.context, Unmanaged.passRetained(query).toOpaque()) { data in
      if let data { Unmanaged<RankedQuery>.fromOpaque(data).release() }
    }
    return query
  }
}

/// A ranking function with what it has found out about one query.
private final class RankedQuery {
  let score: (FullTextRow) -> Double

  init(score: @escaping (FullTextRow) -> Double) {
    self.score = score
  }
}
