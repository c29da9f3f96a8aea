/// What is asked of the origin: always with GET.
public struct OriginRequest: Sendable, Hashable {
  /// What is asked for.
  public let url: OriginURL
  /// Names in lower case, and values.
  public let headers: [String: String]

  /// Makes a request.
  public init(url: OriginURL, headers: [String: String]) {
    self.url = url
    self.headers = headers
  }
}

/// What the origin answered.
public struct OriginAnswer: Sendable, Hashable {
  /// RFC 9110 §15 Status Codes.
  public let status: Int
  /// Names in lower case, and values; the first of several.
  public let headers: [String: String]
  /// The whole content, no longer compressed.
  public let body: [UInt8]

  /// Makes an answer.
  public init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// Why there is no answer.
public enum TransportFailure: Error, Sendable, Hashable {
  /// The connection was refused, broke, or took too long; the reason is for a person.
  case unreachable(String)
  /// The answer is longer than it may be.
  case tooManyBytes(limit: Int)
  /// The task was cancelled.
  case cancelled
}

/// What carries requests to the origin; follows no redirects and tries nothing twice.
public protocol OriginTransport: Sendable {
  /// Sends a request and waits for the whole answer.
  /// - Throws: `TransportFailure`.
  func answer(to request: OriginRequest) async throws(TransportFailure) -> OriginAnswer
}
