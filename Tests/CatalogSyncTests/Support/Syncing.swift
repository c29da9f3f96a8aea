import CatalogStore
import Synchronization
import Testing

@testable import CatalogSync

/// A catalog, an origin and a clock to sync with.
struct Syncing {
  let catalog: CatalogDatabase
  let origin: FakeOrigin
  let time = VirtualClock()
  var options = SyncOptions()
  private let events = Events()

  init(_ origin: FakeCatalog = .small) throws {
    catalog = try CatalogDatabase.inMemory()
    self.origin = FakeOrigin(origin)
    options.pageSize = 2
    options.requestsPerSecond = 1000
  }

  @discardableResult
  func run() async throws(SyncError) -> SyncReport {
    guard let root = OriginURL(FakeOrigin.root) else { preconditionFailure("it is a URL") }
    return try await SyncRun(
      of: root, into: catalog, options: options, transport: origin, clock: time.clock
    ) { [events] in events.append($0) }.run()
  }

  /// The sentence that a run ends with.
  func failure() async throws -> String {
    let error = await #expect(throws: SyncError.self) { try await run() }
    return try #require(error).description
  }

  /// What was read again and why, in its order.
  var rereads: [String] {
    events.all.compactMap { event in
      guard case .reread(let resource, let inconsistency) = event else { return nil }
      return "\(resource?.rawValue ?? "all"): \(inconsistency)"
    }
  }

  /// Gives the catalog a feature and a cell, which no sync brings.
  func importFeatures() throws {
    _ = try catalog.importCatalog(
      from: [ImportSource(name: "features", bytes: Array(FakeCatalog.features.utf8))])
  }

  func exported() throws -> String {
    var bytes: [UInt8] = []
    try catalog.exportCatalog { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private final class Events: Sendable {
    private let events = Mutex<[SyncEvent]>([])
    var all: [SyncEvent] { events.withLock { $0 } }
    func append(_ event: SyncEvent) { events.withLock { $0.append(event) } }
  }
}
