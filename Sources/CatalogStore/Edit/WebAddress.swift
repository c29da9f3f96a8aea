/// What an edit accepts as a URL: `http` or `https` in any case, a host and perhaps a port, and what
/// follows without blanks and control characters. RFC 3986 §3 Syntax Components; letters of any
/// script may stand in it, as the origin allows.
enum WebAddress {
  /// The longest URL, in characters.
  static let characterLimit = 200

  /// Whether a text is such a URL.
  static func isValid(_ text: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: { hasPrefix($0, text) }) else {
      return false
    }
    let rest = text.unicodeScalars.dropFirst(scheme.unicodeScalars.count)
    guard rest.allSatisfy(isVisible) else { return false }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    // What stands before an @ is a user's name; a host follows it all the same.
    let hostAndPort = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] }
    return isHostAndPort(hostAndPort ?? authority)
  }

  private static func hasPrefix(_ prefix: String, _ text: String) -> Bool {
    text.utf8.prefix(prefix.utf8.count).map(lowercasedASCII).elementsEqual(prefix.utf8)
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
      && !"<>\"\\^`{|}".unicodeScalars.contains(scalar)
  }

  private static func isHostAndPort(
    _ text: Substring.UnicodeScalarView.SubSequence
  ) -> Bool {
    if text.first == "[" {
      guard let end = text.firstIndex(of: "]") else { return false }
      let address = text[text.index(after: text.startIndex)..<end]
      let isAddress = address.contains(":") && address.allSatisfy(isHexDigitOrColonOrDot)
      return isAddress && isPort(text[text.index(after: end)...])
    }
    let host = text.prefix { $0 != ":" }
    return isHost(host) && isPort(text[host.endIndex...])
  }

  private static func isHexDigitOrColonOrDot(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isASCIIHexDigit || scalar == ":" || scalar == "."
  }

  /// Labels with dots between them, and perhaps one at the end.
  private static func isHost(_ host: Substring.UnicodeScalarView.SubSequence) -> Bool {
    let labels = (host.last == "." ? host.dropLast() : host)
      .split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      !label.isEmpty && label.count <= 63 && label.first != "-" && label.last != "-"
        && label.allSatisfy {
          !$0.isASCII || $0 == "-" || $0 == "_" || $0.properties.isAlphabetic
            || $0.properties.numericType == .decimal
        }
    }
  }

  /// Nothing, or a colon and a number of 16 bits.
  private static func isPort(_ text: Substring.UnicodeScalarView.SubSequence) -> Bool {
    guard let colon = text.first else { return true }
    let digits = String(String.UnicodeScalarView(text.dropFirst()))
    return colon == ":" && (1...5).contains(digits.utf8.count)
      && digits.utf8.allSatisfy { 0x30...0x39 ~= $0 } && UInt16(digits) != nil
  }
}
