import CatalogGateway
import NIOCore
import NIOHTTP1

/// What the endpoint says to one request, before it is framed for the connection.
struct Answer {
  /// Media types of what the endpoint sends, always in UTF-8.
  enum ContentType {
    case graphQLResponse
    case json
    /// As REST v4 has it: without the charset, which JSON does not need.
    case restJSON
    case html
    case text
    /// The figures of `/metrics`, prometheus.io/docs/instrumenting/exposition_formats.
    case prometheus

    var fieldLine: StaticString {
      switch self {
      case .graphQLResponse:
        "Content-Type: application/graphql-response+json; charset=utf-8\r\n"
      case .json: "Content-Type: application/json; charset=utf-8\r\n"
      case .restJSON: "Content-Type: application/json\r\n"
      case .html: "Content-Type: text/html; charset=utf-8\r\n"
      case .text: "Content-Type: text/plain; charset=utf-8\r\n"
      case .prometheus: "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
      }
    }
  }

  /// The status code. RFC 9110 §15 Status Codes.
  var status: HTTPResponseStatus
  /// What `body` is; nil if there is none.
  var contentType: ContentType?
  /// The whole content.
  var body: [UInt8] = []
  /// What comes behind `body`, while it is sent.
  var rest: ResponseRest?
  /// The content instead of `body`, where it stands already.
  var asset: Asset?
  /// What caches will be told.
  var reuse = Reuse.unsaid
  /// The request fields that another answer could have come of.
  var vary: Vary = []
  /// How `body` is coded; nil until that is settled.
  var coding: ContentCoding?
  /// What tells `body` from all others.
  var tag: EntityTag?
  /// What caches are told.
  var cacheControl: CacheControl?
  /// The methods of the target, for a 405 and for OPTIONS. RFC 9110 §10.2.1 Allow.
  var allow: StaticString?
  /// Where else to ask; ASCII, in percent-encoding. RFC 9110 §10.2.2 Location.
  var location: String?
  /// What a browser may do with the answer.
  var policy: BrowserPolicy?
  /// Whether a token is asked for. RFC 9110 §11.6.1 WWW-Authenticate.
  var asksForToken = false
  /// Further field lines of our own making, each with its end.
  var fieldLines: [UInt8] = []
  /// What the gateway was asked and what that cost, for logs and metrics.
  var account = RequestAccount()
  /// How a GraphQL request ended; nil for all others.
  var outcome: GraphQLResponse.Outcome?
}

/// What REST v4 tells browsers beside its answers.
enum BrowserPolicy {
  case page
  /// An answer without content, which cannot be framed.
  case redirect

  var fieldLines: StaticString {
    switch self {
    case .page:
      """
      X-Frame-Options: DENY\r
      X-Content-Type-Options: nosniff\r
      Referrer-Policy: same-origin\r
      Cross-Origin-Opener-Policy: same-origin\r\n
      """
    case .redirect:
      """
      X-Content-Type-Options: nosniff\r
      Referrer-Policy: same-origin\r
      Cross-Origin-Opener-Policy: same-origin\r\n
      """
    }
  }
}

extension Answer {
  /// A refusal: one error in the shape of a GraphQL response, as JSON.
  init(_ status: HTTPResponseStatus, _ message: String, allow: StaticString? = nil) {
    let response =
      switch status {
      case .unauthorized: GraphQLResponse(refusal: message, code: .unauthenticated)
      case .notFound: GraphQLResponse(refusal: message, code: .notFound)
      case .requestTimeout: GraphQLResponse(refusal: message, code: .timeout)
      case .payloadTooLarge, .uriTooLong, .requestHeaderFieldsTooLarge, .tooManyRequests,
        .serviceUnavailable:
        GraphQLResponse(refusal: message, code: .limitExceeded)
      case .internalServerError: GraphQLResponse(refusal: message, code: .internalServerError)
      default: GraphQLResponse(refusal: message, code: .badRequest)
      }
    self.init(status: status, contentType: .json, body: response.body, allow: allow)
  }
}

/// How an answer is fitted into the connection it goes out on.
struct Framing {
  /// Whether another request may follow on the connection.
  var keepsAlive = true
  /// Whether the client speaks HTTP/1.0 and must be told that the connection stays open.
  var confirmsKeepAlive = false
  /// Whether the request was HEAD: everything but the content. RFC 9110 §9.3.2 HEAD.
  var omitsContent = false
  /// Whether content of unknown length can be sent in chunks; HTTP/1.0 knows its end by that of the
  /// connection. RFC 9112 §7.1 Chunked Transfer Coding.
  var takesChunks = true
}

extension Framing {
  /// How the answer to a request is fitted in.
  init(_ head: HTTPRequestHead, fields: RequestFields) {
    keepsAlive = head.isKeepAlive && !fields.offersUpgrade
    confirmsKeepAlive = keepsAlive && head.version.minor == 0
    omitsContent = head.method == .HEAD
    takesChunks = head.version.minor > 0
  }
}

extension ByteBuffer {
  /// Adds a whole response. RFC 9112 §2.1 Message Format.
  ///
  /// Written as bytes and not through NIO's encoder, which wants a table of fields for each response
  /// and costs 2.5 µs more of some 10 in all. Nothing a client sent gets into a field line but the
  /// encoded path of a `Location`.
  mutating func write(_ answer: Answer, framing: Framing, date: [UInt8]) {
    if answer.status == .ok {
      writeStaticString("HTTP/1.1 200 OK\r\n")
    } else {
      writeString("HTTP/1.1 \(answer.status.code) \(answer.status.reasonPhrase)\r\n")
    }
    writeBytes(date)
    if let contentType = answer.contentType { writeStaticString(contentType.fieldLine) }
    if let location = answer.location { writeString("Location: \(location)\r\n") }
    writeTransfer(of: answer)
    writeField("Allow: ", answer.allow)
    writeStaticString(answer.policy?.fieldLines ?? "X-Content-Type-Options: nosniff\r\n")
    if answer.asksForToken { writeStaticString("WWW-Authenticate: Bearer\r\n") }
    writeBytes(answer.fieldLines)
    if !framing.keepsAlive {
      writeStaticString("Connection: close\r\n")
    } else if framing.confirmsKeepAlive {
      writeStaticString("Connection: keep-alive\r\n")
    }
    if answer.rest != nil {
      if framing.takesChunks { writeStaticString("Transfer-Encoding: chunked\r\n") }
    } else if answer.status != .noContent && answer.status != .notModified {
      writeStaticString("Content-Length: ")
      writeString(String(answer.body.count))
      writeStaticString("\r\n")
    }
    writeStaticString("\r\n")
    guard !framing.omitsContent else { return }
    if answer.rest == nil {
      writeBytes(answer.body)
    } else {
      writePiece(answer.body, framing: framing)
    }
  }

  /// Adds a part of content of unknown length.
  mutating func writePiece(_ bytes: [UInt8], framing: Framing) {
    guard framing.takesChunks else {
      writeBytes(bytes)
      return
    }
    // An empty chunk would be the end.
    guard !bytes.isEmpty else { return }
    writeString(String(bytes.count, radix: 16))
    writeStaticString("\r\n")
    writeBytes(bytes)
    writeStaticString("\r\n")
  }

  /// Adds what tells that content of unknown length is complete.
  mutating func writeLastPiece(framing: Framing) {
    if framing.takesChunks { writeStaticString("0\r\n\r\n") }
  }

  /// How the content is coded, and what may be done with it.
  private mutating func writeTransfer(of answer: Answer) {
    if let fieldLine = answer.coding?.fieldLine { writeStaticString(fieldLine) }
    var separator: StaticString = "Vary: "
    for (field, name) in Vary.names where answer.vary.contains(field) {
      writeStaticString(separator)
      writeStaticString(name)
      separator = ", "
    }
    if !answer.vary.isEmpty { writeStaticString("\r\n") }
    if let tag = answer.tag {
      writeStaticString("ETag: ")
      writeBytes(tag.text)
      writeStaticString("\r\n")
    }
    if let cacheControl = answer.cacheControl {
      writeString("Cache-Control: \(cacheControl.text)\r\n")
    }
  }

  private mutating func writeField(_ name: StaticString, _ value: StaticString?) {
    guard let value else { return }
    writeStaticString(name)
    writeStaticString(value)
    writeStaticString("\r\n")
  }
}
