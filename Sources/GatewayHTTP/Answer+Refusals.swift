import NIOHTTP1

// Answers after which the connection is closed, because what follows on it cannot be told apart
// from the rest of the refused request.

/// How long a request's body may be, and which part of the configuration says so.
struct BodyLimit {
  let name: StaticString
  let bytes: Int
}

extension Answer {
  /// Refuses a head that is over a limit or not well-formed; nil for an acceptable one.
  init?(
    refusing head: HTTPRequestHead, fields: RequestFields, within limits: ServerConfiguration,
    bodyLimit: BodyLimit
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

  /// Refuses bytes that are no HTTP request.
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

  /// Refuses a body over the limit; how long it is may not be known yet.
  static func bodyTooLong(announced bytes: Int? = nil, limit: BodyLimit) -> Answer {
    let length = bytes.map { "\($0)" } ?? "more than \(limit.bytes)"
    return Answer(
      .payloadTooLarge,
      "The request body has \(length) bytes; the limit \(limit.name) is \(limit.bytes).")
  }

  /// Gives up on a request that arrives too slowly.
  static func requestTooSlow(limit: Duration) -> Answer {
    Answer(
      .requestTimeout,
      "The request did not arrive within the requestTimeout of \(limit).")
  }
}
