/// Which pages of other origins a browser lets read our answers. Fetch Standard, "CORS protocol".
public struct CORSPolicy: Sendable, Equatable {
  /// The origins of pages.
  public enum Origins: Sendable, Equatable {
    /// Every page there is.
    case any
    case these(Set<WebOrigin>)
  }

  /// Whose pages may read.
  public let origins: Origins
  /// Whether pages may have the browser send what it knows of the user, cookies among it.
  public let allowsCredentials: Bool

  /// Nil if all origins were to have credentials: then any page could act for every user.
  public init?(origins: Origins, allowsCredentials: Bool = false) {
    if case .any = origins, allowsCredentials { return nil }
    self.origins = origins
    self.allowsCredentials = allowsCredentials
  }
}

/// A scheme, a host and perhaps a port, as a browser writes them. RFC 6454 §6.2 ASCII Serialization of
/// an Origin.
public struct WebOrigin: Sendable, Hashable {
  let text: String

  /// Reads `https://example.org` or `http://localhost:3000`; nil for what no browser could send.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasPrefix("//"), isScheme(parts[0]),
      isHostAndPort(String(parts[1].dropFirst(2)))
    else { return nil }
    self.text = text.lowercased()
  }
}

/// RFC 3986 §3.1 Scheme.
private func isScheme(_ text: Substring) -> Bool {
  guard let first = text.utf8.first, 0x61...0x7A ~= first | 0x20 else { return false }
  return text.utf8.allSatisfy { byte in
    0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte || "+-.".utf8.contains(byte)
  }
}

extension CORSPolicy {
  /// What the field that names the pages who may read says to a page of `origin`; nil if it may not.
  func allowedOrigin(for origin: String) -> String? {
    switch origins {
    case .any: "*"
    case .these(let origins):
      // Browsers send lower case; whoever else asks gets back what was configured.
      WebOrigin(origin).flatMap { origins.contains($0) ? $0.text : nil }
    }
  }

  /// Whether what an answer says depends on who asks.
  var variesByOrigin: Bool { origins != .any }
}
