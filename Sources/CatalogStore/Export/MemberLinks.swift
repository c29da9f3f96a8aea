import JSON
import SQLite

/// Writes the lists of links of one side's objects.
final class MemberLinks {
  private let members: Statement

  init(_ side: MembershipSide, on connection: Connection) throws(SQLiteError) {
    // In the order of the origin; those that wait for their own end are included.
    members = try connection.prepare(
      """
      SELECT \(side.member), \(side.position) AS position FROM grid_packages
      WHERE \(side.owner) = ?1
      UNION ALL
      SELECT \(side.member), \(side.position) FROM pending_memberships WHERE \(side.owner) = ?1
      ORDER BY position, 1
      """)
  }

  /// Adds an owner's list, brackets included.
  func append(
    _ resource: CatalogResource, of owner: Int64, to output: inout [UInt8]
  ) throws(SQLiteError) {
    defer { members.reset() }
    try members.bind(owner, at: 1)
    output.append(UInt8(ascii: "["))
    var isFirst = true
    while try members.step() {
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      appendLink(to: resource, id: members.integer(at: 0), into: &output)
    }
    output.append(UInt8(ascii: "]"))
  }
}

/// Adds the link that the origin has for an object.
func appendLink(to resource: CatalogResource, id: Int64, into output: inout [UInt8]) {
  output.append(contentsOf: "\"https://djangopackages.org/api/v4/".utf8)
  output.append(contentsOf: resource.rawValue.utf8)
  output.append(UInt8(ascii: "/"))
  appendJSONNumber(id, to: &output)
  output.append(contentsOf: "/\"".utf8)
}
