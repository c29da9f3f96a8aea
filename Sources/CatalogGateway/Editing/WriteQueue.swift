import CatalogStore
import Dispatch
import GraphQLExecution
import Synchronization

/// The way to the catalog's one writer: mutations of all sessions, one after the other.
///
/// Those that wait when the writer is free form a group, which is one transaction and so one sync of
/// the disk. None is answered before the group is durable.
final class WriteQueue: Sendable {
  /// A mutation and who waits for the answer.
  struct Entry: Sendable {
    let mutation: PendingMutation
    let completion: @Sendable (GraphQLResponse) -> Void
  }

  /// Mutations in one group: so many wait for each other's commit at the most.
  private static let groupLimit = 256

  private let executor: SerialQueueExecutor
  private let writer: GroupWriter
  private let cancellation = Cancellation()
  private let waiting = Mutex<[Entry]>([])

  init(catalog: ServedCatalog, mask: FailureMask) {
    executor = SerialQueueExecutor(label: "gridql.writer")
    writer = GroupWriter(
      catalog: catalog, mask: mask, executor: executor, cancellation: cancellation)
  }

  /// Adds a mutation. `completion` is called once, on the writer's queue, with the finished response.
  func add(
    _ mutation: PendingMutation, completion: @escaping @Sendable (GraphQLResponse) -> Void
  ) {
    let isFirst = waiting.withLock { waiting in
      waiting.append(Entry(mutation: mutation, completion: completion))
      return waiting.count == 1
    }
    if isFirst { scheduleGroup() }
  }

  /// Writes what the log of the database holds into its file, when all mutations that have come are made.
  /// Those that are not after `patience` are undone, and so is what comes later. Blocks until that is done.
  func finish(within patience: Duration?) {
    let idle = DispatchSemaphore(value: 0)
    signalWhenIdle(idle)
    let isIdle = patience.map { idle.wait(timeout: .now() + $0.interval) == .success }
    if isIdle == false { cancellation.cancel() }
    if isIdle != true { idle.wait() }
    executor.queue.sync { writer.assumeIsolated { $0.truncateLog() } }
  }

  private func signalWhenIdle(_ idle: DispatchSemaphore) {
    executor.queue.async { [self] in
      if waiting.withLock(\.isEmpty) { idle.signal() } else { signalWhenIdle(idle) }
    }
  }

  /// Lets go of a catalog that was exchanged, once the group that has begun is done.
  func retireWriter() {
    executor.queue.async { [writer] in writer.assumeIsolated { $0.retireWriter() } }
  }

  private func scheduleGroup() {
    executor.queue.async { [self] in
      let (group, isMore) = takeGroup()
      writer.assumeIsolated { $0.execute(group) }
      if isMore { scheduleGroup() }
    }
  }

  private func takeGroup() -> (group: [Entry], isMore: Bool) {
    waiting.withLock { waiting in
      let group = Array(waiting.prefix(Self.groupLimit))
      waiting.removeFirst(group.count)
      return (group, !waiting.isEmpty)
    }
  }
}

extension Duration {
  /// The same for Dispatch, in whole nanoseconds.
  fileprivate var interval: DispatchTimeInterval {
    let (seconds, attoseconds) = components
    return .nanoseconds(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
  }
}
