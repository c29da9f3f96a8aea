/// Slugs: the lower-case letters a to z, digits, hyphens and underscores.
enum Slug {
  /// The longest slug, in characters; a title has no more, so that each can have its own.
  static let characterLimit = 100

  /// A given slug in lower case; nil if it has other characters, or none.
  static func normalized(_ text: String) -> String? {
    guard !text.isEmpty, text.utf8.allSatisfy(isAllowed) else { return nil }
    return lowercased(text)
  }

  /// The slug that the origin's forms make of a title: accents taken off, all in lower case, other
  /// characters than letters, digits, underscores, hyphens and blanks dropped, and runs of blanks and
  /// hyphens made one hyphen, none at either end. Nil if nothing is left.
  ///
  /// The origin decomposes by NFKD (Unicode Standard Annex 15) and drops what is no ASCII. Without
  /// its tables, a letter's base is read from its name: `LATIN SMALL LETTER E WITH ACUTE`. What
  /// NFKD makes of other compatibility characters (ligatures, superscripts, full-width letters) is
  /// not made here; they are dropped.
  static func made(from title: String) -> String? {
    var bytes: [UInt8] = []
    for scalar in title.unicodeScalars {
      guard let byte = base(of: scalar) else { continue }
      let isSeparator = byte == hyphen || isBlank(byte)
      if isSeparator {
        if bytes.last != hyphen { bytes.append(hyphen) }
      } else if isAllowed(byte) {
        bytes.append(lowercasedASCII(byte))
      }
    }
    let isEdge = { (byte: UInt8) in byte == hyphen || byte == underscore }
    let trimmed = bytes.drop(while: isEdge).reversed().drop(while: isEdge).reversed()
    guard !trimmed.isEmpty else { return nil }
    return String(decoding: Array(trimmed), as: UTF8.self)
  }

  private static let hyphen = UInt8(ascii: "-")
  private static let underscore = UInt8(ascii: "_")

  private static func lowercased(_ text: String) -> String {
    String(decoding: text.utf8.map(lowercasedASCII), as: UTF8.self)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen, underscore:
      true
    default: false
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || 0x09...0x0D ~= byte || 0x1C...0x1F ~= byte
  }

  /// The ASCII character that a character is, or is with accents; nil if it is none.
  private static func base(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value) }
    // A no-break space is a blank with a compatibility mark.
    if scalar.value == 0xA0 { return 0x20 }
    guard let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ")
    guard words.count >= 6, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count == 1,
      words[4] == "WITH", let letter = words[3].utf8.first
    else { return nil }
    let marks = name.split(separator: " WITH ", maxSplits: 1)[1].split(separator: " AND ")
    guard marks.allSatisfy({ accents.contains(String($0)) }) else { return nil }
    return letter
  }

  /// Marks that Unicode decomposes; a stroke, a hook or a tail it does not.
  private static let accents: Set<String> = [
    "ACUTE", "BREVE", "BREVE BELOW", "CARON", "CEDILLA", "CIRCUMFLEX", "CIRCUMFLEX BELOW",
    "COMMA BELOW", "DIAERESIS", "DIAERESIS BELOW", "DOT ABOVE", "DOT BELOW", "DOUBLE ACUTE",
    "DOUBLE GRAVE", "GRAVE", "HOOK ABOVE", "HORN", "INVERTED BREVE", "LINE BELOW", "MACRON",
    "OGONEK", "RING ABOVE", "RING BELOW", "TILDE", "TILDE BELOW",
  ]
}
