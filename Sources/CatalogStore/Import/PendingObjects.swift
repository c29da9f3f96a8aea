import SQLite

/// Features and elements that came before what they belong to, kept as compact JSON.
final class PendingObjects {
  private let keep: Statement
  private let exists: Statement
  private let drop: Statement
  private let all: Statement

  init(on connection: Connection) throws(SQLiteError) {
    keep = try connection.prepare(
      """
      INSERT INTO pending_objects (resource, id, object) VALUES (?1, ?2, ?3)
      ON CONFLICT (resource, id) DO UPDATE SET object = excluded.object
      WHERE object <> excluded.object
      """)
    exists = try connection.prepare(
      "SELECT 1 FROM pending_objects WHERE resource = ?1 AND id = ?2")
    drop = try connection.prepare("DELETE FROM pending_objects WHERE resource = ?1 AND id = ?2")
    all = try connection.prepare(
      "SELECT id, object FROM pending_objects WHERE resource = ?1 AND id > ?2 ORDER BY id LIMIT 1")
    self.connection = connection
    mayHoldObjects = try connection.integer("SELECT 1 FROM pending_objects LIMIT 1") != nil
  }

  private let connection: Connection
  /// Whether anything was kept before the run or by it.
  private var mayHoldObjects: Bool

  /// Keeps an object until its parents are there.
  func keep(
    _ object: borrowing DecodedObject, id: Int64, as shape: ObjectShape
  ) throws(SQLiteError) -> ObjectTable.Outcome {
    var json: [UInt8] = []
    object.append(as: shape, to: &json)
    mayHoldObjects = true
    let isKnown = try contains(id, of: shape.resource)
    try keep.bind(shape.resource.rawValue, at: 1)
    try keep.bind(id, at: 2)
    try keep.bind(utf8: json, at: 3)
    try keep.run()
    if !isKnown { return .added }
    return connection.changeCount > 0 ? .updated : .unchanged
  }

  /// Forgets an object whose parents are there now; whether it was kept.
  func drop(_ id: Int64, of resource: CatalogResource) throws(SQLiteError) -> Bool {
    guard mayHoldObjects else { return false }
    try drop.bind(resource.rawValue, at: 1)
    try drop.bind(id, at: 2)
    try drop.run()
    return connection.changeCount > 0
  }

  /// The object with the lowest id above `id`, and its text.
  func next(
    of resource: CatalogResource, after id: Int64
  ) throws(SQLiteError) -> (id: Int64, object: [UInt8])? {
    defer { all.reset() }
    try all.bind(resource.rawValue, at: 1)
    try all.bind(id, at: 2)
    guard try all.step() else { return nil }
    return (all.integer(at: 0), all.withText(at: 1) { Array($0 ?? .init(start: nil, count: 0)) })
  }

  private func contains(_ id: Int64, of resource: CatalogResource) throws(SQLiteError) -> Bool {
    defer { exists.reset() }
    try exists.bind(resource.rawValue, at: 1)
    try exists.bind(id, at: 2)
    return try exists.step()
  }
}
