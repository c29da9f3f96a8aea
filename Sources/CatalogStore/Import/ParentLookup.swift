import SQLite

/// Asks the catalog, in the middle of a run, what an object needs to know of others.
final class ParentLookup {
  private let grid: Statement
  private let feature: Statement
  private let membership: Statement
  private let element: Statement
  private let removeFeature: Statement
  private let removeElementsOfFeature: Statement
  private let removeElement: Statement
  /// The membership that was asked for last, if it has arrived: elements of one come together.
  private var lastMembership: Int64?
  /// Features that are there, at the places of their ids' last bits: the cells of a grid name the same few
  /// over and over. No id is 0.
  private var knownFeatures = [Int64](repeating: 0, count: 256)
  private let connection: Connection

  init(on connection: Connection) throws(SQLiteError) {
    self.connection = connection
    grid = try connection.prepare("SELECT 1 FROM grids WHERE id = ?1")
    feature = try connection.prepare("SELECT 1 FROM features WHERE id = ?1")
    // An id of our own making is nothing that an element could mean.
    membership = try connection.prepare(
      """
      SELECT 1 FROM grid_packages WHERE id = ?1 AND has_origin_id
      UNION ALL
      SELECT 1 FROM temp.claims c WHERE id = ?1 AND \(MembershipStaging.isResolvable("c"))
      """)
    element = try connection.prepare("SELECT 1 FROM elements WHERE id = ?1")
    // Said here, too, for when foreign keys are not looked at.
    removeElementsOfFeature = try connection.prepare(
      "DELETE FROM elements WHERE feature_id = ?1")
    removeFeature = try connection.prepare("DELETE FROM features WHERE id = ?1")
    removeElement = try connection.prepare("DELETE FROM elements WHERE id = ?1")
  }

  /// Whether all that a feature or an element belongs to is in the catalog, or will be at the end
  /// of the run.
  func haveArrived(
    of object: borrowing DecodedObject, as shape: ObjectShape
  ) throws(SQLiteError) -> Bool {
    switch shape.resource {
    case .features:
      return try exists(object.integer(at: ObjectShape.featureGridIndex), in: grid)
    case .elements:
      guard try hasFeature(object.integer(at: ObjectShape.elementFeatureIndex)) else {
        return false
      }
      let id = object.integer(at: ObjectShape.elementMembershipIndex)
      if let id, id == lastMembership { return true }
      let hasArrived = try exists(id, in: membership)
      lastMembership = hasArrived ? id : nil
      return hasArrived
    case .categories, .grids, .packages, .gridPackages: return true
    }
  }

  private func hasFeature(_ id: Int64?) throws(SQLiteError) -> Bool {
    guard let id else { return false }
    let place = Int(truncatingIfNeeded: id & Int64(knownFeatures.count - 1))
    if knownFeatures[place] == id { return true }
    guard try exists(id, in: feature) else { return false }
    knownFeatures[place] = id
    return true
  }

  /// Notes that memberships may have come or gone.
  func membershipsChanged() {
    lastMembership = nil
  }

  /// Whether a feature or an element is in the catalog.
  func hasRow(_ id: Int64, of resource: CatalogResource) throws(SQLiteError) -> Bool {
    switch resource {
    case .features: try exists(id, in: feature)
    case .elements: try exists(id, in: element)
    case .categories, .grids, .packages, .gridPackages: false
    }
  }

  /// Removes the row of an object that now belongs to what is not there.
  func removeRow(_ id: Int64, of resource: CatalogResource) throws(SQLiteError) {
    switch resource {
    case .features:
      for place in knownFeatures.indices { knownFeatures[place] = 0 }
      try remove(id, with: removeElementsOfFeature)
      try remove(id, with: removeFeature)
    case .elements: try remove(id, with: removeElement)
    case .categories, .grids, .packages, .gridPackages: break
    }
  }

  /// The object that has the slug of another; nil if none has, or the resource has no slugs.
  func slugHolder(
    of object: borrowing DecodedObject, as shape: ObjectShape
  ) throws(SQLiteError) -> Int64? {
    let field = shape.fields.firstIndex { $0.name.description == "slug" }
    guard let field, case .text(let range) = object.cells[field] else { return nil }
    let statement = try connection.prepare(
      "SELECT id FROM \(shape.resource.rawValue) WHERE slug = ?1")
    try statement.bind(utf8: Array(object.text[range]), at: 1)
    return try statement.step() ? statement.integer(at: 0) : nil
  }

  private func exists(_ id: Int64?, in statement: borrowing Statement) throws(SQLiteError) -> Bool {
    defer { statement.reset() }
    try statement.bind(id, at: 1)
    return try statement.step()
  }

  private func remove(_ id: Int64, with statement: borrowing Statement) throws(SQLiteError) {
    try statement.bind(id, at: 1)
    try statement.run()
  }
}

extension ObjectShape {
  fileprivate static let featureGridIndex = features.index(of: "grid_id")
  fileprivate static let elementFeatureIndex = elements.index(of: "feature_id")
  fileprivate static let elementMembershipIndex = elements.index(of: "grid_package_id")
}
