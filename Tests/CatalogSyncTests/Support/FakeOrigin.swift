import Synchronization

@testable import CatalogSync

/// An origin in memory: answers by rule, and remembers what it was asked.
final class FakeOrigin: OriginTransport {
  /// Answers one request; `nil` lets the connection break.
  typealias Rule = @Sendable (OriginRequest) -> OriginAnswer?

  private struct State {
    var catalog: FakeCatalog
    var requests: [OriginRequest] = []
    /// What happens to the first requests for a target, one by one, instead of the usual answer.
    var incidents: [String: [Rule]] = [:]
  }

  static let root = "https://example.org/api/v4/"
  private let state: Mutex<State>

  init(_ catalog: FakeCatalog) {
    state = Mutex(State(catalog: catalog))
  }

  /// What was asked for, in its order: path and query without `/api/v4/`.
  var targets: [String] {
    state.withLock { $0.requests.map { String($0.url.description.dropFirst(Self.root.count)) } }
  }

  var requests: [OriginRequest] { state.withLock(\.requests) }

  /// Changes what the origin has.
  func update(_ change: (inout FakeCatalog) -> Void) {
    state.withLock { change(&$0.catalog) }
  }

  /// Lets the next requests for a target, each once, be answered otherwise.
  func disturb(_ target: String, with rules: Rule...) {
    state.withLock { $0.incidents[target, default: []] += rules }
  }

  func answer(to request: OriginRequest) async throws(TransportFailure) -> OriginAnswer {
    let target = String(request.url.description.dropFirst(Self.root.count))
    let (rule, catalog) = state.withLock { state in
      state.requests.append(request)
      let rule =
        state.incidents[target]?.isEmpty == false ? state.incidents[target]?.removeFirst() : nil
      return (rule, state.catalog)
    }
    // A rule may change the origin, so it is asked without the lock.
    let answer = rule.map { $0(request) } ?? catalog.answer(to: request, target: target)
    guard let answer else { throw .unreachable("Connection reset by peer") }
    return answer
  }
}

extension OriginAnswer {
  /// An answer of JSON.
  static func json(_ text: String, status: Int = 200, headers: [String: String] = [:]) -> Self {
    OriginAnswer(
      status: status,
      headers: headers.merging(["content-type": "application/json"]) { first, _ in first },
      body: Array(text.utf8))
  }

  static func html(_ text: String, status: Int = 200) -> Self {
    OriginAnswer(
      status: status, headers: ["content-type": "text/html; charset=utf-8"], body: Array(text.utf8))
  }
}
