import CatalogStore
import GraphQLExecution
import GraphQLLanguage

/// Owns the one write connection, and executes groups of mutations on it.
///
/// An actor for the sake of its isolation: it blocks while SQLite works, on the queue of its executor.
actor GroupWriter {
  private let catalog: ServedCatalog
  private let mask: FailureMask
  private let executor: SerialQueueExecutor
  /// Stops the mutation that is being made, and keeps others from being made.
  private let cancellation: Cancellation
  /// Opened by the first mutation.
  private var openWriter: CatalogWriter?
  /// Which of the served catalogs it writes.
  private var generation = 0

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  init(
    catalog: ServedCatalog, mask: FailureMask, executor: SerialQueueExecutor,
    cancellation: Cancellation
  ) {
    self.catalog = catalog
    self.mask = mask
    self.executor = executor
    self.cancellation = cancellation
  }

  /// Executes mutations in one transaction and then answers them: all with what they did, or, if it
  /// cannot be made durable, all with a masked failure.
  func execute(_ group: [WriteQueue.Entry]) {
    let responses: [GraphQLResponse]
    do {
      let writer = try writer()
      responses = try writer.withGroup {
        try group.map { try execute($0.mutation, by: writer) }
      }
    } catch {
      let failure = mask(error)
      for entry in group { entry.completion(GraphQLResponse(failure)) }
      return
    }
    for (entry, response) in zip(group, responses) { entry.completion(response) }
  }

  /// Writes what the log holds into the file; a failure leaves it where it is safe, too.
  func truncateLog() {
    do {
      try openWriter?.truncateLog()
    } catch {
      _ = mask(error)
    }
  }

  /// Closes the writer of a catalog that is no longer served; the file gets what its log holds.
  func retireWriter() {
    guard generation != catalog.generation else { return }
    truncateLog()
    openWriter = nil
  }

  private func writer() throws(StoreError) -> CatalogWriter {
    retireWriter()
    if let openWriter { return openWriter }
    // Before the connection, so that an exchange meanwhile is noticed with the next group.
    let generation = catalog.generation
    let writer = try catalog.open { (catalog) throws(StoreError) in try catalog.makeWriter() }
    self.generation = generation
    openWriter = writer
    return writer
  }

  /// Executes one mutation of a group. Throws only what ends the group.
  private func execute(
    _ mutation: PendingMutation, by writer: CatalogWriter
  ) throws -> GraphQLResponse {
    do {
      // A scope for the answer that is kept for retries as well.
      return try writer.withScope { try mutation.execute(by: writer, cancellation, mask: mask) }
    } catch let error as GraphQLError {
      return GraphQLResponse(
        ended: GraphQLError(
          error.message + " Nothing of the mutation was kept.", locations: error.locations,
          path: error.path, code: error.code))
    } catch {
      guard writer.isGroupAlive else { throw error }
      return GraphQLResponse(mask(error))
    }
  }
}
