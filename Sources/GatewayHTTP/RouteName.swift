/// What logs and metrics call that which a request asks for: few names, whatever clients send.
enum RouteName: Int, CaseIterable, Sendable {
  case graphQL
  case rest
  case schema
  case explorer
  case health
  case metrics
  /// Everything else, what there is not included.
  case other

  /// The name.
  var label: String {
    switch self {
    case .graphQL: "graphql"
    case .rest: "rest"
    case .schema: "schema"
    case .explorer: "explorer"
    case .health: "health"
    case .metrics: "metrics"
    case .other: "other"
    }
  }
}

extension Route {
  /// The name of the route, which the target tells if only the answer is known.
  func name(target: String) -> RouteName {
    switch self {
    case .graphQLPost, .graphQLGet: .graphQL
    case .explorer: .explorer
    case .rest: .rest
    case .schema: .schema
    case .live, .ready: .health
    case .metrics: .metrics
    case .benchmark: .other
    case .answered, .refused: RouteName(target: target)
    }
  }
}

extension RouteName {
  /// The name of what a target asks for, as far as its path tells without being decoded.
  init(target: String) {
    let path = path(of: target)
    switch path {
    case "/graphql": self = .graphQL
    case "/schema.graphql": self = .schema
    case "/health/live", "/health/ready": self = .health
    case "/metrics": self = .metrics
    default: self = path.hasPrefix("/api/") ? .rest : .other
    }
  }
}
