import NIOHTTP1

/// How long a browser may remember what it was allowed, in seconds; Chromium does not do so longer.
private let preflightSeconds = 7200

extension Answer {
  /// Tells the browser of a page of another origin whether the page may read this, and to a preflight
  /// what it may send. Fetch Standard, "HTTP responses".
  mutating func allow(_ policy: CORSPolicy, for exchange: Exchange) {
    if policy.variesByOrigin { vary.insert(.origin) }
    guard let origin = exchange.fields.webOrigin,
      let allowed = policy.allowedOrigin(for: origin)
    else { return }
    add("Access-Control-Allow-Origin: \(allowed)\r\n")
    if policy.allowsCredentials { add("Access-Control-Allow-Credentials: true\r\n") }
    guard exchange.isPreflight else {
      return add("Access-Control-Expose-Headers: ETag, Retry-After, WWW-Authenticate\r\n")
    }
    if let allow { add("Access-Control-Allow-Methods: \(allow)\r\n") }
    if let names = exchange.fields.requestedFields.flatMap(wellFormedNames) {
      add("Access-Control-Allow-Headers: \(names)\r\n")
    }
    add("Access-Control-Max-Age: \(preflightSeconds)\r\n")
  }

  private mutating func add(_ fieldLine: String) {
    fieldLines.append(contentsOf: fieldLine.utf8)
  }
}

/// A list of names as it came; nil if it is anything else. Who may send a request may name its fields:
/// none of them makes the request do more.
private func wellFormedNames(_ list: String) -> String? {
  let names = splitOutsideQuotes(list[...], at: ",")
  return names.count <= 50 && names.allSatisfy { isToken($0) }
    ? names.joined(separator: ", ") : nil
}
