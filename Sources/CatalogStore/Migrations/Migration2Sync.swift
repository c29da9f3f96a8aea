extension Migrations {
  /// Version 2: what keeps the catalog in step with its origin.
  static let syncTables = """
    -- Objects that the origin's lists no longer have; `since` is when that was found out.
    CREATE TABLE gone_objects (
      resource TEXT NOT NULL,
      id INTEGER NOT NULL,
      since TEXT NOT NULL,
      PRIMARY KEY (resource, id)
    ) STRICT, WITHOUT ROWID;

    -- Pages of the origin's lists. A fresh one belongs to a sync that has not ended and is as good
    -- as fetched; any other is only good for a conditional request. `fetched` is in microseconds
    -- since 1970 UTC.
    CREATE TABLE sync_pages (
      url TEXT PRIMARY KEY,
      fetched INTEGER NOT NULL,
      is_fresh INTEGER NOT NULL,
      etag TEXT,
      last_modified TEXT,
      body TEXT NOT NULL
    ) STRICT;

    """
}
