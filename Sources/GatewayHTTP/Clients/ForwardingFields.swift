/// The fields in which proxies tell of the request that they pass on; anybody can send them.
struct ForwardingFields: Sendable {
  /// All `X-Forwarded-For` lines as one list.
  var xForwardedFor: String?
  /// All `X-Forwarded-Proto` lines as one list.
  var xForwardedProto: String?
  /// All `X-Forwarded-Host` lines as one list.
  var xForwardedHost: String?
  /// All `Forwarded` lines as one list. RFC 7239 §4 Forwarded HTTP Header Field.
  var forwarded: String?

  /// Whether there are any of the fields that most proxies write, and no standard knows.
  var hasUnregistered: Bool {
    xForwardedFor != nil || xForwardedProto != nil || xForwardedHost != nil
  }

  /// Whether nobody says anything.
  var isEmpty: Bool { !hasUnregistered && forwarded == nil }
}
