import CatalogStore
import GraphQLLanguage
import JSON
import Synchronization
import Testing

@testable import CatalogGateway

@Suite("Limits of execution")
struct ExecutionLimitTests {
  private func session(
    over lines: String = SmallCatalog.lines, _ change: (inout RequestLimits) -> Void
  ) throws -> GatewaySession {
    var limits = RequestLimits()
    change(&limits)
    return try SmallCatalog.gateway(over: lines, limits: limits).makeSession()
  }

  private func answer(_ query: String, in session: GatewaySession) -> String {
    let response = session.execute(GraphQLRequest(query: Array(query.utf8)))
    return String(decoding: response.body, as: UTF8.self)
  }

  /// A query with the rows that it reads, and the answer if there may be one less.
  struct Rows: Sendable, CustomTestStringConvertible {
    let query: String
    let count: Int
    let place: String

    var testDescription: String { query }
  }

  @Test(
    "the lookup that reads a row too many ends the request, and has its only error",
    arguments: [
      Rows(
        query: "{ packages(first: 3) { id } }", count: 4,
        place: #""locations":[{"line":1,"column":3}],"path":["packages"]"#),
      Rows(
        query: "{ package(id: 1) { title grids { id packages { id } } } }", count: 7,
        place: #""locations":[{"line":1,"column":37}],"path":["package","grids",0,"packages"]"#),
      Rows(
        query: "{ a: catalog { revision } b: grids { packageCount c: packages { id } } }",
        count: 11,
        place: #""locations":[{"line":1,"column":51}],"path":["b",0,"c"]"#),
    ])
  func rows(_ rows: Rows) throws {
    let answers = try [rows.count, rows.count - 1].map { count in
      answer(rows.query, in: try session { $0.rows = count })
    }
    #expect(answers[0].hasPrefix("{\"data\":"))
    #expect(
      answers[1] == """
        {"errors":[{"message":"The request reads \(rows.count) rows and more; \
        the limit is \(rows.count - 1).",\(rows.place),"extensions":{"code":"LIMIT_EXCEEDED"}}],\
        "data":null}
        """)
  }

  @Test("rows are those of one request: the next one begins anew")
  func rowsAnew() throws {
    let session = try session { $0.rows = 4 }
    let query = "{ packages(first: 3) { id } }"
    #expect(answer("{ packages(first: 4) { id } }", in: session).contains("LIMIT_EXCEEDED"))
    for _ in 0..<2 { #expect(answer(query, in: session).hasPrefix("{\"data\":")) }
  }

  @Test("a response that is exactly as long as the limit is whole")
  func responseBytes() throws {
    let query = "{ packages(first: 2) { id } }"
    let whole = #"{"data":{"packages":[{"id":"5"},{"id":"4"}]}}"#
    #expect(answer(query, in: try session { $0.responseBytes = whole.utf8.count }) == whole)
    #expect(
      answer(query, in: try session { $0.responseBytes = whole.utf8.count - 1 }) == """
        {"errors":[{"message":"The response is 45 bytes long; the limit is 44.",\
        "extensions":{"code":"LIMIT_EXCEEDED"}}],"data":null}
        """)
  }

  @Test(
    "a longer one is written no further than the element that is too much",
    arguments: [
      (
        "{ packages(first: 2) { id } }", 30, "31",
        #""locations":[{"line":1,"column":3}],"path":["packages",0]"#
      ),
      (
        "{ grids { id packages { id } } }", 109, "110",
        #""locations":[{"line":1,"column":14}],"path":["grids",2,"packages",0]"#
      ),
    ])
  func longResponse(query: String, limit: Int, figure: String, place: String) throws {
    #expect(
      answer(query, in: try session { $0.responseBytes = limit }) == """
        {"errors":[{"message":"The response is \(figure) bytes long here; the limit is \(limit).",\
        \(place),"extensions":{"code":"LIMIT_EXCEEDED"}}],"data":null}
        """)
  }

  @Test("whoever takes the response in chunks gets the error when it is too late for an answer")
  func chunks() throws {
    let session = try session { $0.responseBytes = 30 }
    let request = GraphQLRequest(query: Array("{ packages(first: 2) { id } }".utf8))
    #expect(throws: GraphQLError.self) { try session.execute(request) { _ in } }
  }

  @Test("what a mutation did is undone if its response would be too long")
  func mutation() throws {
    let session = try session { $0.responseBytes = 120 }
    var request = GraphQLRequest(
      query: Array(
        """
        mutation { createGrid(input: {title: "Long", packages: [{id: 1}, {id: 2}]}) {
          grid { packages { id title slug nodeId } } } }
        """.utf8))
    request.origin.credentials = .localOperator
    let response = session.execute(request)
    #expect(response.outcome == .dataWithErrors(dataIsNull: true))
    let text = String(decoding: response.body, as: UTF8.self)
    #expect(text.contains("the limit is 120. Nothing of the mutation was kept."))
    #expect(text.contains("LIMIT_EXCEEDED"))
    #expect(answer("{ grid(slug: \"long\") { id } }", in: session) == #"{"data":{"grid":null}}"#)
  }
}

@Suite("The deadline of a request")
struct DeadlineTests {
  /// A clock that stands still, but for one jump.
  private final class Clock: Sendable {
    private let calls = Mutex(0)
    private let start = SuspendingClock.now
    private let jump: Duration
    private let jumpingCall: Int

    init(jumpingBy jump: Duration, atCall call: Int) {
      self.jump = jump
      jumpingCall = call
    }

    func now() -> SuspendingClock.Instant {
      let call = calls.withLock { calls in
        calls += 1
        return calls
      }
      return call < jumpingCall ? start : start + jump
    }
  }

  private func session(
    _ clock: Clock, over lines: String, mutationsOnly: Bool = false
  ) throws -> GatewaySession {
    let catalog = try CatalogDatabase.inMemory()
    _ = try catalog.importCatalog(from: [
      ImportSource(name: "catalog.ndjson", bytes: Array(lines.utf8))
    ]) { _ in }
    var limits = RequestLimits()
    limits.deadline = mutationsOnly ? nil : .seconds(5)
    limits.mutationDeadline = mutationsOnly ? .seconds(5) : nil
    return try Gateway(
      catalog: catalog, limits: limits, requiresToken: false, clock: { clock.now() },
      report: { Issue.record("\($0)") }
    ).makeSession()
  }

  /// Making a session and beginning a request each look at the clock once.
  private static let firstCall = 3

  @Test(
    "is looked at between layers and while the response is written",
    arguments: [
      (
        "{ package(id: 1) { title } }", 0,
        #""locations":[{"line":1,"column":20}],"path":["package","title"]"#
      ),
      (
        "{ grids { id packages { id } } }", 1,
        #""locations":[{"line":1,"column":25}],"path":["grids",1,"packages",0,"id"]"#
      ),
      (
        "{ grids { id packages { id } } }", 2,
        #""locations":[{"line":1,"column":3}],"path":["grids",0]"#
      ),
    ])
  func places(query: String, looks: Int, place: String) throws {
    let clock = Clock(jumpingBy: .milliseconds(7_500), atCall: Self.firstCall + looks)
    let response = try session(clock, over: SmallCatalog.lines)
      .execute(GraphQLRequest(query: Array(query.utf8)))
    #expect(
      String(decoding: response.body, as: UTF8.self) == """
        {"errors":[{"message":"The request has taken 7.5 seconds; the deadline is 5.0 seconds.",\
        \(place),"extensions":{"code":"TIMEOUT"}}],"data":null}
        """)
  }

  @Test("a request that takes exactly as long as it may is answered")
  func exact() throws {
    for (jump, outcome) in [
      (Duration.seconds(5), GraphQLResponse.Outcome.data),
      (.seconds(5) + .nanoseconds(1), .dataWithErrors(dataIsNull: true)),
    ] {
      let clock = Clock(jumpingBy: jump, atCall: Self.firstCall)
      let response = try session(clock, over: SmallCatalog.lines)
        .execute(GraphQLRequest(query: Array("{ package(id: 1) { title } }".utf8)))
      #expect(response.outcome == outcome)
    }
  }

  @Test("a lookup is stopped in the middle of a statement")
  func statement() throws {
    var lines: [UInt8] = []
    try generateCatalog(packages: 500, seed: 7) { lines += $0 }
    let clock = Clock(jumpingBy: .seconds(8), atCall: Self.firstCall)
    let query = "{ packages(filter: {title: {contains: \"no such title\"}}) { id } }"
    let response = try session(clock, over: String(decoding: lines, as: UTF8.self))
      .execute(GraphQLRequest(query: Array(query.utf8)))
    #expect(
      String(decoding: response.body, as: UTF8.self) == """
        {"errors":[{"message":"The request has taken 8.0 seconds; the deadline is 5.0 seconds.",\
        "locations":[{"line":1,"column":3}],"path":["packages"],\
        "extensions":{"code":"TIMEOUT"}}],"data":null}
        """)
  }
}

extension DeadlineTests {
  /// Edits of many objects, a field of another kind after them, and an answer with lookups.
  private static let mutation = """
    mutation {
      upsertPackages(input: {packages: [{title: "New 1"}, {title: "New 2"}, {title: "New 3"}]}) {
        created
        packages { id title category { id } }
      }
      createGrid(input: {title: "New"}) { grid { id } }
    }
    """

  @Test("a mutation that takes too long is undone as a whole, wherever it is by then")
  func mutationIsUndone() throws {
    var request = GraphQLRequest(query: Array(Self.mutation.utf8))
    request.origin.credentials = .localOperator
    let count = GraphQLRequest(query: Array("{ catalog { packageCount gridCount } }".utf8))
    var looks = 0
    // The deadline is made with the first look at the clock.
    for call in 2...100 {
      let clock = Clock(jumpingBy: .seconds(8), atCall: call)
      let session = try session(clock, over: SmallCatalog.lines, mutationsOnly: true)
      let before = session.execute(count).body
      let response = session.execute(request)
      if response.outcome == .data { break }
      looks += 1
      #expect(
        String(decoding: response.body, as: UTF8.self) == """
          {"errors":[{"message":"The mutation has taken 8.0 seconds; the deadline is 5.0 seconds. \
          Nothing of the mutation was kept.","extensions":{"code":"TIMEOUT"}}],"data":null}
          """)
      #expect(session.execute(count).body == before)
    }
    // Each of three objects, two layers of the answer, and the end.
    #expect(looks >= 6 && looks < 90)
  }
}

@Suite("How many errors a response lists")
struct ErrorLimitTests {
  @Test("a thousand, and then one that says that there are more")
  func many() throws {
    var lines: [UInt8] = []
    try generateCatalog(packages: 1_000, seed: 7) { lines += $0 }
    let gateway = try SmallCatalog.gateway(over: String(decoding: lines, as: UTF8.self))
    let failing = "packages(first: 1000) { category { packages(first: -1) { id } } }"
    for (query, count) in [("{ \(failing) }", 1_000), ("{ a: \(failing) b: \(failing) }", 1_001)] {
      let response = try parseJSON(SmallCatalog.answer(query, in: gateway))
      guard case .array(let errors) = response["errors"] else {
        Issue.record("There are no errors")
        return
      }
      #expect(errors.count == count)
      #expect(
        (errors.last?["message"]
          == .string("The response has more than 1000 errors; the rest are left out."))
          == (count > 1_000))
    }
  }
}
