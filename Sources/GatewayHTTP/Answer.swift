import CatalogGateway
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
