import SQLite

/// Sets aside the indexes that a run can do without: making them anew at the end costs less than keeping
/// them through the rest.
///
/// Those of the orders and of the search go once a run has doubled the catalog. In the first fill of an
/// empty one all go: nothing is read that is not found by its id or its slug.
final class BulkLoad {
  /// An index or a trigger that is not there now.
  private struct SetAside {
    let definition: String
    let servesOrdersOrSearch: Bool
  }

  private let connection: Connection
  private let isFirstFill: Bool
  /// Packages and grids that were there before the run, and those that it added.
  private let rowsBefore: Int64
  private var rowsAdded: Int64 = 0
  private var setAside: [SetAside] = []

  /// Bytes of new entries that the full-text index gathers before it writes them while it is made anew;
  /// with the usual million it merges what it has written over and over, which takes twice as long.
  private static let searchBufferBytes = 16 << 20
  private static let usualSearchBufferBytes = 1 << 20

  init(on connection: Connection, isFirstFill: Bool) throws(SQLiteError) {
    self.connection = connection
    self.isFirstFill = isFirstFill
    rowsBefore =
      try connection.integer(
        "SELECT (SELECT count(*) FROM packages) + (SELECT count(*) FROM grids)") ?? 0
    if rowsBefore == 0 { try begin() }
  }

  /// Notes that a package or a grid was added.
  func didAddRow() throws(SQLiteError) {
    rowsAdded += 1
    if rowsAdded == rowsBefore { try begin() }
  }

  /// Makes the indexes that lead from parents to children again, if they were set aside.
  func restoreMemberIndexes() throws(SQLiteError) {
    for item in setAside where !item.servesOrdersOrSearch {
      try connection.execute(item.definition)
    }
    setAside.removeAll { !$0.servesOrdersOrSearch }
  }

  /// Makes the indexes and triggers again, and the full-text index anew, if they were set aside.
  ///
  /// That is made of one piece: a search goes through each piece and merges what it finds, which at
  /// 500,000 packages in six pieces took a tenth to a fifth longer.
  func finish() throws(SQLiteError) {
    guard !setAside.isEmpty else { return }
    for item in setAside { try connection.execute(item.definition) }
    setAside = []
    let configure = "INSERT INTO search_index (search_index, rank) VALUES ('hashsize', "
    try connection.execute(
      """
      \(configure)\(Self.searchBufferBytes));
      INSERT INTO search_index (search_index) VALUES ('rebuild');
      INSERT INTO search_index (search_index) VALUES ('optimize');
      \(configure)\(Self.usualSearchBufferBytes));
      """)
  }

  private func begin() throws(SQLiteError) {
    let statement = try connection.prepare(
      """
      SELECT type, name, sql,
        type = 'trigger' OR name LIKE '%\\_order\\_%' ESCAPE '\\' AS serves_orders_or_search
      FROM sqlite_schema
      WHERE type = 'index' AND sql IS NOT NULL
          AND tbl_name IN (\(CatalogResource.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")))
        OR type = 'trigger' AND name LIKE 'search\\_%' ESCAPE '\\'
      """)
    var drops: [String] = []
    while try statement.step() {
      let servesOrdersOrSearch = statement.integer(at: 3) == 1
      guard let type = statement.text(at: 0), let name = statement.text(at: 1),
        let sql = statement.text(at: 2), isFirstFill || servesOrdersOrSearch
      else { continue }
      drops.append("DROP \(type) \(name)")
      setAside.append(SetAside(definition: sql, servesOrdersOrSearch: servesOrdersOrSearch))
    }
    for drop in drops { try connection.execute(drop) }
  }
}
