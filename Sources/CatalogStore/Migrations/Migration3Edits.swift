extension Migrations {
  /// Version 3: what edits need: versions, the history, ids that do not come back, answers to repeat,
  /// and tokens.
  static let editTables =
    versionColumns + historyTables + idTable
      + """
      -- What a request with a key was answered, for the client that asks again.
      CREATE TABLE idempotency_keys (
        actor TEXT NOT NULL,
        key TEXT NOT NULL,
        created_instant INTEGER NOT NULL,
        input_hash TEXT NOT NULL,
        answer TEXT NOT NULL,
        PRIMARY KEY (actor, key)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_instant);

      -- A token's text is its public id and a secret; of the secret only the salted hash is kept.
      CREATE TABLE tokens (
        public_id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        role TEXT NOT NULL,
        salt TEXT NOT NULL,
        hash TEXT NOT NULL,
        created TEXT NOT NULL,
        expires TEXT,
        expires_instant INTEGER,
        revoked TEXT
      ) STRICT, WITHOUT ROWID;

      """

  /// A row that has not been edited keeps its bytes: a missing last column is its default
  /// (sqlite.org/lang_altertable.html, ALTER TABLE ADD COLUMN).
  private static let versionColumns = ["categories", "grids", "packages", "features", "elements"]
    .map { "ALTER TABLE \($0) ADD COLUMN version INTEGER NOT NULL DEFAULT 1;\n" }.joined()

  private static let historyTables = """

    -- One row a revision since this step. `effect` is what happened to the subject, also where the
    -- action is a revert; `fields` is a JSON list of {name, before, after}; `removed` holds the rows
    -- that a revert would have to bring back.
    CREATE TABLE changes (
      revision INTEGER PRIMARY KEY,
      time TEXT NOT NULL,
      actor TEXT,
      action TEXT NOT NULL,
      effect TEXT,
      subject TEXT,
      subject_id INTEGER,
      summary TEXT,
      fields TEXT NOT NULL,
      removed TEXT
    ) STRICT;

    -- The objects whose versions a change moved, and which of their fields; version is the new one,
    -- null for an object that is gone.
    CREATE TABLE change_objects (
      entity TEXT NOT NULL,
      id INTEGER NOT NULL,
      revision INTEGER NOT NULL REFERENCES changes (revision),
      version INTEGER,
      fields TEXT NOT NULL,
      PRIMARY KEY (entity, id, revision)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX imports ON changes (revision) WHERE action = 'import';

    """

  /// The highest ids that were ever given up, so that none comes back with another meaning.
  private static let idTable: String = {
    let tables = CatalogResource.allCases.map(\.rawValue)
    let triggers = tables.map { table in
      """
      CREATE TRIGGER last_ids_\(table) AFTER DELETE ON \(table)
      WHEN old.id > (SELECT id FROM last_ids WHERE resource = '\(table)')
      BEGIN
        UPDATE last_ids SET id = old.id WHERE resource = '\(table)';
      END;

      """
    }
    return """
      CREATE TABLE last_ids (
        resource TEXT PRIMARY KEY,
        id INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      INSERT INTO last_ids (resource, id)
        VALUES \(tables.map { "('\($0)', 0)" }.joined(separator: ", "));

      """ + triggers.joined()
  }()
}
