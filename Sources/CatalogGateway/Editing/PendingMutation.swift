import CatalogStore
import GraphQLExecution
import GraphQLLanguage

/// A mutation that may be executed and waits for the writer.
struct PendingMutation: Sendable {
  private let prepared: PreparedRequest
  private let wantsStats: Bool
  private let idempotency: Idempotency?
  private let limits: RequestLimits
  private let clock: Deadline.Clock

  init(_ prepared: PreparedRequest, limits: RequestLimits, clock: @escaping Deadline.Clock) {
    let request = prepared.request
    self.prepared = prepared
    self.limits = limits
    self.clock = clock
    wantsStats = request.wantsStats
    // Without a role there is nothing to do, and so nothing to keep.
    idempotency =
      prepared.requester.role == nil
      ? nil
      : Idempotency(request, arguments: prepared.plan.rootArguments(for: prepared.variables))
  }

  /// Executes the mutation by the writer, which has a group open.
  ///
  /// Throws if what it did must be undone as a whole: a `GraphQLError` if it took too long, was cancelled, or
  /// the response would be too long, anything else through no fault of the client.
  func execute(
    by writer: CatalogWriter, _ cancellation: Cancellation, mask: FailureMask
  ) throws -> GraphQLResponse {
    let instant = currentInstant()
    if let idempotency {
      do throws(EditError) {
        if let first = try idempotency.firstAnswer(writer, prepared.requester, at: instant) {
          return first
        }
      } catch {
        guard let refusal = FieldError(error) else { throw error }
        return GraphQLResponse(refusal)
      }
    }
    let deadline = Deadline(
      limits.mutationDeadline, of: .mutation, cancellation: cancellation, clock: clock)
    let run = MutationRun(
      writer: writer,
      context: EditContext(
        actor: prepared.requester.name, role: prepared.requester.role ?? .editor,
        instant: instant),
      isTransaction: prepared.plan.isTransaction, deadline: deadline, mask: mask)
    writer.reader.rowLimit = limits.rows
    writer.reader.stopLookups { deadline.hasPassed }
    defer { writer.reader.stopLookups(when: nil) }
    let result = try writer.reader.withSnapshot {
      executePlan(
        prepared.plan,
        in: ExecutionContext(
          variables: prepared.variables, rootSource: run,
          environment: RequestEnvironment(catalog: writer.reader, mutation: run),
          mutationScope: run.scope, interruption: { deadline.check() }, mask: { run.mask($0) }))
    }
    var body: [UInt8] = []
    var account = prepared.account
    account.cost.lookups = writer.reader.statistics
    account.caches = writer.reader.takeCacheStatistics()
    account.hasInternalFailure = run.hasInternalFailure
    let cost = wantsStats ? account.cost : nil
    let outcome = try appendResponse(result, to: &body, cost: { cost }) {
      result, body throws(GraphQLError) in
      try result.writeData(to: &body, limits: WritingLimits(bytes: limits.responseBytes))
      return []
    }
    if let failure = deadline.check() { throw GraphQLError(requestError: failure) }
    try limits.check(response: body)
    let response = GraphQLResponse(body: body, outcome: outcome, account: account)
    if let idempotency, !run.hasInternalFailure {
      try idempotency.keep(response, writer, prepared.requester, at: instant)
    }
    return response
  }
}

extension OperationPlan {
  /// Whether the operation says `@transaction`.
  fileprivate var isTransaction: Bool {
    let document = document.document
    return document[operation.directives].contains { document.text($0.name) == "transaction" }
  }
}
