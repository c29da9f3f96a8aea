import CatalogStore
import Dispatch
import GraphQLExecution
import GraphQLLanguage
import Synchronization

/// A mutation that may be executed and waits for the writer.
public struct PendingMutation: Sendable {
  private let prepared: PreparedRequest
  private let wantsStats: Bool
  private let queue: WriteQueue

  init(_ prepared: PreparedRequest, _ request: GraphQLRequest, queue: WriteQueue) {
    self.prepared = prepared
    self.queue = queue
    wantsStats = request.wantsStats
  }

  /// Has the mutation executed. `completion` is called once, on another thread, with the response:
  /// what it tells is durable then.
  public func start(_ completion: @escaping @Sendable (GraphQLResponse) -> Void) {
    queue.add(self, completion: completion)
  }

  /// Has the mutation executed, and blocks until there is a response.
  func waitForResponse() -> GraphQLResponse {
    let answered = DispatchSemaphore(value: 0)
    let response = Mutex<GraphQLResponse?>(nil)
    start { answer in
      response.withLock { $0 = answer }
      answered.signal()
    }
    answered.wait()
    guard let response = response.withLock({ $0 }) else {
      preconditionFailure("The writer has answered without a response")
    }
    return response
  }

  /// Executes the mutation by the writer, which has a group open.
  ///
  /// Throws if what it did must be undone as a whole, through no fault of the client.
  func execute(by writer: CatalogWriter, mask: FailureMask) throws -> GraphQLResponse {
    let instant = currentInstant()
    let run = MutationRun(
      writer: writer,
      context: EditContext(
        actor: prepared.requester.name, role: prepared.requester.role ?? .editor,
        instant: instant),
      isTransaction: prepared.plan.isTransaction, mask: mask)
    let result = try writer.reader.withSnapshot {
      executePlan(
        prepared.plan,
        in: ExecutionContext(
          variables: prepared.variables, rootSource: run,
          environment: RequestEnvironment(catalog: writer.reader, mutation: run),
          mutationScope: run.scope, mask: { run.mask($0) }))
    }
    var body: [UInt8] = []
    let cost =
      wantsStats ? RequestCost(lookups: writer.reader.statistics, isHit: prepared.isHit) : nil
    appendResponse(result, cost: cost, to: &body) { result, body in result.writeData(to: &body) }
    return GraphQLResponse(body: body, outcome: result.outcome)
  }
}

extension OperationPlan {
  /// Whether the operation says `@transaction`.
  fileprivate var isTransaction: Bool {
    let document = document.document
    return document[operation.directives].contains { document.text($0.name) == "transaction" }
  }
}
