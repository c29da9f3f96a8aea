import SQLite

/// The catalog's revision: one more with each run that changed something.
struct Revision {
  let connection: Connection

  /// Counts a change, if there was one; `time` is when, nil for now.
  /// - Returns: the revision.
  func advance(if hasChanges: Bool, time: String?) throws(SQLiteError) -> Int64 {
    if hasChanges {
      let statement = try connection.prepare(
        """
        UPDATE catalog_revision SET revision = revision + 1,
          modified = coalesce(?1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        """)
      try statement.bind(time, at: 1)
      try statement.run()
    }
    return try connection.integer("SELECT revision FROM catalog_revision") ?? 0
  }
}
