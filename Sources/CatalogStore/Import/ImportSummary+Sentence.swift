extension ImportSummary {
  /// What changed, as the history says it: `5400 packages added, 1 grid updated, 2 memberships
  /// removed`.
  var sentence: String {
    var parts: [String] = []
    func add(_ count: Int, _ one: String, _ several: String, _ verb: String) {
      if count > 0 { parts.append("\(count) \(count == 1 ? one : several) \(verb)") }
    }
    for resource in CatalogResource.allCases {
      guard let counts = objects[resource] else { continue }
      add(counts.added, resource.singular, resource.rawValue, "added")
      add(counts.updated, resource.singular, resource.rawValue, "updated")
      add(counts.removed, resource.singular, resource.rawValue, "removed")
    }
    add(memberships.added, "membership", "memberships", "added")
    add(memberships.removed, "membership", "memberships", "removed")
    add(memberships.moved, "membership", "memberships", "moved")
    add(resolved, "link", "links", "resolved")
    return parts.joined(separator: ", ")
  }
}
