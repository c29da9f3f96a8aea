import JSON
import SQLite

/// One import within its transaction: takes object after object, then settles what links them.
final class ImportRun {
  private let connection: Connection
  private let bulkLoad: BulkLoad?
  private let staging: MembershipStaging
  private let pending: PendingObjects
  private let tables: [CatalogResource: ObjectTable]
  private let parents: ParentLookup
  private var object = DecodedObject()
  private(set) var summary = ImportSummary()
  private(set) var objectCount = 0

  /// Prepares for objects; the connection is in its transaction.
  init(on connection: Connection) throws(SQLiteError) {
    self.connection = connection
    bulkLoad = try BulkLoad(on: connection)
    staging = try MembershipStaging(on: connection)
    pending = try PendingObjects(on: connection)
    parents = try ParentLookup(on: connection)
    var tables: [CatalogResource: ObjectTable] = [:]
    for resource in CatalogResource.allCases where resource != .gridPackages {
      tables[resource] = try ObjectTable(.shape(of: resource), on: connection)
    }
    self.tables = tables
  }

  /// Takes one value of a source.
  /// - Throws: `ImportError` without the source.
  func add(_ reader: JSONReader) throws(ImportError) {
    var piece = try ImportedPiece(reader)
    let shape = ObjectShape.shape(of: piece.resource)
    try object.decode(&piece.reader, as: shape)
    guard let id = object.id(in: shape) else { preconditionFailure("decoding requires the id") }
    objectCount += 1
    do {
      try write(id: id, as: shape)
    } catch {
      throw importError(error, id: id, shape: shape, at: reader.position)
    }
  }

  /// Settles memberships, waiting objects and categories; counts what is left waiting.
  /// - Parameter time: the revision's time, nil for now.
  /// - Throws: `SQLiteError`.
  func finish(at time: String?) throws(SQLiteError) {
    let reconciliation = MembershipReconciliation(connection: connection, staging: staging)
    let result = try reconciliation.run()
    summary.memberships = result.memberships
    summary.resolved += result.resolved
    if result.claims != ImportSummary.Counts() {
      summary.objects[.gridPackages] = result.claims
    }
    try retryPending(.features)
    try retryPending(.elements)
    try resolveCategories()
    try staging.drop()
    try bulkLoad?.finish()
    summary.unresolved = try UnresolvedCounter(connection: connection).count()
    summary.revision = try Revision(connection: connection).advance(
      if: summary.hasChanges, time: time)
  }

  private func write(id: Int64, as shape: ObjectShape) throws {
    switch shape.resource {
    case .categories: try writeRow(id: id, as: shape)
    case .grids:
      try writeRow(id: id, as: shape)
      try addList(.grid, of: id, at: ObjectShape.gridPackagesIndex)
    case .packages:
      try writeRow(id: id, as: shape)
      try addList(.package, of: id, at: ObjectShape.packageGridsIndex)
    case .gridPackages: try addClaim(id: id)
    case .features, .elements: try writeChild(id: id, as: shape)
    }
  }

  private func writeRow(id: Int64, as shape: ObjectShape) throws(SQLiteError) {
    guard let table = tables[shape.resource] else {
      preconditionFailure("every resource with a shape of rows has a table")
    }
    count(try table.write(object, id: id), of: shape.resource)
  }

  private func addList(
    _ side: MembershipStaging.ListSide, of id: Int64, at field: Int
  ) throws(SQLiteError) {
    guard case .links(let range) = object.cells[field] else { return }
    try staging.addList(side, of: id, members: object.links[range])
  }

  private func addClaim(id: Int64) throws {
    guard let claim = object.claim(id: id) else {
      preconditionFailure("decoding requires the fields of a grid_package")
    }
    if let other = try staging.add(claim) {
      throw ImportError.Problem.membershipTaken(by: other)
    }
  }

  /// A feature or an element: into its table if what it belongs to is there, else kept.
  private func writeChild(id: Int64, as shape: ObjectShape) throws(SQLiteError) {
    if try parents.haveArrived(of: object, as: shape) {
      let wasPending = try pending.drop(id, of: shape.resource)
      if wasPending { summary.resolved += 1 }
      try writeRow(id: id, as: shape)
    } else {
      try parents.removeRow(id, of: shape.resource)
      count(try pending.keep(object, id: id, as: shape), of: shape.resource)
    }
  }

  private func count(_ outcome: ObjectTable.Outcome, of resource: CatalogResource) {
    switch outcome {
    case .added: summary.objects[resource, default: .init()].added += 1
    case .updated: summary.objects[resource, default: .init()].updated += 1
    case .unchanged: summary.objects[resource, default: .init()].unchanged += 1
    }
  }

  private func retryPending(_ resource: CatalogResource) throws(SQLiteError) {
    let shape = ObjectShape.shape(of: resource)
    var last: Int64 = 0
    while let kept = try pending.next(of: resource, after: last) {
      last = kept.id
      var reader = JSONReader(kept.object)
      do {
        try object.decode(&reader, as: shape)
      } catch {
        preconditionFailure("what is kept was decoded before: \(error)")
      }
      guard try parents.haveArrived(of: object, as: shape) else { continue }
      _ = try pending.drop(kept.id, of: resource)
      _ = try tables[resource]?.write(object, id: kept.id)
      summary.resolved += 1
    }
  }

  private func resolveCategories() throws(SQLiteError) {
    try connection.execute(
      """
      UPDATE packages SET category_id = category_link
      WHERE category_id IS NULL AND category_link IN (SELECT id FROM categories)
      """)
    summary.resolved += connection.changeCount
  }

  /// What went wrong with the object that was just decoded.
  private func importError(
    _ error: any Error, id: Int64, shape: ObjectShape, at position: JSONPosition
  ) -> ImportError {
    func failed(_ problem: ImportError.Problem, field: String? = nil) -> ImportError {
      ImportError(problem, at: position, resource: shape.resource, id: id, field: field)
    }
    switch error {
    case let problem as ImportError.Problem: return failed(problem, field: "package_id")
    case let error as SQLiteError:
      guard error.kind == .constraint else { return ImportError(.store(StoreError(error))) }
      do throws(SQLiteError) {
        guard let holder = try parents.slugHolder(of: object, as: shape), holder != id else {
          return ImportError(.store(StoreError(error)))
        }
        return failed(.slugTaken(by: holder), field: "slug")
      } catch {
        return ImportError(.store(StoreError(error)))
      }
    default: preconditionFailure("writing throws problems and SQLite errors only")
    }
  }
}

extension ObjectShape {
  static let gridPackagesIndex = grids.index(of: "packages")
  static let packageGridsIndex = packages.index(of: "grids")
}

extension DecodedObject {
  private static let shape = ObjectShape.gridPackages
  private static let grid = shape.index(of: "grid_id")
  private static let package = shape.index(of: "package_id")
  private static let created = shape.index(of: "created")
  private static let modified = shape.index(of: "modified")

  /// What an object of `grid_packages` says.
  fileprivate func claim(id: Int64) -> MembershipStaging.Claim? {
    guard let grid = integer(at: Self.grid), let package = integer(at: Self.package),
      case .time(let created, let createdInstant) = cells[Self.created],
      case .time(let modified, let modifiedInstant) = cells[Self.modified]
    else { return nil }
    return MembershipStaging.Claim(
      id: id, grid: grid, package: package,
      created: .init(text: Array(text[created]), instant: createdInstant),
      modified: .init(text: Array(text[modified]), instant: modifiedInstant))
  }
}
