import CatalogStore
import GraphQLExecution
import GraphQLLanguage

/// The limits of a session's requests while they are executed; for one thread at a time.
final class SessionLimits {
  private let limits: RequestLimits
  private let stops: Stops
  /// When the requests of the current work came, if that was before they begin.
  var arrival: SuspendingClock.Instant?
  /// The error that ends the execution, if the deadline has passed or too much was done.
  let interruption: () -> FieldError?

  /// Has a reader's lookups stop at the limits.
  init(_ limits: RequestLimits, of catalog: CatalogReader, clock: @escaping Deadline.Clock) {
    self.limits = limits
    catalog.rowLimit = limits.rows
    let stops = Stops(deadline: limits.deadline.map { Deadline($0, clock: clock) })
    self.stops = stops
    interruption = { stops.count() ? stops.failure : nil }
    catalog.stopLookups { stops.count() }
  }

  /// How much the current request has had done.
  var meter: WorkMeter { stops.meter }

  /// What tells that nobody waits for the current work; nil if nothing does.
  var cancellation: Cancellation? {
    get { stops.cancellation }
    set { stops.cancellation = newValue }
  }

  /// Begins a request.
  func begin() {
    stops.deadline?.begin(at: arrival)
  }

  /// What a response may take.
  var writing: WritingLimits {
    WritingLimits(bytes: limits.responseBytes, interruption: interruption)
  }

  /// The error of a lookup that stopped at a limit; nil for any other.
  func failure(for error: any Error) -> FieldError? {
    guard let error = error as? StoreError else { return nil }
    switch error {
    case .interrupted: return stops.failure
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

/// What ends an execution before it is done; for one thread at a time.
private final class Stops {
  let meter = WorkMeter()
  let deadline: Deadline?
  var cancellation: Cancellation?

  init(deadline: Deadline?) {
    self.deadline = deadline
  }

  /// Counts a unit of work; true if it was the last.
  func count() -> Bool {
    meter.count() || cancellation?.isCancelled == true || deadline?.hasPassed == true
  }

  /// The error of what was stopped; nil without a deadline, if nothing else has stopped it.
  var failure: FieldError? {
    if meter.isOver { return .tooMuchForEventLoop }
    if cancellation?.isCancelled == true { return .cancelled }
    return deadline?.failure
  }
}

extension FieldError {
  /// Ends a query that nobody waits for; no client sees it.
  fileprivate static var cancelled: FieldError {
    FieldError("The client is gone.", code: .timeout).endingExecution()
  }

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
