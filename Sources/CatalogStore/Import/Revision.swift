import SQLite

/// The catalog's revision: one more with each run that changed something, which the history has as one
/// change.
struct Revision {
  let connection: Connection

  /// Counts a change, if there was one; `time` is when, nil for now, `summary` what it did.
  /// - Returns: the revision.
  func advance(
    if hasChanges: Bool, time: String?, summary: String
  ) throws(SQLiteError) -> Int64 {
    if hasChanges {
      let time = time ?? newYorkTime(ofInstant: currentInstant())
      let statement = try connection.prepare(
        "UPDATE catalog_revision SET revision = revision + 1, modified = ?1")
      try statement.bind(time, at: 1)
      try statement.run()
      let change = try connection.prepare(
        """
        INSERT INTO changes (revision, time, action, summary, fields)
        SELECT revision, modified, ?1, ?2, '[]' FROM catalog_revision
        """)
      try change.bind(ChangeAction.import.rawValue, at: 1)
      try change.bind(summary, at: 2)
      try change.run()
    }
    return try connection.integer("SELECT revision FROM catalog_revision") ?? 0
  }
}
