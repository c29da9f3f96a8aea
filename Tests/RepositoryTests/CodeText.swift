/// Swift source with the content of comments and string literals blanked, line by line as it was.
///
/// What is left can be searched for words of the language without being misled by prose. It knows
/// line and block comments, plain, raw and multi-line strings; interpolations are blanked too.
func codeText(of source: String) -> String {
  var blanker = Blanker(bytes: Array(source.utf8))
  while blanker.position < blanker.bytes.count { blanker.advance() }
  return String(decoding: blanker.bytes, as: UTF8.self)
}

/// Walks over source text and turns what is not code into spaces.
private struct Blanker {
  var bytes: [UInt8]
  var position = 0

  /// Passes one comment, one string literal or one byte of code.
  mutating func advance() {
    switch bytes[position] {
    case UInt8(ascii: "/") where starts(with: "//"): blank(until: "\n")
    case UInt8(ascii: "/") where starts(with: "/*"): blank(until: "*/")
    case UInt8(ascii: "\""), UInt8(ascii: "#"): blankString()
    default: position += 1
    }
  }

  /// A string literal; a `#` that opens none, as in `#expect`, is code.
  private mutating func blankString() {
    let hashes = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
    let delimiter = String(repeating: "#", count: hashes)
    position += hashes
    guard starts(with: "\"") else { return }
    let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
    position -= hashes
    blank(hashes + quote.utf8.count)
    while position < bytes.count, !starts(with: quote + delimiter) {
      blank(starts(with: "\\" + delimiter) ? 2 + hashes : 1)
    }
    blank(quote.utf8.count + hashes)
  }

  private mutating func blank(until end: String) {
    while position < bytes.count, !starts(with: end) { blank(1) }
    if end != "\n" { blank(end.utf8.count) }
  }

  private mutating func blank(_ count: Int) {
    for index in position..<min(position + count, bytes.count)
    where bytes[index] != UInt8(ascii: "\n") {
      bytes[index] = UInt8(ascii: " ")
    }
    position = min(position + count, bytes.count)
  }

  private func starts(with text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }
}
