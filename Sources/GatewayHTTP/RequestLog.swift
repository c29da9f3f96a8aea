import CatalogGateway
import JSON
import Logging
import NIOCore

/// The lines that the log has of the requests of one event loop.
///
/// A request without a line costs no more than finding that out. What load balancers and scrapers ask for
/// all day is logged at debug, unless it fails.
struct RequestLog {
  private let requests: Observability.LoggedRequests
  private let slowRequest: TimeAmount?
  private let logsVariables: Bool
  private let logger: Logger
  private var rate: LineRate

  init(_ observability: Observability, eventLoops: Int, logger: Logger) {
    let isLogged = logger.logLevel <= .info
    requests = isLogged ? observability.loggedRequests : .off
    slowRequest = observability.slowRequest.map { TimeAmount($0) }
    logsVariables = observability.logsVariables
    self.logger = logger
    rate = LineRate(perSecond: max(1, observability.loggedRequestsPerSecond / max(1, eventLoops)))
  }

  /// Notes an answer that has gone out, as far as it has.
  mutating func record(
    _ answer: Answer, to exchange: Exchange, ending: AnswerEnding, bytes: Int,
    duration: TimeAmount, now: NIODeadline
  ) {
    let isFailure = ending != .whole || answer.tellsOfFailure
    if let slowRequest, duration >= slowRequest {
      guard allowsLine(now) else { return }
      var metadata = metadata(answer, exchange, ending, bytes: bytes, duration: duration)
      if let text = answer.account.operation?.documentText {
        metadata["query"] = "\(beginning(of: text, bytes: loggedTextBytes))"
      }
      return logger.warning("Slow request", metadata: metadata)
    }
    switch requests {
    case .off: return
    case .errors: guard isFailure else { return }
    case .on: break
    }
    let level: Logger.Level = exchange.isForOperator && !isFailure ? .debug : .info
    guard logger.logLevel <= level, allowsLine(now) else { return }
    logger.log(
      level: level, "Request",
      metadata: metadata(answer, exchange, ending, bytes: bytes, duration: duration))
  }

  /// Whether one more line is within the rate. Says how many were not, once there may be lines again.
  private mutating func allowsLine(_ now: NIODeadline) -> Bool {
    switch rate.takeLine(at: now) {
    case .allowed(omitted: 0): return true
    case .allowed(let omitted):
      logger.warning("Requests without a line", metadata: ["count": .stringConvertible(omitted)])
      return true
    case .refused: return false
    }
  }

  private func metadata(
    _ answer: Answer, _ exchange: Exchange, _ ending: AnswerEnding, bytes: Int,
    duration: TimeAmount
  ) -> Logger.Metadata {
    let account = answer.account
    var metadata: Logger.Metadata = [
      "route": .string(exchange.route.label),
      "durationMs": .stringConvertible(Double(duration.nanoseconds / 1_000) / 1_000),
      "bytes": .stringConvertible(bytes),
    ]
    if let method = exchange.method { metadata["method"] = .string(method.rawValue) }
    if exchange.route != .graphQL, !exchange.target.isEmpty {
      // Without the query, which may hold what is nobody's business.
      metadata["path"] = .string(
        beginning(of: exchange.target.utf8.prefix { $0 != UInt8(ascii: "?") }, bytes: 256))
    }
    if let client = exchange.client?.ipAddress { metadata["client"] = .string(client) }
    if let id = exchange.fields.requestID {
      metadata["requestId"] = .string(beginning(of: id.utf8, bytes: 128))
    }
    if let parent = exchange.fields.traceParent.flatMap({ TraceParent($0) }) {
      metadata["traceId"] = .string(parent.traceID)
    }
    if let label = ending.label { metadata["ended"] = .string(label) }
    if bytes > 0 {
      metadata["status"] = .stringConvertible(answer.status.code)
      if let outcome = answer.outcome {
        metadata["outcome"] = .string(OutcomeKind(outcome).label)
      }
    }
    if account.cost.lookups.lookups > 0 {
      metadata["lookups"] = .stringConvertible(account.cost.lookups.lookups)
      metadata["rows"] = .stringConvertible(account.cost.lookups.rows)
    }
    if let operation = account.operation {
      metadata["operationType"] = .string(OperationKind(operation).label)
      metadata["document"] = .string(operation.documentHash)
      metadata["plan"] = account.cost.isHit ? "hit" : "miss"
      if let name = operation.name {
        metadata["operation"] = .string(beginning(of: name.utf8, bytes: 128))
      }
      if logsVariables, !account.variables.isEmpty {
        metadata["variables"] = .string(text(of: account.variables))
      }
    }
    return metadata
  }
}

/// What is logged of a document, and of variables, in bytes.
private let loggedTextBytes = 2_000

extension Answer {
  /// Whether something went wrong, whoever is to blame.
  fileprivate var tellsOfFailure: Bool {
    status.code >= 400 || (outcome.map { $0 != .data } ?? false)
  }
}

private func text(of variables: [JSONMember]) -> String {
  var text: [UInt8] = []
  appendJSON(.object(variables), to: &text)
  return beginning(of: text, bytes: loggedTextBytes)
}

/// So much of a text in UTF-8, with an ellipsis if that is not all.
func beginning(of text: some BidirectionalCollection<UInt8>, bytes: Int) -> String {
  guard text.count > bytes else { return String(decoding: text, as: UTF8.self) }
  // Without the bytes of a character that was cut through.
  var end = text.index(text.startIndex, offsetBy: bytes)
  while end != text.startIndex, text[end] & 0xC0 == 0x80 {
    end = text.index(before: end)
  }
  return String(decoding: text[..<end], as: UTF8.self) + "…"
}
