import SQLite

/// Objects whose slug another object of the run has taken, until their own line gives them a new one:
/// within a run slugs may move from object to object, in any order of the lines.
final class DisplacedSlugs {
  /// An object without its slug.
  private struct Holder: Hashable {
    let resource: CatalogResource
    let id: Int64
  }

  /// Objects that may wait for their slug at a time; a run that needs more is not a renaming.
  private static let limit = 10_000

  private let connection: Connection
  private var claims: [Holder: ImportError] = [:]

  init(on connection: Connection) {
    self.connection = connection
  }

  /// Takes the slug of an object away; `claim` is what to say if it gets no other.
  /// - Returns: whether it could; if not, the claim is to be refused at once.
  func displace(
    _ id: Int64, of resource: CatalogResource, for claim: ImportError
  ) throws(SQLiteError) -> Bool {
    guard claims.count < Self.limit else { return false }
    // No slug of a file has U+0000.
    try connection.execute(
      "UPDATE \(resource.rawValue) SET slug = char(0) || id WHERE id = \(id)")
    claims[Holder(resource: resource, id: id)] = claim
    return true
  }

  /// Refuses the run if an object has been left without its slug; one that is gone at the origin gets
  /// another instead: the old one with `-gone-` and its id behind it.
  /// - Throws: `ImportError` about the first line that took one; `SQLiteError`.
  func check(gone: GoneObjects) throws {
    let inOrder = claims.sorted { first, second in
      (first.value.position?.offset ?? 0) < (second.value.position?.offset ?? 0)
    }
    for (holder, claim) in inOrder {
      let isLeft = try connection.integer(
        """
        SELECT 1 FROM \(holder.resource.rawValue)
        WHERE id = \(holder.id) AND slug = char(0) || id
        """)
      guard isLeft != nil else { continue }
      guard try gone.contains(holder.id, of: holder.resource), let taker = claim.id else {
        throw claim
      }
      let table = holder.resource.rawValue
      try connection.execute(
        """
        UPDATE \(table)
        SET slug = (SELECT slug FROM \(table) WHERE id = \(taker)) || '-gone-' || id,
          version = version + 1
        WHERE id = \(holder.id)
        """)
    }
  }
}
