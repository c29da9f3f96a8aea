import NIOHTTP1

/// Why a request is refused before anybody looks at what it asks for.
enum Rejection: Int, CaseIterable {
  case malformed
  case tooSlow
  case bodyTooLong
  case targetTooLong
  case fieldsTooLarge
  case rateLimited
  case overloaded

  /// The reason that an answer gives; nil if it is none of these.
  init?(_ answer: Answer, to exchange: Exchange) {
    switch answer.status {
    case .badRequest where exchange.method == nil: self = .malformed
    case .requestTimeout: self = .tooSlow
    case .payloadTooLarge: self = .bodyTooLong
    case .uriTooLong: self = .targetTooLong
    case .requestHeaderFieldsTooLarge: self = .fieldsTooLarge
    case .tooManyRequests: self = .rateLimited
    case .serviceUnavailable where exchange.route != .health: self = .overloaded
    default: return nil
    }
  }

  /// The reason in metrics.
  var label: String {
    switch self {
    case .malformed: "malformed"
    case .tooSlow: "too_slow"
    case .bodyTooLong: "body_too_long"
    case .targetTooLong: "target_too_long"
    case .fieldsTooLarge: "fields_too_large"
    case .rateLimited: "rate_limited"
    case .overloaded: "overloaded"
    }
  }
}
