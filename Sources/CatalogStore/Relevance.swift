import SQLite

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How well a row fits a search, as a function for ORDER BY: the lower, the better.
///
/// Okapi BM25 as SQLite's own function has it (sqlite.org/fts5.html, The bm25() function), with two
/// differences. A word's rows are counted up to a limit, since to count those of a common word takes
/// longer than all else. And the words that the last one of a text may stand for are one word.
enum Relevance {
  static let name = "relevance"

  /// Rows from which on a word counts as no more common.
  private static let rowLimit = 20_000
  /// What a match in the title, the slug and the description counts.
  private static let columnWeights = [10.0, 4.0, 1.0]
  /// The parameters k₁ and b.
  private static let saturation = 1.2
  private static let lengthShare = 0.75

  static func register(on connection: Connection) throws(SQLiteError) {
    try connection.registerRanking(name) { first in
      let query = Query(first)
      return { row in query.score(row) }
    }
  }

  /// What is the same for all rows of a query.
  private final class Query {
    /// The phrases from this one on are one word.
    private let last: Int
    private let rarities: [Double]
    private let usualWordCount: Double
    private var frequencies: [Double]

    init(_ row: FullTextRow) {
      let last = row.argument(0)
      let rowCount = Double(row.tableRowCount)
      var rows = [Int](repeating: 0, count: last + 1)
      for phrase in 0..<row.phraseCount {
        let word = min(phrase, last)
        guard rows[word] < rowLimit else { continue }
        rows[word] += row.rowCount(ofPhrase: phrase, limit: rowLimit - rows[word])
      }
      self.last = last
      rarities = rows.map { rows in
        // A word in more than half of all rows still counts a little.
        max(log((rowCount - Double(rows) + 0.5) / (Double(rows) + 0.5)), 1e-6)
      }
      usualWordCount = max(Double(row.tableWordCount) / max(rowCount, 1), 1)
      frequencies = rarities
    }

    func score(_ row: FullTextRow) -> Double {
      for word in frequencies.indices { frequencies[word] = 0 }
      row.forEachMatch { phrase, column in
        frequencies[min(phrase, last)] += columnWeights[column]
      }
      let length = Double(row.wordCount) / usualWordCount
      let dampening = saturation * (1 - lengthShare + lengthShare * length)
      var score = 0.0
      for word in frequencies.indices {
        let frequency = frequencies[word]
        score -= rarities[word] * frequency * (saturation + 1) / (frequency + dampening)
      }
      return score
    }
  }
}
