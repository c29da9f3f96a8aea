import JSON
import SQLite

/// One import within its transaction: takes object after object, then settles what links them.
final class ImportRun {
  private let connection: Connection
  private let firstFill: FirstFill?
  private let bulkLoad: BulkLoad
  private let listVersions: ListVersions
  private let staging: MembershipStaging
  private let pending: PendingObjects
  private let tables: [CatalogResource: ObjectTable]
  private let parents: ParentLookup
  private let displacedSlugs: DisplacedSlugs
  private let gone: GoneObjects
  private var object = DecodedObject()
  private(set) var summary = ImportSummary()
  private(set) var objectCount = 0

  /// Prepares for objects; the connection is in its transaction.
  init(
    on connection: Connection, firstFill: FirstFill? = nil, absentObjects: AbsentObjects = .kept
  ) throws(SQLiteError) {
    self.connection = connection
    self.firstFill = firstFill
    listVersions = try ListVersions(on: connection)
    staging = try MembershipStaging(on: connection)
    bulkLoad = try BulkLoad(on: connection, isFirstFill: firstFill != nil)
    pending = try PendingObjects(on: connection)
    parents = try ParentLookup(on: connection)
    displacedSlugs = DisplacedSlugs(on: connection)
    gone = try GoneObjects(absentObjects, on: connection)
    var tables: [CatalogResource: ObjectTable] = [:]
    for resource in CatalogResource.allCases where resource != .gridPackages {
      tables[resource] = try ObjectTable(.shape(of: resource), on: connection)
    }
    self.tables = tables
  }

  /// Takes objects of a source.
  /// - Throws: `ImportError`, that of the batch behind its last object.
  func add(_ batch: ObjectBatch, of source: String) throws(ImportError) {
    for arrived in batch.objects {
      objectCount += 1
      object = arrived.object
      do {
        try write(
          ObjectPlace(
            source: source, position: arrived.position, shape: .shape(of: arrived.resource),
            id: arrived.id))
      } catch let error as ImportError {
        var error = error
        error.source = source
        throw error
      } catch let error as SQLiteError {
        throw ImportError(.store(StoreError(error)))
      } catch {
        preconditionFailure("taking an object throws import errors and SQLite errors only")
      }
    }
    if let error = batch.error { throw error }
  }

  /// Settles memberships, waiting objects and categories; counts what is left waiting.
  /// - Parameter time: the revision's time, nil for now.
  /// - Throws: `ImportError` if a slug is there twice; `SQLiteError`.
  func finish(at time: String?) throws {
    try firstFill?.beginSorting()
    try displacedSlugs.check(gone: gone)
    try gone.keepMemberships()
    let reconciliation = MembershipReconciliation(connection: connection, staging: staging)
    let result = try reconciliation.run()
    summary.memberships = result.memberships
    summary.resolved += result.resolved
    if result.claims != ImportSummary.Counts() {
      summary.objects[.gridPackages] = result.claims
    }
    try gone.settle(at: time, into: &summary)
    try retryPending(.features)
    try retryPending(.elements)
    try resolveCategories()
    try listVersions.finish()
    try gone.drop()
    try bulkLoad.finish()
    try firstFill?.checkForeignKeys()
    summary.unresolved = try UnresolvedCounter(connection: connection).count()
    summary.revision = try Revision(connection: connection).advance(
      if: summary.hasChanges, time: time, summary: summary.sentence)
  }

  private func write(_ place: ObjectPlace) throws {
    switch place.shape.resource {
    case .categories:
      try writeRow(place)
      try gone.addListedCategory(place.id)
    case .grids:
      try writeRow(place)
      try addList(.grid, of: place.id, at: ObjectShape.gridPackagesIndex)
    case .packages:
      try writeRow(place)
      try staging.addPresentPackage(place.id)
      try addList(.package, of: place.id, at: ObjectShape.packageGridsIndex)
    case .gridPackages: try addClaim(place)
    case .features, .elements: try writeChild(place)
    }
  }

  private func writeRow(_ place: ObjectPlace) throws {
    let resource = place.shape.resource
    guard let table = tables[resource] else {
      preconditionFailure("every resource with a shape of rows has a table")
    }
    let outcome: ObjectTable.Outcome
    do throws(SQLiteError) {
      outcome = try table.write(object, id: place.id)
    } catch {
      try takeSlug(for: place, after: error)
      outcome = try table.write(object, id: place.id)
    }
    count(outcome, of: resource)
    switch (resource, outcome) {
    case (.packages, .added), (.grids, .added): try bulkLoad.didAddRow()
    case (_, .added), (_, .updated), (_, .unchanged): break
    }
  }

  /// Takes the slug of the object from the one that has it.
  /// - Throws: what kept the object from being written, if that was something else.
  private func takeSlug(for place: ObjectPlace, after error: SQLiteError) throws {
    let isSlugTaken = error.kind == .constraint
    let holder = isSlugTaken ? try parents.slugHolder(of: object, as: place.shape) : nil
    guard let holder, holder != place.id else { throw error }
    let claim = place.error(.slugTaken(by: holder), field: "slug")
    let isDisplaced = try displacedSlugs.displace(holder, of: place.shape.resource, for: claim)
    if !isDisplaced { throw claim }
  }

  private func addList(
    _ side: MembershipStaging.ListSide, of id: Int64, at field: Int
  ) throws(SQLiteError) {
    guard case .links(let range) = object.cells[field] else { return }
    try staging.addList(side, of: id, members: object.links[range])
  }

  private func addClaim(_ place: ObjectPlace) throws {
    guard let claim = object.claim(id: place.id) else {
      preconditionFailure("decoding requires the fields of a grid_package")
    }
    parents.membershipsChanged()
    if let other = try staging.add(claim) {
      throw place.error(.membershipTaken(by: other), field: "package_id")
    }
  }

  /// A feature or an element: into its table if what it belongs to is there, else kept.
  private func writeChild(_ place: ObjectPlace) throws {
    let resource = place.shape.resource
    if try parents.haveArrived(of: object, as: place.shape) {
      if try pending.drop(place.id, of: resource) { summary.resolved += 1 }
      try writeRow(place)
    } else {
      try removeRow(place.id, of: resource)
      count(try pending.keep(object, id: place.id, as: place.shape), of: resource)
    }
  }

  /// Removes the row of an object that belonged to what was there, and now does not.
  private func removeRow(_ id: Int64, of resource: CatalogResource) throws(SQLiteError) {
    guard try parents.hasRow(id, of: resource) else { return }
    try bulkLoad.restoreMemberIndexes()
    try parents.removeRow(id, of: resource)
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
}

/// Which object of which line is being taken; for errors.
private struct ObjectPlace {
  let source: String
  let position: JSONPosition
  let shape: ObjectShape
  let id: Int64

  func error(_ problem: ImportError.Problem, field: String) -> ImportError {
    ImportError(
      problem, source: source, at: position, resource: shape.resource, id: id, field: field)
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
