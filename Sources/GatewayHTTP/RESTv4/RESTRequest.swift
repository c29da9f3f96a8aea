import CatalogGateway
import NIOHTTP1

/// A request for something under `/api/`, before it is known what.
struct RESTRequest {
  let method: HTTPMethod
  /// The path, decoded; what is no UTF-8 stands in it in percent-encoding.
  let path: [UInt8]
  /// What follows the question mark, as it was sent; empty without one.
  let query: [UInt8]
  let accept: String?
  /// What the client shows of who it is.
  let credentials: Credentials
  /// How clients reach the server; nil if the request names no host that can be.
  let publicURL: PublicURL?

  /// Reads the head of a request. The scheme is a proxy's word for it.
  init(_ head: HTTPRequestHead, fields: RequestFields, configuration: ServerConfiguration) {
    method = head.method
    let target = originForm(of: head.uri).utf8.prefix { $0 != UInt8(ascii: "#") }
    let path = target.prefix { $0 != UInt8(ascii: "?") }
    self.path = wellFormed(percentDecoded(path))
    query = Array(target.dropFirst(path.count + 1))
    accept = fields.accept
    credentials = fields.credentials
    publicURL =
      configuration.publicURL
      ?? PublicURL(
        scheme: fields.isForwardedFromHTTPS || configuration.tls != nil ? "https" : "http",
        authority: fields.host ?? "\(configuration.host):\(configuration.port)")
  }

  /// Whether the path is one of the API's, past or present; others are not answered as the origin does.
  var isForAPI: Bool {
    ["/api/v4", "/api/v1"].contains { base in
      path.starts(with: base.utf8)
        && (path.count == base.utf8.count || path[base.utf8.count] == UInt8(ascii: "/"))
    }
  }

  /// The path and the query in the form that may stand in a URL.
  var target: String {
    var target = percentEncodedPath(path)
    if !query.isEmpty {
      target.append(UInt8(ascii: "?"))
      target += percentEncodedQuery(query)
    }
    return String(decoding: target, as: UTF8.self)
  }

  /// The parameters as they are asked for.
  var parameters: QueryParameters { QueryParameters(query) }

  /// The parameters as links carry them on.
  var carriedParameters: QueryParameters { QueryParameters(percentEncodedQuery(query)) }
}

/// Text with every byte that belongs to no character of UTF-8 in percent-encoding.
private func wellFormed(_ bytes: [UInt8]) -> [UInt8] {
  if String(validating: bytes, as: UTF8.self) != nil { return bytes }
  var text: [UInt8] = []
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var index = 0
  while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid(let scalar):
      text += scalar
      index += scalar.count
    case .error(let length):
      appendPercentEncoded(bytes[index..<(index + length)], to: &text) { _ in false }
      index += length
    case .emptyInput:
      return text
    }
  }
}
