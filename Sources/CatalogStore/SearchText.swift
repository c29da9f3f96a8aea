/// What a person typed into a search, as a full-text query.
///
/// All of its words must occur, the last one as a beginning. Nothing in it is an operator
/// (sqlite.org/fts5.html, Full-text Query Syntax).
struct SearchText {
  /// Words that are looked at; those after them are ignored.
  static let wordLimit = 32

  /// The words as typed, without those of punctuation alone.
  private let words: [Substring]
  /// Whether punctuation alone comes behind the last word, so that it is no beginning.
  private let isLastComplete: Bool
  /// Letters and digits at the end of the last word, if all after its last punctuation is ASCII: what
  /// an indexed word may begin with. In the case that the index has.
  let beginning: String?

  init(_ text: String) {
    // U+0000 would end the query.
    let typed = text.split(maxSplits: .max, omittingEmptySubsequences: true) { character in
      character.unicodeScalars.contains { $0.properties.isWhitespace || $0.value == 0 }
    }.prefix(Self.wordLimit)
    words = typed.filter { $0.unicodeScalars.contains(where: Self.isLetterOrDigit) }
    isLastComplete = words.last != typed.last
    beginning = isLastComplete ? nil : words.last.flatMap(Self.beginning(in:))
  }

  /// How many phrases of a query stand before its last word.
  var phrasesBeforeLast: Int { max(words.count - 1, 0) }

  /// The query; finds nothing if the text has no word. SQLite looks up by itself what the last word
  /// begins.
  var query: String {
    guard let last = words.last else { return Self.nothing }
    let end = isLastComplete ? "" : "*"
    let phrases = words.dropLast().map { Self.phrase($0) } + [Self.phrase(last) + end]
    return phrases.joined(separator: " ")
  }

  /// The query with the words that the last one begins; finds nothing if there are none.
  func query(completions: [Completion]) -> String {
    guard let last = words.last, !completions.isEmpty else { return Self.nothing }
    let stem = last.dropLast(beginning?.count ?? 0)
    let alternatives = completions.map { completion in
      switch completion {
      case .word(let word): Self.phrase(stem + word)
      case .beginning(let letters): Self.phrase(stem + letters) + "*"
      }
    }.joined(separator: " OR ")
    if words.count == 1 { return alternatives }
    let others = words.dropLast().map { Self.phrase($0) }.joined(separator: " ")
    return "(\(others)) AND (\(alternatives))"
  }

  /// What the last word of a text may stand for.
  enum Completion: Hashable {
    case word(String)
    /// All words that begin so.
    case beginning(String)
  }

  private static let nothing = "\"\""

  private static func phrase(_ word: Substring) -> String {
    "\""
      + word.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func beginning(in word: Substring) -> String? {
    let end = word.utf8.reversed().prefix { $0 >= 0x80 || isLetterOrDigit(Unicode.Scalar($0)) }
    guard !end.isEmpty, end.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(decoding: end.reversed(), as: UTF8.self).lowercased()
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }
}
