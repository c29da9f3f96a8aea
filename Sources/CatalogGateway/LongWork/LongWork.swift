import CatalogStore
import Synchronization

/// Threads for what would hold up an event loop, each with a session of its own: queries over much of
/// the catalog, long bodies, long answers to compress.
///
/// First come, first served. What cannot begin at once waits, up to a limit.
public final class LongWork: Sendable {
  /// Work for a thread, with its session, or with why there is none.
  public typealias Work = @Sendable (Result<GatewaySession, any Error>) -> Void

  private struct Task {
    let work: Work
    let cancellation: Cancellation?
    let arrival: SuspendingClock.Instant
  }

  private struct State {
    var idle: [LongWorker]
    var waiting: [Task] = []
  }

  private let gateway: Gateway
  private let waitingLimit: Int
  private let workers: [LongWorker]
  /// Threads for answers that are executed while they are sent, which takes as long as the client takes;
  /// nil if these are they.
  private let streams: LongWork?
  private let state: Mutex<State>

  /// Makes threads for a gateway's work; they open their sessions when they first have some.
  ///
  /// So many pieces of work may wait for one of them, beside those that are being done.
  public convenience init(for gateway: Gateway, threads: Int, waitingLimit: Int) {
    let streams = LongWork(
      for: gateway, threads: Self.streamThreads, waitingLimit: waitingLimit, .copied, streams: nil)
    self.init(
      for: gateway, threads: threads, waitingLimit: waitingLimit, .mapped, streams: streams)
  }

  private init(
    for gateway: Gateway, threads: Int, waitingLimit: Int, _ access: CatalogReader.PageAccess,
    streams: LongWork?
  ) {
    self.gateway = gateway
    self.waitingLimit = waitingLimit
    self.streams = streams
    let workers = (0..<max(1, threads)).map {
      LongWorker(number: $0, gateway: gateway, access: access)
    }
    self.workers = workers
    state = Mutex(State(idle: workers))
  }

  /// How many answers are executed at once while they are sent: mostly they wait for their clients.
  private static let streamThreads = 32

  /// Has a query answered whose answer is executed while it is sent. `completion` gets its beginning.
  func stream(
    _ query: PreparedRequest, _ cancellation: Cancellation,
    completion: @escaping @Sendable (GraphQLResponse) -> Void
  ) {
    let isTaken = (streams ?? self).add(cancellation) { [self] session in
      switch session {
      case .success(let session): session.send(query, cancellation, completion: completion)
      case .failure(let error): completion(failure(error))
      }
    }
    if !isTaken { completion(refusal.ifUnaccounted(query.account)) }
  }

  /// Has work done; false if too much waits already, and then nothing happens.
  ///
  /// Deadlines of requests within it count from now. Once it is cancelled, requests within it stop.
  public func add(_ cancellation: Cancellation? = nil, _ work: @escaping Work) -> Bool {
    let task = Task(work: work, cancellation: cancellation, arrival: gateway.clock())
    let (worker, isTaken): (LongWorker?, Bool) = state.withLock { state in
      if let worker = state.idle.popLast() { return (worker, true) }
      guard state.waiting.count < waitingLimit else { return (nil, false) }
      state.waiting.append(task)
      return (nil, true)
    }
    if let worker { start(task, on: worker) }
    return isTaken
  }

  /// Has the threads let go of a catalog that is no longer served, each after what it is at.
  public func refresh() {
    for worker in workers { worker.start { $0.refresh() } }
    streams?.refresh()
  }

  private func start(_ task: Task, on worker: LongWorker) {
    worker.start { [self] worker in
      worker.perform(task.work, since: task.arrival, task.cancellation)
      finish(worker)
    }
  }

  private func finish(_ worker: isolated LongWorker) {
    let next = state.withLock { state -> Task? in
      guard !state.waiting.isEmpty else {
        state.idle.append(worker)
        return nil
      }
      return state.waiting.removeFirst()
    }
    if let next { start(next, on: worker) }
  }

  /// The response to a request that found too much waiting.
  var refusal: GraphQLResponse {
    var response = GraphQLResponse(refusal: refusalMessage, code: .limitExceeded)
    response.outcome = .overloaded
    return response
  }

  /// The response to a request for which no session could be opened.
  func failure(_ error: any Error) -> GraphQLResponse {
    GraphQLResponse(gateway.mask(error))
  }

  /// What a client may know of why no session could be opened.
  public func failureMessage(_ error: any Error) -> String {
    gateway.mask(error).message
  }

  /// Why work was not taken.
  public var refusalMessage: String {
    "The server has \(waitingLimit) long requests waiting; the limit waitingLongRequests is "
      + "\(waitingLimit)."
  }
}
