import SQLite

/// Writes the objects of one resource that wait for what they belong to, by ascending id.
final class PendingExport {
  private let rows: Statement
  private let linePrefix: [UInt8]

  init(_ resource: CatalogResource, on connection: Connection) throws(SQLiteError) {
    rows = try connection.prepare(
      "SELECT object FROM pending_objects WHERE resource = ?1 ORDER BY id")
    try rows.bind(resource.rawValue, at: 1)
    linePrefix = Array("{\"resource\":\"\(resource.rawValue)\",\"object\":".utf8)
  }

  /// Adds the next object as a line; false if there are no more.
  func appendLine(to output: inout [UInt8]) throws(SQLiteError) -> Bool {
    guard try rows.step() else {
      rows.reset()
      return false
    }
    output.append(contentsOf: linePrefix)
    rows.withText(at: 0) { object in
      if let object { output.append(contentsOf: object) }
    }
    output.append(contentsOf: "}\n".utf8)
    return true
  }
}
