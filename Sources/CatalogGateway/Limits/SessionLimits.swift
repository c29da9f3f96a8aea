import CatalogStore
import GraphQLExecution
import GraphQLLanguage

/// The limits of a session's requests while they are executed; for one thread at a time.
final class SessionLimits {
  private let limits: RequestLimits
  private let deadline: Deadline
  /// How much the current request has had done.
  let meter = WorkMeter()
  /// When the requests of the current work came, if that was before they begin.
  var arrival: SuspendingClock.Instant?
  /// The error that ends the execution, if the deadline has passed or too much was done.
  let interruption: () -> FieldError?

  /// Has a reader's lookups stop at the limits.
  init(_ limits: RequestLimits, of catalog: CatalogReader, clock: @escaping Deadline.Clock) {
    self.limits = limits
    catalog.rowLimit = limits.rows
    deadline = Deadline(limits.deadline, clock: clock)
    let (deadline, meter) = (deadline, meter)
    interruption = { meter.count() ? .tooMuchForEventLoop : deadline.check() }
    catalog.stopLookups { meter.count() || deadline.hasPassed }
  }

  /// What tells that nobody waits for the current work; nil if nothing does.
  var cancellation: Cancellation? {
    get { deadline.cancellation }
    set { deadline.cancellation = newValue }
  }

  /// Begins a request.
  func begin() {
    deadline.begin(at: arrival)
  }

  /// What a response may take.
  var writing: WritingLimits {
    WritingLimits(bytes: limits.responseBytes, interruption: interruption)
  }

  /// The error of a lookup that stopped at a limit; nil for any other.
  func failure(for error: any Error) -> FieldError? {
    guard let error = error as? StoreError else { return nil }
    switch error {
    case .interrupted: return meter.isOver ? .tooMuchForEventLoop : deadline.failure
    case .tooManyRows: return FieldError(error)?.endingExecution()
    case .invalidKeyset, .predicateTooDeep, .predicateTooLarge, .cannotOpen, .replaced,
      .notACatalog, .newerVersion, .otherVersion, .failed:
      return nil
    }
  }

  /// Checks a response that is written to its end.
  func check(response body: [UInt8]) throws(GraphQLError) {
    try limits.check(response: body)
  }
}

extension FieldError {
  /// Ends a query that is answered elsewhere; no client sees it.
  fileprivate static var tooMuchForEventLoop: FieldError {
    FieldError("This takes long.", code: .timeout).endingExecution()
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
