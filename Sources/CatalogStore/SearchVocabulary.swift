import SQLite

/// The words that the full-text index has, in the order of their bytes
/// (sqlite.org/fts5.html, The fts5vocab Virtual Table Module).
///
/// SQLite gathers the rows of all words with a beginning before it gives the first of them, unless the
/// beginning has two or three letters, for which the index has lists of their own: a sixth of a second
/// for a word that five million packages have. Queries for words themselves begin at once. So the words
/// with a beginning are looked up here.
enum SearchVocabulary {
  /// Words, or beginnings, that a query may have for its last word; where there are more, SQLite gathers.
  static let completionLimit = 48

  /// Makes the table for a connection; it is a view, and temporary.
  static func attach(to connection: Connection) throws(SQLiteError) {
    try connection.execute(
      """
      CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words
        USING fts5vocab (main, search_index, instance)
      """)
  }

  static let nextWord = "SELECT term FROM temp.search_words WHERE term >= ?1 LIMIT 1"

  /// Texts whose completions a reader remembers, and bytes of one.
  static let rememberedLimit = 1_024
  static let rememberedBytes = 64

  /// Letters for which the index has lists of what begins so.
  static let indexedBeginnings = 2...3
}

extension CatalogReader {
  /// The query for a text, whose last word is completed here where it would take SQLite long.
  func query(_ text: SearchText) throws(SQLiteError) -> String {
    guard let beginning = text.beginning,
      !SearchVocabulary.indexedBeginnings.contains(beginning.count),
      let completions = try completions(of: beginning)
    else { return text.query }
    return text.query(completions: completions)
  }

  /// The words with a beginning; for a single letter the beginnings with one more; nil if there are too
  /// many.
  ///
  /// They are remembered until the file changes. What comes behind a word is found by going through all
  /// pages of its rows: nine thousand, and 10 ms, for a word that five million packages have.
  private func completions(
    of beginning: String
  ) throws(SQLiteError) -> [SearchText.Completion]? {
    if let known = try rememberedCompletions?.answer(to: beginning) { return known }
    let completions = try readCompletions(of: beginning)
    if let completions, beginning.utf8.count <= SearchVocabulary.rememberedBytes {
      try rememberedCompletions?.remember(
        completions, to: beginning, bytes: beginning.utf8.count)
    }
    return completions
  }

  private func readCompletions(
    of beginning: String
  ) throws(SQLiteError) -> [SearchText.Completion]? {
    var completions: [SearchText.Completion] = []
    var place = beginning
    while let word = try word(from: place), word.hasPrefix(beginning) {
      guard completions.count < SearchVocabulary.completionLimit else { return nil }
      if beginning.unicodeScalars.count > 1 || word == beginning {
        completions.append(.word(word))
        // Beyond all entries of the word: no word has a character before the blank.
        place = word + "\u{1}"
      } else {
        let letters = String(String.UnicodeScalarView(word.unicodeScalars.prefix(2)))
        completions.append(.beginning(letters))
        place = letters + "\u{10FFFF}"
      }
    }
    return completions
  }

  /// The first word that is not before a place.
  private func word(from place: String) throws(SQLiteError) -> String? {
    let cached = try statement(for: SearchVocabulary.nextWord)
    try cached.statement.bind(place, at: 1)
    var word: String?
    try run(cached) { row in
      word = row.text(at: 0)
      return false
    }
    return word
  }
}
