/// What caches may do with an answer: a list of directives. RFC 9111 §5.2 Cache-Control.
public struct CacheControl: Sendable, Hashable {
  /// The list as it stands in a field.
  public let text: String

  /// Reads a list of directives, such as `public, max-age=60`.
  ///
  /// Nil if it is empty or not well-formed, or if a directive that takes seconds has none; directives
  /// that nobody has heard of are allowed. RFC 9111 §5.2.3 Extension Directives.
  public init?(_ text: String) {
    let directives = splitOutsideQuotes(text[...], at: ",")
    guard directives.allSatisfy(isDirective) else { return nil }
    self.text = directives.joined(separator: ", ")
  }

  private init(known text: String) {
    self.text = text
  }

  /// It may be kept, and asked for anew each time, which costs a 304 as long as it holds.
  static let revalidated = CacheControl(known: "no-cache")
  /// The same for who has shown a token: for nobody else.
  static let privatelyRevalidated = CacheControl(known: "private, no-cache")
  /// It may be kept nowhere.
  static let neverStored = CacheControl(known: "no-store")
}

/// `token`, `token=token` or `token="text"`; RFC 9111 §5.2 Cache-Control.
private func isDirective(_ text: Substring) -> Bool {
  let pair = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
  guard let name = pair.first, isToken(name) else { return false }
  let takesSeconds = [
    "max-age", "s-maxage", "stale-while-revalidate", "stale-if-error",
  ].contains { (known: StaticString) in name.equalsIgnoringCase(known) }
  guard pair.count == 2 else { return !takesSeconds }
  // Nine digits are thirty years, and fit every cache's integer. RFC 9111 §1.2.2 Delta Seconds.
  if takesSeconds { return 1...9 ~= pair[1].utf8.count && pair[1].utf8.allSatisfy(isDigit) }
  return isToken(pair[1]) || isQuotedString(pair[1])
}

private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

/// RFC 9110 §5.6.4 Quoted Strings; of ASCII alone, and without a quote inside.
private func isQuotedString(_ text: Substring) -> Bool {
  let quote = UInt8(ascii: "\"")
  guard text.utf8.count >= 2, text.utf8.first == quote, text.utf8.last == quote else {
    return false
  }
  return text.utf8.dropFirst().dropLast().allSatisfy { byte in
    0x20...0x7E ~= byte && byte != quote && byte != UInt8(ascii: "\\")
  }
}
