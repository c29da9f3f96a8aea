/// An http or https URL, in the parts that following links takes. RFC 3986 §3 Syntax Components.
public struct OriginURL: Sendable, Hashable {
  /// How it is asked.
  public enum Scheme: String, Sendable, Hashable {
    case http
    case https

    /// The port of a URL that names none.
    var port: Int {
      switch self {
      case .http: 80
      case .https: 443
      }
    }
  }

  /// How it is asked.
  public let scheme: Scheme
  /// A name or an address, in lower case.
  public let host: String
  /// The port, named or not.
  public let port: Int
  /// What follows the port: a path, never empty, and a query.
  public let target: String

  /// Reads a URL; nil if it is none of http or https, names a user, or has characters that a URL
  /// has not. A fragment is dropped.
  public init?(_ text: String) {
    guard text.utf8.allSatisfy(Self.isAllowed), let colon = text.firstRange(of: "://"),
      let scheme = Scheme(rawValue: text[..<colon.lowerBound].lowercased())
    else { return nil }
    let rest = text[colon.upperBound...].prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard let (host, port) = Self.hostAndPort(authority) else { return nil }
    let target = rest[authority.endIndex...]
    self.init(
      scheme: scheme, host: host, port: port ?? scheme.port,
      target: target.hasPrefix("/") ? String(target) : "/" + target)
  }

  private init(scheme: Scheme, host: String, port: Int, target: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.target = target
  }

  /// Visible ASCII but for the characters that a URL writes in percent.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    0x21...0x7E ~= byte && !"\"<>\\^`{|}".utf8.contains(byte)
  }

  /// RFC 3986 §3.2 Authority, without a user.
  private static func hostAndPort(_ authority: Substring) -> (host: String, port: Int?)? {
    guard !authority.contains("@") else { return nil }
    let end =
      authority.hasPrefix("[") ? authority.firstIndex(of: "]").map(authority.index(after:)) : nil
    let host = authority[..<(end ?? authority.firstIndex(of: ":") ?? authority.endIndex)]
    let rest = authority[host.endIndex...]
    guard !host.isEmpty, host.first != "[" || end != nil else { return nil }
    guard !rest.isEmpty else { return (host.lowercased(), nil) }
    guard rest.first == ":" else { return nil }
    let digits = rest.dropFirst()
    if digits.isEmpty { return (host.lowercased(), nil) }
    guard digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let port = Int(digits), 1...65535 ~= port
    else { return nil }
    return (host.lowercased(), port)
  }
}

extension OriginURL {
  /// The beginning that all URLs of this scheme, host and port share, `/` included.
  public var beginning: String {
    let portText = port == scheme.port ? "" : ":\(port)"
    return "\(scheme.rawValue)://\(host)\(portText)/"
  }

  /// Whether both have the same scheme, host and port. RFC 6454 §5 Comparing Origins.
  func hasSameOrigin(as other: OriginURL) -> Bool {
    scheme == other.scheme && host == other.host && port == other.port
  }

  /// Whether an answer from here may send a client there: within the origin, or from http to https
  /// on the same host, both at their usual ports.
  func mayRedirect(to other: OriginURL) -> Bool {
    hasSameOrigin(as: other)
      || host == other.host && scheme == .http && other.scheme == .https
        && port == scheme.port && other.port == other.scheme.port
  }

  /// The URL that a reference on this page means; nil if it means none.
  ///
  /// RFC 3986 §5.2 Relative Resolution, but for dot segments, which are left to the server.
  func resolve(_ reference: String) -> OriginURL? {
    if reference.contains("://"), let absolute = OriginURL(reference) { return absolute }
    if reference.hasPrefix("//") { return OriginURL("\(scheme.rawValue):\(reference)") }
    if reference.hasPrefix("/") { return OriginURL(beginning + reference.dropFirst()) }
    let path = target.prefix { $0 != "?" }
    if reference.hasPrefix("?") { return OriginURL(beginning + path.dropFirst() + reference) }
    // Any other scheme ends before the first slash.
    guard !reference.prefix(while: { $0 != "/" && $0 != "?" }).contains(":") else { return nil }
    let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
    return OriginURL(beginning + folder.dropFirst() + reference)
  }

  /// The first page of a list, of so many objects; another `limit` or `offset` is dropped.
  func firstPage(ofSize size: Int) -> OriginURL {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let query = parts.count > 1 ? parts[1].split(separator: "&") : []
    let kept = query.filter { !$0.hasPrefix("limit=") && !$0.hasPrefix("offset=") }
    let items = kept.map(String.init) + ["limit=\(size)"]
    return OriginURL(
      scheme: scheme, host: host, port: port,
      target: "\(parts[0])?\(items.joined(separator: "&"))")
  }
}

extension OriginURL: CustomStringConvertible {
  /// The whole URL.
  public var description: String { beginning + target.dropFirst() }
}
