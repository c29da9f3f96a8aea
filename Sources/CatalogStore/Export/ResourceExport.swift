import JSON
import SQLite

/// Writes the objects of one resource as lines, each as REST v4 or the catalog files write it.
final class ResourceExport {
  private let shape: ObjectShape
  private let rows: Statement
  private let members: MemberLinks?
  /// The begin of a line up to the object.
  private let linePrefix: [UInt8]

  init(_ resource: CatalogResource, on connection: Connection) throws(SQLiteError) {
    shape = .shape(of: resource)
    let columns = shape.fields.map { $0.column.isEmpty ? "NULL" : $0.column }
    rows = try connection.prepare(
      """
      SELECT \(columns.joined(separator: ", ")) FROM \(resource.rows)
      ORDER BY id \(resource.isNewestFirst ? "DESC" : "ASC")
      """)
    members = try resource.membershipSide.map { (side) throws(SQLiteError) in
      try MemberLinks(side, on: connection)
    }
    linePrefix = Array("{\"resource\":\"\(resource.rawValue)\",\"object\":".utf8)
  }

  /// Adds the next object as a line; false if there are no more.
  func appendLine(to output: inout [UInt8]) throws(SQLiteError) -> Bool {
    guard try rows.step() else {
      rows.reset()
      return false
    }
    output.append(contentsOf: linePrefix)
    for (column, field) in shape.fields.enumerated() {
      output.append(UInt8(ascii: column == 0 ? "{" : ","))
      output.append(UInt8(ascii: "\""))
      output.append(
        contentsOf: UnsafeBufferPointer(
          start: field.name.utf8Start, count: field.name.utf8CodeUnitCount))
      output.append(contentsOf: "\":".utf8)
      try appendCell(at: column, as: field.kind, to: &output)
    }
    output.append(contentsOf: "}}\n".utf8)
    return true
  }

  private func appendCell(
    at column: Int, as kind: ObjectShape.Kind, to output: inout [UInt8]
  ) throws(SQLiteError) {
    switch kind {
    case .links(let resource):
      try members?.append(resource, of: rows.integer(at: shape.idIndex), to: &output)
    case _ where rows.isNull(at: column): output.append(contentsOf: "null".utf8)
    case .id, .reference, .integer: appendJSONNumber(rows.integer(at: column), to: &output)
    case .boolean:
      output.append(contentsOf: (rows.integer(at: column) != 0 ? "true" : "false").utf8)
    case .link(let resource): appendLink(to: resource, id: rows.integer(at: column), into: &output)
    case .text, .slug, .nullableText, .time, .nullableTime, .pypiURL:
      rows.withText(at: column) { text in
        if let text { appendJSONString(text, to: &output) }
      }
    case .integers, .texts:
      rows.withText(at: column) { json in
        if let json { output.append(contentsOf: json) }
      }
    }
  }
}

extension CatalogResource {
  /// Where its rows are. A membership without an object of its own is in the lists only.
  fileprivate var rows: String {
    switch self {
    case .categories, .grids, .packages, .features, .elements: rawValue
    case .gridPackages:
      """
      (SELECT id, created, modified, grid_id, package_id FROM grid_packages WHERE has_origin_id
        UNION ALL
        SELECT origin_id, created, modified, grid_id, package_id FROM pending_memberships
        WHERE origin_id IS NOT NULL)
      """
    }
  }

  /// Whether its objects come in the order of REST v4's lists.
  fileprivate var isNewestFirst: Bool {
    switch self {
    case .categories, .grids, .packages: true
    case .gridPackages, .features, .elements: false
    }
  }

  /// Whose lists its objects have, if they have any.
  fileprivate var membershipSide: MembershipSide? {
    switch self {
    case .grids: .grids
    case .packages: .packages
    case .categories, .gridPackages, .features, .elements: nil
    }
  }
}
