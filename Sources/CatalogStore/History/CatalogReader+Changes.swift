import Columns
import JSON
import SQLite

extension CatalogReader {
  /// Reads the changes after a revision, oldest first, at most `first`. One lookup.
  /// - Throws: `StoreError`.
  public func changes(since revision: Int64, first: Int) throws(StoreError) -> ChangeBatch {
    try lookup { () throws(SQLiteError) in
      let cached = try statement(
        for: """
          SELECT \(ChangeBatch.selection) FROM changes c WHERE c.revision > ?1
          ORDER BY c.revision LIMIT ?2
          """)
      try cached.statement.bind(revision, at: 1)
      try cached.statement.bind(Int64(max(first, 0)), at: 2)
      return try readChanges(cached)
    }
  }

  /// Reads changes by their revisions, each once. One lookup.
  /// - Returns: the changes that are there, and for each revision asked for its row or -1.
  /// - Throws: `StoreError`.
  public func changes(
    revisions: [Int64]
  ) throws(StoreError) -> (batch: ChangeBatch, rows: [Int32]) {
    if revisions.isEmpty { return (ChangeBatch(), []) }
    let batch = try lookup { () throws(SQLiteError) in try changes(of: revisions) }
    return (batch, batch.rows(of: revisions))
  }

  /// Reads for each object the changes that moved its version, newest first: those after a revision,
  /// at most `first` each, all if that is nil. One lookup.
  /// - Throws: `StoreError`.
  public func histories(
    of entity: Entity, ids: [Int64], since revision: Int64 = 0, first: Int? = nil
  ) throws(StoreError) -> ChangeLists {
    if ids.isEmpty { return ChangeLists(offsets: [0], rows: [], batch: ChangeBatch()) }
    return try lookup { () throws(SQLiteError) in
      let cached = try statement(
        for: """
          SELECT revision FROM change_objects WHERE entity = ?1 AND id = ?2 AND revision > ?3
          ORDER BY revision DESC LIMIT ?4
          """)
      var revisions: [Int64] = []
      var offsets = [0]
      for id in ids {
        try cached.statement.bind(entity.table, at: 1)
        try cached.statement.bind(id, at: 2)
        try cached.statement.bind(revision, at: 3)
        // A negative limit is none.
        try cached.statement.bind(first.map { Int64(max($0, 0)) } ?? -1, at: 4)
        try run(cached) { row in
          revisions.append(row.integer(at: 0))
          return true
        }
        offsets.append(revisions.count)
      }
      let batch = try changes(of: revisions)
      return ChangeLists(offsets: offsets, rows: batch.rows(of: revisions), batch: batch)
    }
  }

  private func changes(of revisions: [Int64]) throws(SQLiteError) -> ChangeBatch {
    let distinct = Set(revisions).sorted()
    if distinct.isEmpty { return ChangeBatch() }
    let cached = try statement(
      for: """
        SELECT \(ChangeBatch.selection) FROM json_each(?1) j
        CROSS JOIN changes c ON c.revision = j.value
        """)
    try cached.statement.bind(utf8: keyListText(distinct), at: 1)
    defer { cached.statement.clearBindings() }
    return try readChanges(cached)
  }

  private func readChanges(_ cached: CachedStatement) throws(SQLiteError) -> ChangeBatch {
    var batch = ChangeBatch()
    try run(cached) { row in
      batch.append(row)
      return true
    }
    return batch
  }
}

extension ChangeBatch {
  fileprivate static let selection =
    "c.revision, c.time, c.actor, c.action, c.subject, c.subject_id, c.summary, c.fields"

  fileprivate mutating func append(_ row: borrowing Statement) {
    revisions.append(row.integer(at: 0))
    times.append(row, 1)
    actors.append(row, 2)
    actions.append(row.text(at: 3).flatMap(ChangeAction.init(rawValue:)) ?? .update)
    let entity = row.text(at: 4).flatMap(Entity.init(table:))
    subjects.append(entity.map { ChangeSubject(entity: $0, id: row.integer(at: 5)) })
    summaries.append(row, 6)
    for field in RecordedChange.fields(ofJSON: row.text(at: 7) ?? "[]") {
      fields.names.append(field.name)
      fields.before.append(field.before?.text)
      fields.after.append(field.after?.text)
    }
    fieldEnds.append(fields.names.count)
  }

  /// The rows of revisions; -1 for those that are not there.
  fileprivate func rows(of wanted: [Int64]) -> [Int32] {
    var table = RowTable(capacity: revisions.count)
    for (row, revision) in revisions.enumerated() {
      _ = table.row(of: revision, orInsert: Int32(row))
    }
    return wanted.map { table.row(of: $0) ?? -1 }
  }
}

extension EncodedColumn {
  fileprivate mutating func append(_ row: borrowing Statement, _ column: Int) {
    row.withText(at: column) { text in
      if let text { append(text: text) } else { appendNull() }
    }
  }

  fileprivate mutating func append(_ text: String?) {
    guard var text else { return appendNull() }
    text.withUTF8 { append(text: $0) }
  }
}
