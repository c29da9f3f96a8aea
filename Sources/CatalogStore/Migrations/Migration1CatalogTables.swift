extension Migrations {
  /// Version 1: categories, grids, packages, memberships, features, elements, what is pending, the
  /// full-text index, the revision.
  ///
  /// A time is kept as it was written, and beside it as microseconds since 1970 UTC
  /// (`…_instant`), which order and filter go by. Wide text comes last in a table, so that a query
  /// for narrow columns reads less.
  static let catalogTables =
    tables + pendingTables + memberIndexes
    + orderIndexes(
      on: "packages",
      of: [
        "title", "repo_watchers", "repo_forks", "created_instant", "modified_instant",
        "last_updated_instant", "last_fetched_instant", "pypi_version", "pypi_name",
        "nullif(repo_url, '')", "nullif(pypi_url, '')", "nullif(documentation_url, '')",
        "repo_description",
      ])
    + orderIndexes(
      on: "grids",
      of: [
        "title", "description", "is_locked", "header", "created_instant", "modified_instant",
      ])
    + orderIndexes(
      on: "categories",
      of: [
        "title", "description", "title_plural", "show_pypi", "created_instant", "modified_instant",
      ])
    + searchIndex

  private static let tables = """
    CREATE TABLE categories (
      id INTEGER PRIMARY KEY,
      title TEXT NOT NULL,
      slug TEXT NOT NULL UNIQUE,
      description TEXT NOT NULL,
      title_plural TEXT NOT NULL,
      show_pypi INTEGER NOT NULL,
      created TEXT NOT NULL,
      created_instant INTEGER NOT NULL,
      modified TEXT NOT NULL,
      modified_instant INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE grids (
      id INTEGER PRIMARY KEY,
      title TEXT NOT NULL,
      slug TEXT NOT NULL UNIQUE,
      is_locked INTEGER NOT NULL,
      header INTEGER NOT NULL,
      created TEXT NOT NULL,
      created_instant INTEGER NOT NULL,
      modified TEXT NOT NULL,
      modified_instant INTEGER NOT NULL,
      description TEXT NOT NULL
    ) STRICT;

    -- category_link is the category that the origin names, category_id the same once it is here.
    CREATE TABLE packages (
      id INTEGER PRIMARY KEY,
      category_id INTEGER REFERENCES categories (id),
      category_link INTEGER,
      title TEXT NOT NULL,
      slug TEXT NOT NULL UNIQUE,
      repo_watchers INTEGER NOT NULL,
      repo_forks INTEGER NOT NULL,
      created TEXT NOT NULL,
      created_instant INTEGER NOT NULL,
      modified TEXT NOT NULL,
      modified_instant INTEGER NOT NULL,
      last_updated TEXT,
      last_updated_instant INTEGER,
      last_fetched TEXT,
      last_fetched_instant INTEGER,
      repo_url TEXT NOT NULL,
      pypi_version TEXT,
      pypi_name TEXT,
      pypi_url TEXT NOT NULL,
      documentation_url TEXT,
      repo_description TEXT NOT NULL,
      commits_over_52 TEXT NOT NULL,
      participants TEXT NOT NULL
    ) STRICT;

    -- The positions are ranks from 0 without gaps, the pending memberships of a list counted in.
    -- Without has_origin_id the id is our own, and gives way when the origin's becomes known.
    CREATE TABLE grid_packages (
      id INTEGER PRIMARY KEY,
      grid_id INTEGER NOT NULL REFERENCES grids (id) ON DELETE CASCADE,
      package_id INTEGER NOT NULL REFERENCES packages (id) ON DELETE CASCADE,
      grid_position INTEGER NOT NULL,
      package_position INTEGER NOT NULL,
      has_origin_id INTEGER NOT NULL,
      created TEXT,
      created_instant INTEGER,
      modified TEXT,
      modified_instant INTEGER
    ) STRICT;

    CREATE TABLE features (
      id INTEGER PRIMARY KEY,
      grid_id INTEGER NOT NULL REFERENCES grids (id) ON DELETE CASCADE,
      title TEXT NOT NULL,
      created TEXT NOT NULL,
      created_instant INTEGER NOT NULL,
      modified TEXT NOT NULL,
      modified_instant INTEGER NOT NULL,
      description TEXT NOT NULL
    ) STRICT;

    CREATE TABLE elements (
      id INTEGER PRIMARY KEY,
      grid_package_id INTEGER NOT NULL
        REFERENCES grid_packages (id) ON UPDATE CASCADE ON DELETE CASCADE,
      feature_id INTEGER NOT NULL REFERENCES features (id) ON DELETE CASCADE,
      created TEXT NOT NULL,
      created_instant INTEGER NOT NULL,
      modified TEXT NOT NULL,
      modified_instant INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT;

    CREATE TABLE catalog_revision (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      revision INTEGER NOT NULL,
      modified TEXT
    ) STRICT;

    INSERT INTO catalog_revision (id, revision) VALUES (1, 0);

    """

  /// What came before what it belongs to: memberships of a grid or package that is not here, and
  /// features and elements, as compact JSON, whose parents are not.
  private static let pendingTables = """
    CREATE TABLE pending_memberships (
      grid_id INTEGER NOT NULL,
      package_id INTEGER NOT NULL,
      grid_position INTEGER NOT NULL,
      package_position INTEGER NOT NULL,
      origin_id INTEGER UNIQUE,
      created TEXT,
      created_instant INTEGER,
      modified TEXT,
      modified_instant INTEGER,
      PRIMARY KEY (grid_id, package_id)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX pending_memberships_of_package
      ON pending_memberships (package_id, package_position);

    CREATE TABLE pending_objects (
      resource TEXT NOT NULL,
      id INTEGER NOT NULL,
      object TEXT NOT NULL,
      PRIMARY KEY (resource, id)
    ) STRICT, WITHOUT ROWID;

    """

  /// From a parent to its children, in the order of the origin's lists.
  private static let memberIndexes = """
    CREATE INDEX packages_of_category ON packages (category_id);
    CREATE INDEX packages_by_repo_url ON packages (repo_url);
    CREATE UNIQUE INDEX memberships ON grid_packages (grid_id, package_id);
    CREATE INDEX packages_of_grid ON grid_packages (grid_id, grid_position, package_id);
    CREATE INDEX grids_of_package ON grid_packages (package_id, package_position, grid_id);
    CREATE INDEX features_of_grid ON features (grid_id);
    CREATE INDEX elements_of_grid_package ON elements (grid_package_id, feature_id);
    CREATE INDEX elements_of_feature ON elements (feature_id, grid_package_id);

    """

  /// Two indexes an order, since ties go by ascending id in both directions, and an index ends with
  /// the ascending row id. Orders by id and by slug need none: a slug has no ties.
  private static func orderIndexes(on table: String, of terms: [String]) -> String {
    terms.enumerated().map { number, term in
      """
      CREATE INDEX \(table)_order_\(number + 1) ON \(table) (\(term));
      CREATE INDEX \(table)_order_\(number + 1)_descending ON \(table) (\(term) DESC);

      """
    }.joined()
  }

  /// One full-text index over packages and grids: row id = id × 2, for a grid + 1.
  ///
  /// It keeps no text of its own but reads the view (sqlite.org/fts5.html, External Content
  /// Tables), so a row's old text must be named when it goes.
  private static let searchIndex = """
    CREATE VIEW search_documents (document_id, title, slug, description) AS
      SELECT id * 2, title, slug, repo_description FROM packages
      UNION ALL
      SELECT id * 2 + 1, title, slug, description FROM grids;

    CREATE VIRTUAL TABLE search_index USING fts5 (
      title, slug, description,
      content = 'search_documents', content_rowid = 'document_id',
      tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

    """ + searchTriggers(on: "packages", rowID: "id * 2", description: "repo_description")
    + searchTriggers(on: "grids", rowID: "id * 2 + 1", description: "description")

  private static func searchTriggers(
    on table: String, rowID: String, description: String
  ) -> String {
    let add = """
      INSERT INTO search_index (rowid, title, slug, description)
          VALUES (new.\(rowID), new.title, new.slug, new.\(description));
      """
    let remove = """
      INSERT INTO search_index (search_index, rowid, title, slug, description)
          VALUES ('delete', old.\(rowID), old.title, old.slug, old.\(description));
      """
    return """
      CREATE TRIGGER search_\(table)_inserted AFTER INSERT ON \(table) BEGIN
        \(add)
      END;
      CREATE TRIGGER search_\(table)_deleted AFTER DELETE ON \(table) BEGIN
        \(remove)
      END;
      CREATE TRIGGER search_\(table)_updated
      AFTER UPDATE OF title, slug, \(description) ON \(table)
      WHEN (old.title, old.slug, old.\(description))
        IS NOT (new.title, new.slug, new.\(description))
      BEGIN
        \(remove)
        \(add)
      END;

      """
  }
}
