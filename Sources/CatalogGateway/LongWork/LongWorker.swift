import CatalogStore

/// One thread for long work and its session.
///
/// An actor for the sake of its isolation: it blocks while SQLite reads, on the queue of its executor.
actor LongWorker {
  private let gateway: Gateway
  private let access: CatalogReader.PageAccess
  private let executor: SerialQueueExecutor
  /// Opened by the first work.
  private var openSession: GatewaySession?

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  init(number: Int, gateway: Gateway, access: CatalogReader.PageAccess) {
    self.gateway = gateway
    self.access = access
    executor = SerialQueueExecutor(label: "gridql.long-work-\(number)")
  }

  /// Calls `body` on the thread.
  nonisolated func start(_ body: @escaping @Sendable (isolated LongWorker) -> Void) {
    executor.queue.async { self.assumeIsolated { body($0) } }
  }

  /// Does one piece of work, which has waited since an instant.
  func perform(
    _ work: LongWork.Work, since arrival: SuspendingClock.Instant, _ cancellation: Cancellation?
  ) {
    do {
      let session = try session()
      // Else the catalog could be exchanged within the work, and with it the limits.
      session.refresh()
      session.limits.arrival = arrival
      session.limits.cancellation = cancellation
      work(.success(session))
      session.limits.arrival = nil
      session.limits.cancellation = nil
    } catch {
      work(.failure(error))
    }
  }

  /// Lets go of a catalog that is no longer served.
  func refresh() {
    openSession?.refresh()
  }

  private func session() throws -> GatewaySession {
    if let openSession { return openSession }
    let session = try gateway.makeSession(access)
    openSession = session
    return session
  }
}
