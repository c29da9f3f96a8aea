import CatalogStore
import CatalogSync

/// How far a sync has come: the objects of each list, or what it waits for.
actor SyncProgressLine {
  private let line = ProgressLine()
  private var lists: [CatalogResource: (objects: Int, count: Int)] = [:]
  private var state = ""

  /// Shows what has happened.
  func show(_ event: SyncEvent) {
    switch event {
    case .read(let resource, let objects, let count):
      lists[resource] = (objects, count)
      state = ""
    case .retry(let error, _): state = "  trying again: \(error)"
    case .reread(let resource, _): state = "  reading \(resource?.rawValue ?? "all") again"
    case .importing: state = "  importing"
    }
    line.show { syncProgress(lists) + state }
  }

  /// Removes the line.
  func clear() {
    line.clear()
  }
}

/// The part of the line about lists, in the order of a catalog.
func syncProgress(_ lists: [CatalogResource: (objects: Int, count: Int)]) -> String {
  let parts = CatalogResource.allCases.compactMap { resource in
    lists[resource].map { "  \(resource.rawValue) \(grouped($0.objects))/\(grouped($0.count))" }
  }
  return "syncing" + parts.joined()
}
