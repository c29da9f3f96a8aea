/// One edit while it is made, within its scope. What each kind of edit does is in the extensions.
struct EditRun {
  let statements: WriteStatements
  let context: EditContext
  /// Whether the history is to say that a change was undone.
  var isRevert = false
  /// Now, as it is written.
  let time: String
  /// Asked before each of many objects; see `CatalogReader.stopLookups(when:)`.
  private let shouldStop: (() -> Bool)?

  init(
    _ statements: WriteStatements, _ context: EditContext, shouldStop: (() -> Bool)? = nil
  ) {
    self.shouldStop = shouldStop
    self.statements = statements
    self.context = context
    time = newYorkTime(ofInstant: context.instant)
  }

  /// Makes the edit.
  /// - Throws: `EditError`; what is half done is the scope's to undo.
  func apply(_ edit: CatalogEdit) throws(EditError) -> EditResult {
    switch edit {
    case .create(let entity, let edits):
      return EditResult(try create(entity, edits))
    case .update(let entity, let reference, let edits, let version):
      return EditResult(try update(entity, reference, edits, ifVersion: version))
    case .delete(let entity, let reference, let version):
      return EditResult(try delete(entity, reference, ifVersion: version))
    case .upsert(let entity, let items):
      return EditResult(objects: try upsert(entity, items))
    case .addToGrid(let grid, let package):
      return EditResult(try add(package, to: grid))
    case .removeFromGrid(let grid, let package):
      return EditResult(try remove(package, from: grid))
    case .setElement(let grid, let package, let feature, let text):
      return EditResult(
        try setElement(grid: grid, package: package, feature: feature, text: text))
    case .revert(let revision):
      return EditResult(try revert(revision))
    }
  }
}

extension EditRun {
  /// Gives up an edit that is to stop.
  func checkGoesOn() throws(EditError) {
    if shouldStop?() == true { throw .store(.interrupted) }
  }
}

extension EditResult {
  fileprivate init(_ object: EditedObject) {
    self.init(objects: [object])
  }
}

/// Finding objects.
extension EditRun {
  /// The id of the object that a reference names; nil if there is none.
  func id(of reference: RecordReference, _ entity: Entity) throws(EditError) -> Int64? {
    switch reference {
    case .id(let id):
      try statements.integer("SELECT id FROM \(entity.table) WHERE id = ?1", .integer(id))
    case .slug(let slug):
      try entity.hasSlug
        ? statements.integer("SELECT id FROM \(entity.table) WHERE slug = ?1", .text(slug)) : nil
    }
  }

  /// The object to be edited.
  /// - Throws: `EditError.notFound`.
  func requiredID(
    of reference: RecordReference, _ entity: Entity
  ) throws(EditError) -> Int64 {
    guard let id = try id(of: reference, entity) else { throw .notFound(entity, reference) }
    return id
  }

  /// Which object has a slug, if it is another one.
  func holder(
    ofSlug slug: String, _ entity: Entity, besides object: Int64?
  ) throws(EditError) -> Int64? {
    let holder = try statements.integer(
      "SELECT id FROM \(entity.table) WHERE slug = ?1", .text(slug))
    return holder == object ? nil : holder
  }

  /// Which package has a repository, if it is another one.
  func holder(
    ofRepoURL url: String, besides object: Int64?
  ) throws(EditError) -> Int64? {
    try statements.integer(
      "SELECT id FROM packages WHERE repo_url = ?1 AND id <> ?2 ORDER BY id LIMIT 1", .text(url),
      .integer(object ?? 0))
  }

  /// Refuses to go on if a grid is locked and the editor is no moderator.
  func requireUnlocked(_ grid: Int64) throws(EditError) {
    guard context.role < .moderator else { return }
    let isLocked = try statements.integer(
      "SELECT is_locked FROM grids WHERE id = ?1", .integer(grid))
    if isLocked == 1 { throw .locked(grid: grid) }
  }

  /// An id that no object has, had, or is known by to an object that waits for it.
  func nextID(_ entity: Entity) throws(EditError) -> Int64 {
    let table = entity.table
    let awaited =
      switch entity {
      case .category:
        "(SELECT max(category_link) FROM packages WHERE category_id IS NULL)"
      case .grid: "(SELECT max(grid_id) FROM pending_memberships)"
      case .package: "(SELECT max(package_id) FROM pending_memberships)"
      case .gridPackage: "(SELECT max(origin_id) FROM pending_memberships)"
      case .feature: "(SELECT max(id) FROM pending_objects WHERE resource = 'features')"
      case .element: "(SELECT max(id) FROM pending_objects WHERE resource = 'elements')"
      }
    let last = try statements.integer(
      """
      SELECT max(
        coalesce((SELECT max(id) FROM \(table)), 0),
        (SELECT id FROM last_ids WHERE resource = '\(table)'),
        coalesce(\(awaited), 0))
      """)
    return (last ?? 0) + 1
  }
}

extension Entity {
  /// Whether its records are known by slugs, too.
  var hasSlug: Bool {
    switch self {
    case .package, .grid, .category: true
    case .gridPackage, .feature, .element: false
    }
  }

  /// Whether its records have versions; a membership counts as part of its grid and its package.
  var hasVersion: Bool {
    switch self {
    case .package, .grid, .category, .feature, .element: true
    case .gridPackage: false
    }
  }
}
