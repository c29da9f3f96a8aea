/// Adds text as HTML shows it.
func appendHTML(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
  for byte in text {
    switch byte {
    case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): output.append(contentsOf: "&#x27;".utf8)
    default: output.append(byte)
    }
  }
}

/// A text as HTML shows it.
func html(_ text: String) -> String {
  var escaped: [UInt8] = []
  appendHTML(text.utf8, to: &escaped)
  return String(decoding: escaped, as: UTF8.self)
}

/// Adds a JSON text as HTML, its URLs as links.
///
/// A URL begins with its scheme after anything but a letter or digit, and ends before white space, a
/// quote, an escape or an angle bracket; punctuation at its end is not part of it.
func appendLinkedHTML(_ json: [UInt8], to output: inout [UInt8]) {
  output.reserveCapacity(output.count + json.count * 2)
  var copied = 0
  var index = 0
  while let start = json[index...].firstIndex(of: UInt8(ascii: "h")) {
    index = start + 1
    let isInWord = start > 0 && isLetterOrDigit(json[start - 1])
    guard !isInWord, let schemeEnd = endOfScheme(json, at: start) else { continue }
    var end = json[schemeEnd...].firstIndex(where: endsURL) ?? json.endIndex
    while end > schemeEnd, isPunctuation(json[end - 1]) { end -= 1 }
    guard end > schemeEnd else { continue }
    appendHTML(json[copied..<start], to: &output)
    output.append(contentsOf: "<a href=\"".utf8)
    appendHTML(json[start..<end], to: &output)
    output.append(contentsOf: "\" rel=\"nofollow\">".utf8)
    appendHTML(json[start..<end], to: &output)
    output.append(contentsOf: "</a>".utf8)
    copied = end
    index = end
  }
  appendHTML(json[copied...], to: &output)
}

private func endOfScheme(_ text: [UInt8], at start: Int) -> Int? {
  for scheme in ["https://", "http://"] where text[start...].starts(with: scheme.utf8) {
    return start + scheme.utf8.count
  }
  return nil
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  byte >= 0x80 || 0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20
}

private func endsURL(_ byte: UInt8) -> Bool {
  byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
}

private func isPunctuation(_ byte: UInt8) -> Bool {
  ".,:;!)]".utf8.contains(byte)
}
