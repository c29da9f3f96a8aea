import CatalogStore
import Dispatch
import Synchronization

/// The catalog that is served. Which file that is can change while requests run.
final class ServedCatalog: Sendable {
  private let catalog: Mutex<CatalogDatabase>
  private let exchanges = Atomic<Int>(0)
  /// Where one file is exchanged for the other, once.
  private let exchanging = DispatchQueue(label: "gridql.exchange")

  init(_ catalog: CatalogDatabase) {
    self.catalog = Mutex(catalog)
  }

  /// The catalog as it is now.
  var current: CatalogDatabase { catalog.withLock { $0 } }

  /// How often the catalog was exchanged. Who has a connection compares it at the beginning of a request.
  var generation: Int { exchanges.load(ordering: .acquiring) }

  /// Opens something of the catalog; if another file has taken its place, of that one. Blocks.
  func open<Opened>(
    _ body: (CatalogDatabase) throws(StoreError) -> Opened
  ) throws(StoreError) -> Opened {
    do throws(StoreError) {
      return try body(current)
    } catch .replaced {
      _ = try exchange()
      return try body(current)
    }
  }

  /// Serves the file that has taken the place of the catalog's; false if none has. Blocks.
  func exchange() throws(StoreError) -> Bool {
    try exchanging.sync {
      Result { () throws(StoreError) in
        guard let new = try current.replacement() else { return false }
        catalog.withLock { $0 = new }
        exchanges.add(1, ordering: .releasing)
        return true
      }
    }.get()
  }
}
