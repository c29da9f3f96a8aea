import CatalogGateway
import NIOCore
import NIOHTTP1

/// The header fields of a request that the endpoint acts on, found in one pass.
struct RequestFields {
  /// All `Accept` lines as one list. RFC 9110 §12.5.1 Accept.
  private(set) var accept: String?
  /// All `Accept-Encoding` lines as one list. RFC 9110 §12.5.3 Accept-Encoding.
  private(set) var acceptEncoding: String?
  /// All `If-None-Match` lines as one list. RFC 9110 §13.1.2 If-None-Match.
  private(set) var ifNoneMatch: String?
  /// RFC 9110 §8.3 Content-Type.
  private(set) var contentType: String?
  /// RFC 9110 §8.4 Content-Encoding.
  private(set) var contentEncoding: String?
  /// As announced, in bytes; as large as can be if no `Int` holds it. RFC 9110 §8.6 Content-Length.
  private(set) var contentLength: Int?
  /// All `Transfer-Encoding` lines as one list. RFC 9112 §6.1 Transfer-Encoding.
  private(set) var transferEncoding: String?
  /// RFC 9110 §10.1.1 Expect.
  private(set) var expect: String?
  /// The first `Host` line. RFC 9110 §7.2 Host and :authority.
  private(set) var host: String?
  /// RFC 9110 §11.6.2 Authorization.
  private(set) var authorization: String?
  /// The client's name for a request that it may send again.
  private(set) var idempotencyKey: String?
  /// The client's place in a trace. W3C Trace Context, "Traceparent Header".
  private(set) var traceParent: String?
  /// The client's own name for the request, for logs.
  private(set) var requestID: String?
  /// How many `Host` lines there are. RFC 9112 §3.2 Request Target.
  private(set) var hosts = 0
  /// The origin of the page that has a browser ask. RFC 6454 §7 The HTTP Origin Header Field.
  private(set) var webOrigin: String?
  /// The method that a page wants to use. Fetch Standard, "HTTP requests".
  private(set) var requestedMethod: String?
  /// The fields that a page wants to send. Fetch Standard, "HTTP requests".
  private(set) var requestedFields: String?
  /// What is said of a client behind proxies, by whoever it was.
  private(set) var forwarding = ForwardingFields()
  /// Whether the client came by https, as far as a proxy says so that is believed.
  private(set) var isForwardedFromHTTPS = false
  /// Whether the client offers another protocol. RFC 9110 §7.8 Upgrade.
  private(set) var offersUpgrade = false
  /// Names and values of all fields, in bytes.
  private(set) var bytes = 0

  init(_ headers: HTTPHeaders) {
    for (name, value) in headers {
      bytes += name.utf8.count + value.utf8.count
      switch name.utf8.count {
      case 4 where name.equalsIgnoringCase("host"):
        hosts += 1
        host = host ?? value
      case 6 where name.equalsIgnoringCase("accept"):
        accept = accept.map { "\($0),\(value)" } ?? value
      case 6 where name.equalsIgnoringCase("origin"):
        webOrigin = value
      case 6 where name.equalsIgnoringCase("expect"):
        expect = value
      case 7 where name.equalsIgnoringCase("upgrade"):
        offersUpgrade = true
      case 11 where name.equalsIgnoringCase("traceparent"):
        traceParent = value
      case 12 where name.equalsIgnoringCase("x-request-id"):
        requestID = value
      case 12 where name.equalsIgnoringCase("content-type"):
        contentType = value
      case 13 where name.equalsIgnoringCase("authorization"):
        authorization = authorization.map { "\($0),\(value)" } ?? value
      case 13 where name.equalsIgnoringCase("if-none-match"):
        ifNoneMatch = ifNoneMatch.map { "\($0),\(value)" } ?? value
      case 14 where name.equalsIgnoringCase("content-length"):
        contentLength = Int(value) ?? .max
      case 15 where name.equalsIgnoringCase("accept-encoding"):
        acceptEncoding = acceptEncoding.map { "\($0),\(value)" } ?? value
      case 15 where name.equalsIgnoringCase("idempotency-key"):
        idempotencyKey = value
      case 16 where name.equalsIgnoringCase("content-encoding"):
        contentEncoding = value
      case 9 where name.equalsIgnoringCase("forwarded"):
        forwarding.forwarded = forwarding.forwarded.map { "\($0),\(value)" } ?? value
      case 15 where name.equalsIgnoringCase("x-forwarded-for"):
        forwarding.xForwardedFor = forwarding.xForwardedFor.map { "\($0),\(value)" } ?? value
      case 16 where name.equalsIgnoringCase("x-forwarded-host"):
        forwarding.xForwardedHost = forwarding.xForwardedHost.map { "\($0),\(value)" } ?? value
      case 17 where name.equalsIgnoringCase("transfer-encoding"):
        transferEncoding = transferEncoding.map { "\($0),\(value)" } ?? value
      case 17 where name.equalsIgnoringCase("x-forwarded-proto"):
        forwarding.xForwardedProto =
          forwarding.xForwardedProto.map { "\($0),\(value)" } ?? value
      case 29 where name.equalsIgnoringCase("access-control-request-method"):
        requestedMethod = value
      case 30 where name.equalsIgnoringCase("access-control-request-headers"):
        requestedFields = value
      default:
        continue
      }
    }
  }
}

extension RequestFields {
  /// Whether a browser asks, with OPTIONS, what a page may send. Fetch Standard, "CORS-preflight
  /// request".
  var isPreflight: Bool { webOrigin != nil && requestedMethod != nil }

  /// Believes what is said of a client behind proxies, if `peer` is one of those that are trusted.
  /// Gives the client as far as it is known.
  mutating func believe(_ peer: SocketAddress?, ifOneOf trusted: [AddressBlock]) -> SocketAddress? {
    guard let peer, !forwarding.isEmpty, trusted.contain(peer) else { return peer }
    let said = Forwarding(forwarding)
    isForwardedFromHTTPS = said.scheme?.equalsIgnoringCase("https") == true
    if let host = said.host { self.host = String(host) }
    return said.client(behind: peer, trusted: trusted)
  }

  /// What the client shows of who it is. Schemes other than `Bearer` are for others to judge, such as
  /// a proxy. RFC 6750 §2.1 Authorization Request Header Field.
  var credentials: Credentials {
    guard let authorization else { return .none }
    let scheme = authorization.prefix { $0 != " " }
    guard scheme.equalsIgnoringCase("bearer") else { return .none }
    return .bearer(String(authorization.dropFirst(scheme.count).drop { $0 == " " }))
  }

  /// What a GraphQL request has from the header beside its content.
  var origin: RequestOrigin {
    RequestOrigin(
      credentials: credentials,
      idempotencyKey: idempotencyKey.flatMap { $0.isEmpty ? nil : $0 })
  }
}

extension StringProtocol {
  /// Whether this is `other`, which is in lower case, but for the case of ASCII letters.
  func equalsIgnoringCase(_ other: StaticString) -> Bool {
    guard utf8.count == other.utf8CodeUnitCount else { return false }
    var text = String(self)
    return text.withUTF8 { text in
      other.withUTF8Buffer { other in
        zip(text, other).allSatisfy { byte, expected in
          byte == expected || (byte &+ 0x20 == expected && byte >= 0x41 && byte <= 0x5A)
        }
      }
    }
  }
}
