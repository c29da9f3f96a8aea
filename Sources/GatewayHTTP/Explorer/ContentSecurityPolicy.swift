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
  "'sha256-\(base64(sha256(text.utf8)))'"
}

/// RFC 4648 §4 Base 64 Encoding.
private func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  var text = ""
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = (0..<3).reduce(UInt32(0)) { bits, offset in
      bits << 8 | (offset < group.count ? UInt32(group[start + offset]) : 0)
    }
    for digit in 0...group.count { text.append(digits[Int(bits >> UInt32(18 - 6 * digit) & 63)]) }
    text += String(repeating: "=", count: 3 - group.count)
  }
  return text
}
