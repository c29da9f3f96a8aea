import CatalogStore
import GraphQLExecution
import GraphQLLanguage

/// The limits of a session's requests while they are executed; for one thread at a time.
final class SessionLimits {
  private let limits: RequestLimits
  private let deadline: Deadline?
  /// The error that ends the execution, if the deadline has passed.
  let interruption: (() -> FieldError?)?

  /// Has a reader's lookups stop at the limits.
  init(_ limits: RequestLimits, of catalog: CatalogReader, clock: @escaping Deadline.Clock) {
    self.limits = limits
    catalog.rowLimit = limits.rows
    deadline = limits.deadline.map { Deadline($0, clock: clock) }
    interruption = deadline.map { deadline in { deadline.check() } }
    if let deadline { catalog.stopLookups { deadline.hasPassed } }
  }

  /// Begins a request.
  func begin() {
    deadline?.begin()
  }

  /// What a response may take.
  var writing: WritingLimits {
    WritingLimits(bytes: limits.responseBytes, interruption: interruption)
  }

  /// The error of a lookup that stopped at a limit; nil for any other.
  func failure(for error: any Error) -> FieldError? {
    guard let error = error as? StoreError else { return nil }
    switch error {
    case .interrupted: return deadline?.failure
    case .tooManyRows: return FieldError(error)?.endingExecution()
    case .invalidKeyset, .predicateTooDeep, .predicateTooLarge, .cannotOpen, .replaced,
      .notACatalog, .newerVersion, .failed:
      return nil
    }
  }

  /// Checks a response that is written to its end.
  func check(response body: [UInt8]) throws(GraphQLError) {
    try limits.check(response: body)
  }
}

extension RequestLimits {
  /// Checks a response that is written to its end.
  func check(response body: [UInt8]) throws(GraphQLError) {
    guard body.count > responseBytes else { return }
    throw GraphQLError(
      "The response is \(body.count) bytes long; the limit is \(responseBytes).",
      code: .limitExceeded)
  }
}

extension GraphQLResponse {
  /// The response to a request that was executed in vain: its answer could not be written.
  init(ended error: GraphQLError) {
    var body = Array("{\"errors\":".utf8)
    appendErrors([error], to: &body)
    body.append(contentsOf: ",\"data\":null}".utf8)
    self.init(body: body, outcome: .dataWithErrors(dataIsNull: true))
  }
}
