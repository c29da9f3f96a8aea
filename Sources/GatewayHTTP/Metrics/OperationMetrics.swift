import CatalogGateway
import Metrics

/// How many GraphQL requests ended how, by the type of their operation.
struct OperationMetrics {
  private let factory: any MetricsFactory
  /// Made when they are needed, at the places of their types and outcomes.
  private var counters: [Counter?]

  init(factory: any MetricsFactory) {
    self.factory = factory
    counters = Array(
      repeating: nil, count: OperationKind.allCases.count * OutcomeKind.allCases.count)
  }

  /// Notes the end of a request; `operation` is nil if there was none to execute.
  mutating func record(_ operation: PreparedOperation?, _ outcome: GraphQLResponse.Outcome) {
    let kind = OperationKind(operation)
    let outcome = OutcomeKind(outcome)
    let place = kind.rawValue * OutcomeKind.allCases.count + outcome.rawValue
    if let counter = counters[place] { return counter.increment() }
    let counter = GatewayMetric.operations.counter(
      [("type", kind.label), ("outcome", outcome.label)], from: factory)
    counters[place] = counter
    counter.increment()
  }
}

/// What logs and metrics call the type of an operation.
enum OperationKind: Int, CaseIterable {
  case query
  case mutation
  case subscription
  /// The request has no operation that can be executed.
  case none

  init(_ operation: PreparedOperation?) {
    self =
      switch operation?.type {
      case .query: .query
      case .mutation: .mutation
      case .subscription: .subscription
      case nil: .none
      }
  }

  var label: String {
    switch self {
    case .query: "query"
    case .mutation: "mutation"
    case .subscription: "subscription"
    case .none: "none"
    }
  }
}

/// What logs and metrics tell apart of how a request ends.
enum OutcomeKind: Int, CaseIterable {
  case data
  case dataWithErrors
  case requestError

  init(_ outcome: GraphQLResponse.Outcome) {
    self =
      switch outcome {
      case .data: .data
      case .dataWithErrors: .dataWithErrors
      case .requestError, .unreadableRequest, .operationNotAllowed, .overloaded: .requestError
      }
  }

  var label: String {
    switch self {
    case .data: "data"
    case .dataWithErrors: "data_with_errors"
    case .requestError: "request_error"
    }
  }
}
