import CatalogStore
import Dispatch
import GraphQLLanguage
import JSON
import Synchronization
import Testing

@testable import CatalogGateway

private let heavy = """
  { packages(first: 1000) { id title slug grids { id packages { id title } } } }
  """
private let light = "{ package(id: 3) { id } }"

private func request(_ query: String, _ variables: [JSONMember] = []) -> GraphQLRequest {
  GraphQLRequest(query: Array(query.utf8), variables: variables)
}

extension GatewaySession {
  /// The response, and whether it came from elsewhere.
  fileprivate func response(to request: GraphQLRequest) -> (response: GraphQLResponse, isLong: Bool)
  {
    switch reply(to: request) {
    case .now(let response): (response, false)
    case .later(let response): (response.wait(), true)
    }
  }
}

@Suite("Work that is too long for an event loop")
struct LongWorkTests {
  @Test("a query that takes long is answered elsewhere, with the same answer")
  func queries() throws {
    let catalog = try LargeCatalog()
    let expected = try catalog.gateway.makeSession().execute(request(heavy))
    for _ in 0..<3 {
      let (response, isLong) = catalog.session.response(to: request(heavy))
      #expect(isLong)
      #expect(response.outcome == .data)
      #expect(response.body == expected.body)
      #expect(response.account.cost.lookups.rows == expected.account.cost.lookups.rows)
      #expect(!catalog.session.response(to: request(light)).isLong)
    }
    #expect(catalog.reports.count.load(ordering: .relaxed) == 0)
  }

  @Test("once a query has turned out to be short, it is answered where it was asked")
  func relaxes() throws {
    let session = try LargeCatalog().session
    let query = """
      query Q($n: Int) { packages(first: $n) { id title slug grids { id packages { id title } } } }
      """
    let isLong = [1, 1_000, 1, 1, 1_000].map { count in
      session.response(to: request(query, [JSONMember(name: "n", value: .int(count))])).isLong
    }
    #expect(isLong == [false, true, true, false, true])
  }

  @Test("an answer that is always the same takes long only once")
  func constantAnswer() throws {
    let catalog = try LargeCatalog()
    let introspection = request("{ __schema { types { name } } }")
    try catalog.gateway.prepare(introspection).operation.isLong = true
    let first = catalog.session.response(to: introspection)
    #expect(first.isLong)
    let second = catalog.session.response(to: introspection)
    #expect(!second.isLong)
    #expect(second.response.body == first.response.body)
  }

  @Test("without threads to give it to, everything is answered where it is asked")
  func alone() throws {
    let session = try LargeCatalog().gateway.makeSession()
    #expect(!session.response(to: request(heavy)).isLong)
    #expect(session.reply(toLongBody: [], RequestOrigin()) == nil)
    #expect(session.attempt { 1 } == 1)
  }

  @Test("a page of REST v4 that takes long is nobody's to wait for")
  func rest() throws {
    let catalog = try LargeCatalog()
    let links = RESTLinks(base: "http://a/", suffix: "/")
    let question = { (limit: Int32) in
      RESTQuestion.page(
        .packages, RESTPage(limit: limit, offset: 0, next: "n", previous: nil), links: links)
    }
    #expect(catalog.session.attempt { catalog.session.answer(question(20)) } != nil)
    #expect(catalog.session.attempt { catalog.session.answer(question(2_000)) } == nil)
    #expect(catalog.session.attempt { catalog.session.answer(question(20)) }?.outcome == .found)
    #expect(catalog.reports.count.load(ordering: .relaxed) == 0)
  }

  @Test("a long body is read elsewhere, whatever is in it")
  func bodies() throws {
    let session = try LargeCatalog().session
    let bodies = [
      #"{"query":"{ package(id: 3) { id } }"}"#: #"{"data":{"package":{"id":"3"}}}"#,
      #"{"query":1}"#: #"{"errors":[{"message":"The parameter \"query\" must be a string, "#
        + #"not a number.","extensions":{"code":"BAD_REQUEST"}}]}"#,
    ]
    for (body, answer) in bodies {
      let response = try #require(session.reply(toLongBody: Array(body.utf8), RequestOrigin()))
      #expect(String(decoding: response.wait().body, as: UTF8.self) == answer)
    }
  }
}

@Suite("Long work that waits")
struct WaitingLongWorkTests {
  @Test("is begun in the order in which it came")
  func order() throws {
    let catalog = try LargeCatalog(threads: 1)
    let gate = catalog.block()
    let order = Mutex<[Int]>([])
    let done = DispatchSemaphore(value: 0)
    for number in 0..<10 {
      #expect(
        catalog.longWork.add { _ in
          order.withLock { $0.append(number) }
          done.signal()
        })
    }
    gate.signal()
    for _ in 0..<10 { done.wait() }
    #expect(order.withLock { $0 } == Array(0..<10))
  }

  @Test("beyond the limit is refused, until some of it has begun")
  func refusal() throws {
    let catalog = try LargeCatalog(threads: 1, waitingLimit: 1)
    let gate = catalog.block()
    let done = DispatchSemaphore(value: 0)
    #expect(catalog.longWork.add { _ in done.signal() })
    #expect(!catalog.longWork.add { _ in })
    let refused = catalog.session.response(to: request(heavy)).response
    #expect(refused.outcome == .overloaded)
    #expect(
      String(decoding: refused.body, as: UTF8.self)
        == #"{"errors":[{"message":"The server has 1 long requests waiting; the limit "#
        + #"waitingLongRequests is 1.","extensions":{"code":"LIMIT_EXCEEDED"}}]}"#)
    #expect(refused.account.operation != nil)
    gate.signal()
    done.wait()
    #expect(catalog.session.response(to: request(heavy)).response.outcome == .data)
  }

  @Test("has its deadline from when it came")
  func deadline() throws {
    let start = SuspendingClock.now
    let elapsed = Mutex(Duration.zero)
    let catalog = try LargeCatalog(threads: 1) { start + elapsed.withLock { $0 } }
    let gate = catalog.block()
    let answered = DispatchSemaphore(value: 0)
    let body = Mutex("")
    guard case .later(let pending) = catalog.session.reply(to: request(heavy)) else {
      Issue.record("The query is not long")
      return
    }
    pending.start { response in
      body.withLock { $0 = String(decoding: response.body, as: UTF8.self) }
      answered.signal()
    }
    elapsed.withLock { $0 = .seconds(6) }
    gate.signal()
    answered.wait()
    #expect(body.withLock { $0.contains("The request has taken 6.0 seconds; the deadline is 5.0") })
    let next = catalog.session.response(to: request(heavy))
    #expect(next.response.outcome == .data)
  }
}
