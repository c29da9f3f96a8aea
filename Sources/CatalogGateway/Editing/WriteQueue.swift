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
  private let waiting = Mutex<[Entry]>([])

  init(catalog: ServedCatalog, mask: FailureMask) {
    executor = SerialQueueExecutor(label: "gridql.writer")
    writer = GroupWriter(catalog: catalog, mask: mask, executor: executor)
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

  /// Writes what the log of the database holds into its file. Blocks until that is done.
  func finish() {
    executor.queue.sync { writer.assumeIsolated { $0.truncateLog() } }
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
