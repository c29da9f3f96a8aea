/// What a person typed into a search, as a full-text query.
///
/// All of its words must occur, the last one as a beginning. Nothing in it is an operator
/// (sqlite.org/fts5.html, Full-text Query Syntax).
struct SearchText {
  /// Words that are looked at; those after them are ignored.
  static let wordLimit = 32

  /// The query; finds nothing if the text has no word.
  let query: String

  init(_ text: String) {
    // U+0000 would end the query.
    let words = text.unicodeScalars.split(maxSplits: .max, omittingEmptySubsequences: true) {
      $0.properties.isWhitespace || $0.value == 0
    }
    let quoted = words.prefix(Self.wordLimit).map { word in
      "\""
        + String(word).split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }
    // Side by side, not joined by AND: a word of punctuation alone is passed over then.
    query = quoted.isEmpty ? "\"\"" : quoted.joined(separator: " ") + "*"
  }
}
