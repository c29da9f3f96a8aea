extension EditRun {
  /// Makes or changes objects in the order of a list; each change is a revision of its own, so that
  /// each object's history has it.
  ///
  /// All items are checked, also after one was found to be wrong; what was written by then is undone
  /// with the scope.
  func upsert(
    _ entity: Entity, _ items: [FieldEdits]
  ) throws(EditError) -> [EditedObject] {
    let table = EditTable.table(of: entity)
    var checks = FieldChecks(self)
    var objects: [EditedObject] = []
    var places: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      try checkGoesOn()
      let path: [FieldProblem.PathPart] = [.field(entity.plural), .index(index)]
      let slug = item.slug
      if let slug {
        if let earlier = places[slug] {
          checks.add(.slugRepeated(index: earlier), at: path + [.field(EditField.slug.rawValue)])
          continue
        }
        places[slug] = index
      }
      let known = try slug.map { (slug) throws(EditError) in
        try holder(ofSlug: slug, entity, besides: nil)
      }
      if let id = known ?? nil {
        let checked = try checks.check(
          item, of: table, object: id, at: path, ignoring: [.slug])
        guard checks.problems.isEmpty else { continue }
        objects.append(try update(try state(of: id, table), to: checked, of: table))
      } else {
        let checked = try checks.check(item, of: table, object: nil, at: path)
        guard checks.problems.isEmpty else { continue }
        objects.append(try create(checked, of: table))
      }
    }
    try checks.finish()
    return objects
  }
}

extension FieldEdits {
  /// The slug that the object is to be found by; nil if it breaks a rule.
  fileprivate var slug: String? {
    switch self[.slug] {
    case .text(let slug): return Slug.normalized(slug)
    case nil, .null:
      guard case .text(let title) = self[.title] else { return nil }
      return Slug.made(from: title)
    case .integer, .boolean, .integers, .texts, .reference, .references: return nil
    }
  }
}

extension Entity {
  /// Several of its records, as an input names their list.
  fileprivate var plural: String {
    switch self {
    case .package: "packages"
    case .grid: "grids"
    case .category: "categories"
    case .gridPackage: "gridPackages"
    case .feature: "features"
    case .element: "elements"
    }
  }
}
