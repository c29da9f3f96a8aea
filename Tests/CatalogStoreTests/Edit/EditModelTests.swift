import Testing

@testable import CatalogStore

@Suite("Edit: random edits against a model")
struct EditModelTests {
  @Test("a few thousand edits leave what the model says", arguments: [1, 2, 3, 4])
  func randomEdits(seed: UInt64) throws {
    var walk = try EditWalk(seed: seed)
    for step in 0..<600 {
      try walk.step()
      if step % 50 == 49 {
        #expect(try walk.catalog.lines() == walk.model.lines(), "after step \(step)")
      }
    }
    #expect(try walk.catalog.catalog.database.check() == [])
    #expect(walk.model.revision > 300)
  }
}

/// Makes one random edit after the other, in the catalog and in the model.
private struct EditWalk {
  let catalog: EditedCatalog
  var model = EditModel()
  private var random: SplitMix64
  private var serial = 0

  init(seed: UInt64) throws {
    catalog = try EditedCatalog(TestCatalog())
    random = SplitMix64(seed: seed)
  }

  mutating func step() throws {
    let before = model
    guard let edit = makeEdit() else { return }
    // Now and then an edit is undone with its scope, or only rehearsed.
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      try catalog.writer.withGroup {
        try catalog.writer.withScope(.discard) {
          _ = try catalog.writer.apply(edit, as: catalog.context())
        }
      }
      model = before
    default:
      try catalog.apply(edit)
      model.revision += 1
    }
  }

  /// An edit that is made in the model; nil if there is nothing it could be about.
  private mutating func makeEdit() -> CatalogEdit? {
    let entity = [Entity.package, .package, .grid, .category].randomElement(using: &random)
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<25: return create(entity ?? .package)
    case 25..<45: return update(entity ?? .package)
    case 45..<52: return delete(entity ?? .package)
    case 52..<65: return setList(.grid)
    case 65..<72: return setList(.package)
    case 72..<80: return addOrRemove()
    case 80..<88: return createFeature()
    default: return setElement()
    }
  }

  private mutating func create(_ entity: Entity) -> CatalogEdit {
    serial += 1
    let id = model.nextID(entity)
    model[entity, id] = EditModel.Object(title: "New-\(serial)", slug: "new-\(serial)")
    var edits: FieldEdits = [.title: .text("New-\(serial)")]
    if entity == .package,
      let category = model.categories.keys.sorted().randomElement(using: &random)
    {
      model[entity, id]?.category = category
      edits[.category] = .reference(.id(category))
    }
    return .create(entity, edits)
  }

  private mutating func update(_ entity: Entity) -> CatalogEdit? {
    guard let id = pick(entity) else { return nil }
    serial += 1
    let version = model[entity, id]?.version
    model[entity, id]?.title = "Title-\(serial)"
    model[entity, id]?.version += 1
    return .update(entity, .id(id), [.title: .text("Title-\(serial)")], ifVersion: version)
  }

  private mutating func delete(_ entity: Entity) -> CatalogEdit? {
    guard let id = pick(entity), let slug = model[entity, id]?.slug else { return nil }
    if entity == .category, model.packages.values.contains(where: { $0.category == id }) {
      return nil
    }
    model.delete(id, entity)
    return .delete(entity, .slug(slug))
  }

  private mutating func setList(_ side: Entity) -> CatalogEdit? {
    let other: Entity = side == .grid ? .package : .grid
    guard let id = pick(side), let before = model[side, id]?.list else { return nil }
    let others = model.objects(other).keys.sorted().shuffled(using: &random)
    let list = Array(others.prefix(Int.random(in: 0...6, using: &random)))
    guard list != before else { return nil }
    model.setList(of: id, on: side, to: list)
    model[side, id]?.version += 1
    let field: EditField = side == .grid ? .packages : .grids
    return .update(side, .id(id), [field: .references(list.map(RecordReference.id))])
  }

  private mutating func addOrRemove() -> CatalogEdit? {
    guard let grid = pick(.grid), let package = pick(.package),
      var list = model[.grid, grid]?.list
    else { return nil }
    let isThere = list.contains(package)
    if isThere { list.removeAll { $0 == package } } else { list.append(package) }
    model.setList(of: grid, on: .grid, to: list)
    model[.grid, grid]?.version += 1
    return isThere
      ? .removeFromGrid(grid: .id(grid), package: .id(package))
      : .addToGrid(grid: .id(grid), package: .id(package))
  }

  private mutating func createFeature() -> CatalogEdit? {
    guard let grid = pick(.grid) else { return nil }
    model.features[model.nextID(.feature)] = grid
    model[.grid, grid]?.version += 1
    return .create(.feature, [.title: .text("Feature"), .grid: .reference(.id(grid))])
  }

  private mutating func setElement() -> CatalogEdit? {
    let features = model.features.sorted { $0.key < $1.key }
    guard let (feature, grid) = features.randomElement(using: &random),
      let package = model[.grid, grid]?.list.randomElement(using: &random)
    else { return nil }
    serial += 1
    let cell = EditModel.Cell(grid: grid, package: package, feature: feature)
    model.cells[cell] = "text-\(serial)"
    return .setElement(
      grid: .id(grid), package: .id(package), feature: feature, text: "text-\(serial)")
  }

  private mutating func pick(_ entity: Entity) -> Int64? {
    model.objects(entity).keys.sorted().randomElement(using: &random)
  }
}
