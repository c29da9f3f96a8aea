import Columns
import SQLite

@testable import CatalogStore

/// A catalog in memory whose rows a test writes itself, and a reader of it.
struct TestCatalog {
  let database: CatalogDatabase
  let writer: Connection
  let reader: CatalogReader

  init(_ database: CatalogDatabase, rows: String = "") throws {
    self.database = database
    writer = try Connection(database.location, access: .readWrite)
    if !rows.isEmpty { try writer.execute("BEGIN; \(rows) COMMIT") }
    reader = try database.makeReader()
  }

  init(rows: String = "") throws {
    try self.init(CatalogDatabase.inMemory(), rows: rows)
  }

  /// Two categories, four grids, six packages, and the cells of one grid.
  static func sample() throws -> TestCatalog {
    try TestCatalog(rows: sampleRows)
  }

  static func category(_ id: Int, _ title: String, _ slug: String) -> String {
    """
    INSERT INTO categories VALUES (\(id), '\(title)', '\(slug)', 'All of \(title)', '\(title)s', 1,
      '2010-01-0\(id)T00:00:00-05:00', \(id), '2011-01-0\(id)T00:00:00-05:00', \(id + 10), 1);

    """
  }

  static func grid(_ id: Int, _ title: String, _ slug: String, isLocked: Bool = false) -> String {
    """
    INSERT INTO grids VALUES (\(id), '\(title)', '\(slug)', \(isLocked ? 1 : 0), 1,
      '2012-01-01T00:00:00-05:00', \(100 - id), '2013-01-01T00:00:00-05:00', \(id),
      'Compares \(title)', 1);

    """
  }

  static func package(
    _ id: Int, category: Int?, _ title: String, _ slug: String, watchers: Int = 0,
    lastUpdated: (text: String, instant: Int)? = nil, repoURL: String = "",
    documentationURL: String? = nil, description: String = ""
  ) -> String {
    let category = category.map(String.init) ?? "NULL"
    let updated = lastUpdated.map { "'\($0.text)', \($0.instant)" } ?? "NULL, NULL"
    let documentation = documentationURL.map { "'\($0)'" } ?? "NULL"
    return """
      INSERT INTO packages VALUES (\(id), \(category), \(category), '\(title)', '\(slug)',
        \(watchers), \(id * 2), '2014-01-01T00:00:00-05:00', \(1000 + id),
        '2015-01-01T00:00:00-05:00', \(2000 - id), \(updated), NULL, NULL, '\(repoURL)', '1.\(id)',
        NULL, '', \(documentation), '\(description)', '[\(id),0]', '["ann","bob"]', 1);

      """
  }

  static func membership(
    _ id: Int, grid: Int, package: Int, gridPosition: Int, packagePosition: Int
  ) -> String {
    """
    INSERT INTO grid_packages VALUES (\(id), \(grid), \(package), \(gridPosition),
      \(packagePosition), 1, '2016-01-01T00:00:00-05:00', \(id), NULL, NULL);

    """
  }

  static func feature(_ id: Int, grid: Int, _ title: String) -> String {
    """
    INSERT INTO features VALUES (\(id), \(grid), '\(title)', '2017-01-01T00:00:00-05:00', \(id),
      '2017-01-01T00:00:00-05:00', \(id), '', 1);

    """
  }

  static func element(_ id: Int, gridPackage: Int, feature: Int, _ text: String) -> String {
    """
    INSERT INTO elements VALUES (\(id), \(gridPackage), \(feature), '2018-01-01T00:00:00-05:00',
      \(id), '2018-01-01T00:00:00-05:00', \(id), '\(text)', 1);

    """
  }

  private static let sampleRows =
    category(1, "App", "apps") + category(2, "Framework", "frameworks")
    + grid(10, "Forms", "forms") + grid(20, "REST", "rest") + grid(30, "Empty", "empty")
    + grid(40, "Locked", "locked", isLocked: true)
    + package(
      1, category: 1, "django-forms", "django-forms", watchers: 50,
      lastUpdated: ("2024-11-03T01:30:00-04:00", 900), repoURL: "https://example.org/forms",
      documentationURL: "https://docs.example.org", description: "Forms with \"quotes\"")
    + package(
      2, category: 1, "Django REST", "drf", watchers: 500,
      lastUpdated: ("2024-11-03T01:30:00-05:00", 901), repoURL: "https://example.org/rest",
      documentationURL: "")
    + package(3, category: 2, "Crème Brûlée", "creme", watchers: 50)
    + package(4, category: 2, "STRASSE", "strasse", watchers: 7)
    + package(5, category: nil, "Straße", "straße", watchers: 0)
    + package(6, category: 1, "alone", "alone", watchers: 7)
    + membership(101, grid: 10, package: 3, gridPosition: 0, packagePosition: 1)
    + membership(102, grid: 10, package: 1, gridPosition: 1, packagePosition: 0)
    + membership(103, grid: 10, package: 2, gridPosition: 2, packagePosition: 1)
    + membership(104, grid: 20, package: 2, gridPosition: 0, packagePosition: 0)
    + membership(105, grid: 20, package: 3, gridPosition: 1, packagePosition: 0)
    + membership(106, grid: 40, package: 2, gridPosition: 0, packagePosition: 2)
    + feature(201, grid: 10, "License") + feature(202, grid: 10, "Python 3")
    + feature(203, grid: 20, "Speed")
    + element(301, gridPackage: 101, feature: 201, "MIT")
    + element(302, gridPackage: 102, feature: 201, "old")
    + element(303, gridPackage: 101, feature: 202, "yes")
    + element(304, gridPackage: 102, feature: 201, "BSD")
}

extension LeafColumn {
  /// The cells as JSON texts.
  var texts: [String] {
    (0..<count).map { row in
      if isNull(row) { return "null" }
      return switch self {
      case .ints(let column): "\(column.values[row])"
      case .floats(let column): "\(column.values[row])"
      case .booleans(let column): "\(column.values[row])"
      case .encoded(let column):
        String(decoding: column.bytes[column.range(of: row)], as: UTF8.self)
      }
    }
  }
}

extension RecordLists {
  /// The ids of each list.
  var ids: [[Int64]] {
    (0..<hasMore.count).map { parent in
      entries(of: parent).map { batch.ids[Int(rows[$0])] }
    }
  }
}
