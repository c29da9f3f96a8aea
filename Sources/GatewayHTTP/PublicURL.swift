/// The URL under which clients reach the server: a scheme, an authority, and perhaps a path before
/// every path of the server.
public struct PublicURL: Sendable, Hashable {
  /// Scheme and authority: `https://djangopackages.org`.
  public let origin: String
  /// The path in front of ours, without a slash at its end; empty for none.
  public let path: String

  /// Reads an absolute URL with the scheme `http` or `https`.
  ///
  /// Nil if it is not one, or if it has a query, a fragment, a user, or characters that may not stand
  /// in a URL.
  public init?(_ text: String) {
    let schemes = ["https://", "http://"]
    guard let scheme = schemes.first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
    let rest = text.utf8.dropFirst(scheme.utf8.count)
    let authority = rest.prefix { $0 != UInt8(ascii: "/") }
    var path = rest[authority.endIndex...]
    while path.last == UInt8(ascii: "/") { path = path.dropLast() }
    let encoded = percentEncodedPath(percentDecoded(path))
    guard encoded.elementsEqual(path) else { return nil }
    self.init(
      scheme: String(scheme.dropLast(3)), authority: "\(Substring(authority))",
      path: "\(Substring(path))")
  }

  /// Nil if the authority is no host with or without a port. RFC 3986 §3.2 Authority.
  init?(scheme: String, authority: String, path: String = "") {
    guard isHostAndPort(authority) else { return nil }
    origin = "\(scheme)://\(authority)"
    self.path = path
  }
}

/// Whether a text is a name, an IPv4 address or an IPv6 address in brackets, and perhaps a port.
func isHostAndPort(_ text: String) -> Bool {
  var rest = text.utf8[...]
  if rest.first == UInt8(ascii: "[") {
    guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return false }
    let address = rest[..<end].dropFirst()
    guard address.contains(UInt8(ascii: ":")), address.allSatisfy(isAddressByte) else {
      return false
    }
    rest = rest[end...].dropFirst()
  } else {
    let name = rest.prefix(while: isNameByte)
    guard !name.isEmpty else { return false }
    rest = rest.dropFirst(name.count)
  }
  guard let colon = rest.popFirst() else { return true }
  return colon == UInt8(ascii: ":") && !rest.isEmpty && rest.allSatisfy(isDigit)
}

private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

private func isNameByte(_ byte: UInt8) -> Bool {
  isDigit(byte) || 0x61...0x7A ~= byte | 0x20 || byte == UInt8(ascii: ".")
    || byte == UInt8(ascii: "-")
}

private func isAddressByte(_ byte: UInt8) -> Bool {
  hexValue(byte) != nil || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
}
