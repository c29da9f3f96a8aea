import CatalogStore
import Dispatch
import Synchronization
import Testing

@testable import CatalogGateway

/// Two thousand packages, and a gateway of its own with its threads.
struct LargeCatalog {
  private static let catalog = Result {
    var lines: [UInt8] = []
    try generateCatalog(packages: 2_000, seed: 7) { lines += $0 }
    let catalog = try CatalogDatabase.inMemory()
    _ = try catalog.importCatalog(
      from: [ImportSource(name: "catalog.ndjson", bytes: lines)]
    ) { _ in }
    return catalog
  }

  let gateway: Gateway
  let longWork: LongWork
  let session: GatewaySession
  let reports = Reports()

  init(
    threads: Int = 2, waitingLimit: Int = 10,
    clock: @escaping @Sendable () -> SuspendingClock.Instant = { SuspendingClock.now }
  ) throws {
    let reports = reports
    gateway = try Gateway(
      catalog: Self.catalog.get(), limits: RequestLimits(), clock: clock
    ) { _ in reports.count.add(1, ordering: .relaxed) }
    longWork = LongWork(for: gateway, threads: threads, waitingLimit: waitingLimit)
    session = try gateway.makeSession(longWork: longWork)
  }

  /// Counts masked failures.
  final class Reports: Sendable {
    let count = Atomic(0)
  }

  /// What the only thread does until it is told to go on.
  func block() -> DispatchSemaphore {
    let gate = DispatchSemaphore(value: 0)
    #expect(longWork.add { _ in gate.wait() })
    return gate
  }
}
