import CatalogGateway
import Crypto

/// What a page may load and do; whatever is not listed it may not. Content Security Policy Level 3.
struct ContentSecurityPolicy {
  /// The directives in order, each with its sources.
  private var directives: [(name: String, sources: [String])]

  /// A policy for a page that nobody may frame, that sends no forms, and that asks no host but ours
  /// for data.
  init(scripts: [String], styles: [String], images: [String]) {
    directives = [
      ("default-src", ["'none'"]), ("script-src", scripts), ("style-src", styles),
      ("img-src", images), ("connect-src", ["'self'"]), ("base-uri", ["'none'"]),
      ("form-action", ["'none'"]), ("frame-ancestors", ["'none'"]),
    ]
  }

  /// Adds a directive.
  mutating func add(_ name: String, _ sources: String...) {
    directives.append((name, sources))
  }

  /// The value of the field `Content-Security-Policy`.
  var text: String {
    directives.map { ([$0.name] + $0.sources).joined(separator: " ") }.joined(separator: "; ")
  }
}

/// The source that allows exactly one inline text.
func hashSource(of text: String) -> String {
  "'sha256-\(encodeBase64(sha256(text.utf8)))'"
}

/// The SHA-256 digest of some bytes, 32 bytes. FIPS 180-4 §6.2 SHA-256.
func sha256(_ message: some Collection<UInt8>) -> [UInt8] {
  Array(SHA256.hash(data: Array(message)))
}
