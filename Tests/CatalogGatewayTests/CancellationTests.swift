import CatalogStore
import Dispatch
import GraphQLLanguage
import Synchronization
import Testing

@testable import CatalogGateway

private let heavy = """
  { packages(first: 1000) { id title slug grids { id packages { id title } } } }
  """

private func request(_ query: String) -> GraphQLRequest {
  GraphQLRequest(query: Array(query.utf8))
}

extension GatewaySession {
  fileprivate func pending(_ request: GraphQLRequest) throws -> PendingResponse {
    guard case .later(let pending) = reply(to: request) else { throw Answered() }
    return pending
  }
}

private struct Answered: Error {}

extension PendingResponse {
  /// Starts, does something meanwhile, and waits for what comes of it.
  fileprivate func response(
    _ cancellation: Cancellation, meanwhile: () -> Void
  ) throws -> GraphQLResponse {
    let answered = DispatchSemaphore(value: 0)
    let response = Mutex<GraphQLResponse?>(nil)
    start(cancellation) { answer in
      response.withLock { $0 = answer }
      answered.signal()
    }
    meanwhile()
    answered.wait()
    return try #require(response.withLock { $0 })
  }
}

@Suite("The end of mutations")
struct LastMutationsTests {
  private func pending(
    _ count: Int, in gateway: Gateway, prefix: String = "a"
  ) throws -> PendingResponse {
    let packages = (0..<count).map { "{slug: \"\(prefix)\($0)\", title: \"A\"}" }
    var request = request(
      "mutation { upsertPackages(input: {packages: [\(packages.joined(separator: " "))]}) "
        + "{ created } }")
    request.origin = RequestOrigin(credentials: .localOperator)
    return try gateway.makeSession().pending(request)
  }

  private func gateway() throws -> Gateway {
    try Gateway(catalog: CatalogDatabase.inMemory(), limits: .none, report: { _ in })
  }

  @Test("waits for all that have come, however many")
  func waits() throws {
    let gateway = try gateway()
    let created = Atomic(0)
    for number in 0..<600 {
      try pending(1, in: gateway, prefix: "a\(number)-").start { response in
        if response.outcome == .data { created.add(1, ordering: .relaxed) }
      }
    }
    gateway.finishMutations()
    #expect(created.load(ordering: .relaxed) == 600)
  }

  @Test("does not wait longer than it may: what is not made by then is undone, or not begun")
  func impatient() throws {
    let gateway = try gateway()
    let mutations = try ["a", "b", "c", "d"].map { try pending(2_000, in: gateway, prefix: $0) }
    let responses = Mutex<[String]>([])
    for mutation in mutations {
      mutation.start { response in
        responses.withLock { $0.append(String(decoding: response.body, as: UTF8.self)) }
      }
    }
    gateway.finishMutations(within: .zero)
    let undone = "Nobody waits for the mutation any more. Nothing of the mutation was kept."
    let isMade = responses.withLock { $0.map { !$0.contains(undone) } }
    #expect(isMade.count == 4 && isMade.last == false)
    let made = isMade.count { $0 }
    let session = try gateway.makeSession()
    #expect(
      String(decoding: session.execute(request("{ catalog { packageCount } }")).body, as: UTF8.self)
        == #"{"data":{"catalog":{"packageCount":\#(2_000 * made)}}}"#)
  }
}

@Suite("Work that nobody waits for any more")
struct CancellationTests {
  @Test("ends with its first step, and does not count as short")
  func waiting() throws {
    let catalog = try LargeCatalog(threads: 1)
    let pending = try catalog.session.pending(request(heavy))
    let gate = catalog.block()
    let cancellation = Cancellation()
    let response = try pending.response(cancellation) {
      cancellation.cancel()
      gate.signal()
    }
    #expect(
      String(decoding: response.body, as: UTF8.self).contains(
        "Nobody waits for the request any more."))
    #expect(response.account.operation?.isLong == true)
    #expect(response.account.cost.lookups.rows < 1_000)
    #expect(catalog.reports.count.load(ordering: .relaxed) == 0)
  }

  @Test("stops in its midst, and the thread is free for others")
  func midway() throws {
    let looks = Atomic(Int.max)
    let cancellation = Cancellation()
    let catalog = try LargeCatalog(threads: 1) {
      // The deadline is looked at while the work goes on.
      if looks.subtract(1, ordering: .relaxed).newValue == 0 { cancellation.cancel() }
      return SuspendingClock.now
    }
    let whole = try catalog.session.pending(request(heavy)).response(Cancellation()) {}
    let pending = try catalog.session.pending(request(heavy))
    let response = try pending.response(cancellation) { looks.store(40, ordering: .relaxed) }
    #expect(
      String(decoding: response.body, as: UTF8.self).contains(
        "Nobody waits for the request any more."))
    #expect(response.account.cost.lookups.rows < whole.account.cost.lookups.rows)
    let next = try catalog.session.pending(request(heavy)).response(Cancellation()) {}
    #expect(next.body == whole.body)
    #expect(catalog.reports.count.load(ordering: .relaxed) == 0)
  }

  @Test("is done all the same if it is a mutation")
  func mutation() throws {
    let gateway = try Gateway(catalog: CatalogDatabase.inMemory(), report: { _ in })
    let session = try gateway.makeSession()
    var request = request(
      #"mutation { createCategory(input: {title: "A", slug: "a"}) { category { slug } } }"#)
    request.origin = RequestOrigin(credentials: .localOperator)
    let cancellation = Cancellation()
    cancellation.cancel()
    let response = try session.pending(request).response(cancellation) {}
    #expect(
      String(decoding: response.body, as: UTF8.self)
        == #"{"data":{"createCategory":{"category":{"slug":"a"}}}}"#)
  }
}
