import CatalogGateway
import NIOHTTP1

/// Why a request is not answered, whatever it asks for; put into words here, and into a form where the
/// route is known.
struct Refusal {
  /// RFC 9110 §15 Status Codes.
  let status: HTTPResponseStatus
  /// The sentence for the client.
  let message: String
  /// After how many seconds another try may be worth it; nil if that does not help. RFC 9110 §10.2.3
  /// Retry-After.
  var retryAfter: Int?

  init(_ status: HTTPResponseStatus, _ message: String, retryAfter: Int? = nil) {
    self.status = status
    self.message = message
    self.retryAfter = retryAfter
  }
}

extension Answer {
  /// Tells of a refusal in the form that a route has for errors. One that may be none in a moment is kept
  /// by no cache.
  init(_ refusal: Refusal, on route: RouteName) {
    switch route {
    case .rest:
      let content = RESTContent(refusal.status, detail: refusal.message)
      self.init(
        status: content.status, contentType: .restJSON, body: content.json, policy: .page)
    case .graphQL, .schema, .explorer, .health, .metrics, .other:
      self.init(refusal.status, refusal.message)
    }
    asksForToken = refusal.status == .unauthorized
    if let seconds = refusal.retryAfter { askToRetry(after: seconds) }
  }

  /// Says when the same request may be answered. RFC 9110 §10.2.3 Retry-After.
  mutating func askToRetry(after seconds: Int) {
    fieldLines += Array("Retry-After: \(seconds)\r\n".utf8)
    reuse = .never
  }
}

// MARK: Who asks

extension Refusal {
  /// Of someone who may not even read.
  init(_ refusal: ReadRefusal) {
    switch refusal {
    case .unauthenticated(let message): self.init(.unauthorized, message)
    case .failed(let message): self.init(.internalServerError, message)
    }
  }
}

// MARK: Too much load

extension Refusal {
  /// Of a request of a client that makes too many.
  static func rateLimited(_ limit: RateLimit, secondsToWait: Int) -> Refusal {
    Refusal(
      .tooManyRequests,
      "Too many requests: the limit rateLimit is \(limit.requests) in \(limit.period). "
        + "Try again in \(secondsToWait) s.",
      retryAfter: secondsToWait)
  }

  /// Of a request because too many are at work.
  static func overloaded(limit: Int) -> Refusal {
    Refusal(
      .serviceUnavailable,
      "The server has \(limit) requests at work; the limit concurrentRequests is \(limit).",
      retryAfter: 1)
  }

  /// Of a connection because too many are open.
  static func tooManyConnections(limit: Int) -> Refusal {
    Refusal(
      .serviceUnavailable,
      "The server has \(limit) open connections; the limit connections is \(limit).",
      retryAfter: 1)
  }

  /// Of a long request because too many wait.
  static func tooMuchLongWork(_ longWork: LongWork) -> Refusal {
    Refusal(.serviceUnavailable, longWork.refusalMessage, retryAfter: 1)
  }
}

// MARK: What is no request that can be read

// After these answers the connection is closed, because what follows on it cannot be told apart
// from the rest of the refused request.

/// How long a request's body may be, and which part of the configuration says so.
struct BodyLimit {
  let name: StaticString
  let bytes: Int
}

extension Refusal {
  /// Of a head that is over a limit or not well-formed; nil for an acceptable one.
  init?(
    of head: HTTPRequestHead, fields: borrowing RequestFields,
    within limits: borrowing ServerConfiguration, bodyLimit: BodyLimit
  ) {
    if head.uri.utf8.count > limits.targetBytes {
      self.init(
        .uriTooLong,
        "The request target has \(head.uri.utf8.count) bytes; "
          + "the limit targetBytes is \(limits.targetBytes). Long queries fit in a POST.")
    } else if fields.bytes > limits.headerBytes {
      self.init(
        .requestHeaderFieldsTooLarge,
        "The header fields have \(fields.bytes) bytes; "
          + "the limit headerBytes is \(limits.headerBytes).")
    } else if head.headers.count > limits.headerFields {
      self.init(
        .requestHeaderFieldsTooLarge,
        "The request has \(head.headers.count) header fields; "
          + "the limit headerFields is \(limits.headerFields).")
    } else if fields.hosts > 1 || (fields.hosts == 0 && head.version.minor > 0) {
      // RFC 9112 §3.2 Request Target.
      self.init(
        .badRequest,
        "The request has \(fields.hosts) Host fields; HTTP/1.1 needs one.")
    } else if let coding = fields.transferEncoding,
      head.version.minor == 0 || !coding.equalsIgnoringCase("chunked")
    {
      // RFC 9112 §6.1 Transfer-Encoding: where such a body ends, servers do not agree.
      self.init(
        .badRequest, "The only Transfer-Encoding that is understood is chunked, in HTTP/1.1.")
    } else if let expect = fields.expect, !expect.equalsIgnoringCase("100-continue") {
      self.init(
        .expectationFailed,
        "The only expectation that can be met is 100-continue.")
    } else if let length = fields.contentLength, length > bodyLimit.bytes {
      self = .bodyTooLong(announced: length, limit: bodyLimit)
    } else {
      return nil
    }
  }

  /// Of bytes that are no HTTP request.
  init(_ error: HTTPParserError) {
    switch error {
    case .headerOverflow:
      self.init(
        .requestHeaderFieldsTooLarge,
        "The request target or the header fields are far too long.")
    case .invalidVersion:
      self.init(
        .httpVersionNotSupported, "Only HTTP/1.0 and HTTP/1.1 are spoken here.")
    default:
      self.init(.badRequest, "This is not a well-formed HTTP/1.1 request.")
    }
  }

  /// Of a body over the limit; how long it is may not be known yet.
  static func bodyTooLong(announced bytes: Int? = nil, limit: BodyLimit) -> Refusal {
    let length = bytes.map { "\($0)" } ?? "more than \(limit.bytes)"
    return Refusal(
      .payloadTooLarge,
      "The request body has \(length) bytes; the limit \(limit.name) is \(limit.bytes).")
  }

  /// Of a body with more around its chunks than in them.
  static func tooMuchFraming(limit: Int) -> Refusal {
    Refusal(
      .payloadTooLarge,
      "Sizes, extensions and trailers of the chunks have more than \(limit) bytes; "
        + "the limit framingBytes is \(limit).")
  }

  /// Of a request that arrives too slowly.
  static func requestTooSlow(limit: Duration) -> Refusal {
    Refusal(
      .requestTimeout,
      "The request did not arrive within the requestTimeout of \(limit).")
  }
}
