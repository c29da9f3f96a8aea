@testable import CatalogStore

/// What the catalog is to hold after edits, kept the simplest way.
struct EditModel {
  struct Object: Equatable {
    var title: String
    var slug: String
    var version: Int64 = 1
    /// The other side's ids, in order.
    var list: [Int64] = []
    /// The category of a package.
    var category: Int64?
  }

  struct Cell: Hashable {
    let grid: Int64
    let package: Int64
    let feature: Int64
  }

  var packages: [Int64: Object] = [:]
  var grids: [Int64: Object] = [:]
  var categories: [Int64: Object] = [:]
  /// The grid of each feature.
  var features: [Int64: Int64] = [:]
  var cells: [Cell: String] = [:]
  /// The highest id that any object of the entity ever had.
  var lastIDs: [Entity: Int64] = [:]
  var revision: Int64 = 0

  mutating func nextID(_ entity: Entity) -> Int64 {
    lastIDs[entity, default: 0] += 1
    return lastIDs[entity, default: 0]
  }

  /// Gives an object its list, and moves the versions of the members that come and go.
  mutating func setList(of id: Int64, on side: Entity, to list: [Int64]) {
    let before = self[side, id]?.list ?? []
    self[side, id]?.list = list
    let other: Entity = side == .grid ? .package : .grid
    for member in before where !list.contains(member) {
      self[other, member]?.list.removeAll { $0 == id }
      self[other, member]?.version += 1
      let (grid, package) = side == .grid ? (id, member) : (member, id)
      cells = cells.filter { $0.key.grid != grid || $0.key.package != package }
    }
    for member in list where !before.contains(member) {
      self[other, member]?.list.append(id)
      self[other, member]?.version += 1
    }
  }

  mutating func delete(_ id: Int64, _ entity: Entity) {
    if entity != .category { setList(of: id, on: entity, to: []) }
    if entity == .grid { features = features.filter { $0.value != id } }
    self[entity, id] = nil
  }

  subscript(entity: Entity, id: Int64) -> Object? {
    get {
      switch entity {
      case .package: packages[id]
      case .grid: grids[id]
      case .category: categories[id]
      case .gridPackage, .feature, .element: nil
      }
    }
    set {
      switch entity {
      case .package: packages[id] = newValue
      case .grid: grids[id] = newValue
      case .category: categories[id] = newValue
      case .gridPackage, .feature, .element: break
      }
    }
  }

  func objects(_ entity: Entity) -> [Int64: Object] {
    switch entity {
    case .package: packages
    case .grid: grids
    case .category: categories
    case .gridPackage, .feature, .element: [:]
    }
  }
}

/// The catalog as lines, to be compared with a model's.
extension EditedCatalog {
  func lines() throws -> [String] {
    try [
      """
      SELECT 'packages', p.id, title, slug, version, coalesce(category_id, '-'),
        (SELECT group_concat(grid_id) FROM (SELECT grid_id FROM grid_packages
          WHERE package_id = p.id ORDER BY package_position)) FROM packages p ORDER BY id
      """,
      """
      SELECT 'grids', g.id, title, slug, version, '-',
        (SELECT group_concat(package_id) FROM (SELECT package_id FROM grid_packages
          WHERE grid_id = g.id ORDER BY grid_position)) FROM grids g ORDER BY id
      """,
      "SELECT 'categories', id, title, slug, version, '-', NULL FROM categories ORDER BY id",
      "SELECT 'feature', id, grid_id FROM features ORDER BY id",
      """
      SELECT 'cell', grid_id, package_id, feature_id, e.text FROM elements e
      JOIN grid_packages m ON m.id = e.grid_package_id ORDER BY 2, 3, 4
      """,
      "SELECT 'revision', revision, (SELECT count(*) FROM changes) FROM catalog_revision",
    ].flatMap(rows)
  }
}

extension EditModel {
  func lines() -> [String] {
    let objects = [Entity.package, .grid, .category].flatMap { entity in
      self.objects(entity).sorted { $0.key < $1.key }.map { id, object in
        let list = object.list.isEmpty ? "-" : object.list.map(String.init).joined(separator: ",")
        let category = object.category.map(String.init) ?? "-"
        return "\(entity.table) \(id) \(object.title) \(object.slug) \(object.version) "
          + "\(category) \(list)"
      }
    }
    let features = features.sorted { $0.key < $1.key }.map { "feature \($0.key) \($0.value)" }
    let cells = cells.sorted { left, right in
      (left.key.grid, left.key.package, left.key.feature)
        < (right.key.grid, right.key.package, right.key.feature)
    }.map { "cell \($0.key.grid) \($0.key.package) \($0.key.feature) \($0.value)" }
    return objects + features + cells + ["revision \(revision) \(revision)"]
  }
}
