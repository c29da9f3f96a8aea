import CatalogStore
import GraphQLExecution
import GraphQLSchema
import JSON

/// The keys of a request that may be sent again: the same keys, the same request, the same answer.
struct Idempotency: Sendable {
  /// In the order in which they are met, each once; not empty.
  private let keys: [String]
  /// What the request says, for telling another one with the same key.
  private let request: [UInt8]
  /// Whether the request only tries: then there is nothing to keep.
  private let isDryRun: Bool

  /// Takes the header's key and those of the inputs; nil if there is none.
  init?(_ request: GraphQLRequest, arguments: [ArgumentValues]) {
    let inputs = arguments.compactMap { $0["input"] }
    var keys: [String] = []
    for key in [request.origin.idempotencyKey] + inputs.map({ $0.text("idempotencyKey") }) {
      if let key, !keys.contains(key) { keys.append(key) }
    }
    guard !keys.isEmpty else { return nil }
    self.keys = keys
    isDryRun = inputs.allSatisfy { $0["dryRun"] == .boolean(true) }
    var text: [UInt8] = []
    appendJSON(
      .array([
        .string(String(decoding: request.query, as: UTF8.self)),
        request.operationName.map { .string($0) } ?? .null, .object(request.variables),
      ]), to: &text)
    self.request = text
  }

  /// The answer that the request has had already; nil if it is new.
  ///
  /// Throws a conflict if a key has come with another request.
  func firstAnswer(
    _ writer: CatalogWriter, _ requester: Requester, at instant: Int64
  ) throws(EditError) -> GraphQLResponse? {
    var first: GraphQLResponse?
    for key in keys {
      let kept = try writer.answer(
        toKey: key, of: requester.name, input: request, at: instant)
      first = first ?? kept.flatMap { GraphQLResponse(kept: $0) }
    }
    return first
  }

  /// Keeps the answer for a retry.
  func keep(
    _ response: GraphQLResponse, _ writer: CatalogWriter, _ requester: Requester,
    at instant: Int64
  ) throws(EditError) {
    guard !isDryRun, let answer = response.kept else { return }
    for key in keys {
      try writer.keep(
        answer, forKey: key, of: requester.name, input: request, at: instant)
    }
  }
}

/// Answers as they are kept: a digit for the outcome, then the body.
extension GraphQLResponse {
  fileprivate var kept: [UInt8]? {
    switch outcome {
    case .data: [UInt8(ascii: "0")] + body
    case .dataWithErrors(dataIsNull: false): [UInt8(ascii: "1")] + body
    case .dataWithErrors(dataIsNull: true): [UInt8(ascii: "2")] + body
    case .requestError, .unreadableRequest, .operationNotAllowed, .overloaded: nil
    }
  }

  fileprivate init?(kept: [UInt8]) {
    let outcome: Outcome
    switch kept.first {
    case UInt8(ascii: "0"): outcome = .data
    case UInt8(ascii: "1"): outcome = .dataWithErrors(dataIsNull: false)
    case UInt8(ascii: "2"): outcome = .dataWithErrors(dataIsNull: true)
    default: return nil
    }
    self.init(body: Array(kept.dropFirst()), outcome: outcome)
  }
}
