/// One element of an `Accept` list, or a `Content-Type`: a type and its parameters.
///
/// RFC 9110 §8.3.1 Media Type, §12.5.1 Accept.
struct MediaRange {
  /// Type and subtype in lower case, `*` for any.
  let type: Substring
  let subtype: Substring
  /// The `charset` parameter, without quotes.
  private(set) var charset: Substring?
  /// The weight in thousandths, 1000 if none is given. RFC 9110 §12.4.2 Quality Values.
  private(set) var quality = 1000

  /// Reads one element; nil if it is not well-formed.
  init?(_ text: Substring) {
    var parts = splitOutsideQuotes(text, at: ";").makeIterator()
    guard let essence = parts.next() else { return nil }
    let names = essence.lowercased()[...].split(
      separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty else { return nil }
    type = names[0]
    subtype = names[1]
    while let part = parts.next() {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { continue }
      if pair[0].equalsIgnoringCase("charset") {
        charset = unquoted(pair[1])
      } else if pair[0].equalsIgnoringCase("q") {
        guard let weight = parseQuality(pair[1]) else { return nil }
        quality = weight
      }
    }
  }

  /// Whether text in UTF-8 is meant, said or not.
  var isUTF8: Bool {
    guard let charset else { return true }
    return charset.equalsIgnoringCase("utf-8") || charset.equalsIgnoringCase("utf8")
  }
}

/// Parts between separators that are not inside a quoted string, without the blanks around them.
func splitOutsideQuotes(_ text: Substring, at separator: Character) -> [Substring] {
  var parts: [Substring] = []
  var start = text.startIndex
  var isQuoted = false
  var isEscaped = false
  for index in text.indices {
    let character = text[index]
    if isEscaped {
      isEscaped = false
    } else if isQuoted && character == "\\" {
      isEscaped = true
    } else if character == "\"" {
      isQuoted.toggle()
    } else if character == separator && !isQuoted {
      parts.append(trimmed(text[start..<index]))
      start = text.index(after: index)
    }
  }
  parts.append(trimmed(text[start...]))
  return parts
}

/// A text without the blanks and tabs around it.
func trimmed(_ text: Substring) -> Substring {
  var text = text
  while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
  while let last = text.last, last == " " || last == "\t" { text.removeLast() }
  return text
}

private func unquoted(_ text: Substring) -> Substring {
  guard text.count >= 2, text.first == "\"", text.last == "\"" else { return text }
  return text.dropFirst().dropLast()
}

/// `0` to `1` with at most three digits after the point, in thousandths.
func parseQuality(_ text: Substring) -> Int? {
  let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  guard let whole = parts.first, whole == "0" || whole == "1" else { return nil }
  var thousandths = 0
  if parts.count == 2 {
    guard parts[1].utf8.count <= 3 else { return nil }
    var unit = 100
    for digit in parts[1].utf8 {
      guard digit >= 0x30 && digit <= 0x39 else { return nil }
      thousandths += Int(digit - 0x30) * unit
      unit /= 10
    }
  }
  if whole == "1" { return thousandths == 0 ? 1000 : nil }
  return thousandths
}
