import SQLite

extension CatalogReader {
  /// From how much likeness on a title or a slug counts as similar; the origin's measure.
  private static let leastSimilarity = 0.2
  /// Shorter texts are like everything or nothing.
  private static let leastCharacters = 3

  /// Packages, and grids, that a text is compared with: the newest. Each takes some two microseconds, and
  /// the real catalog has half as many.
  static let comparedLimit = 10_000

  /// Packages and grids whose title or slug is like a text, the most alike first, as row ids of the
  /// search index. Goes through the titles and slugs of the newest ``comparedLimit`` of each, within a
  /// lookup that has begun.
  func similarRows(
    to text: String, in targets: SearchTargets, except found: Set<Int64>
  ) throws(SQLiteError) -> [Int64] {
    guard text.count >= Self.leastCharacters else { return [] }
    let trigrams = Trigrams(text.utf8)
    var similarities: [Int64: Double] = [:]
    for (target, entity, bit) in [
      (SearchTargets.packages, Entity.package, 0), (.grids, .grid, 1),
    ] where targets.contains(target) {
      let cached = try statement(
        for: """
          SELECT id * 2 + \(bit), title, slug FROM \(entity.table) \
          ORDER BY id DESC LIMIT \(Self.comparedLimit)
          """)
      try run(cached) { row in
        let similarity = max(
          similarity(of: trigrams, to: row, at: 1), similarity(of: trigrams, to: row, at: 2))
        if similarity >= Self.leastSimilarity { similarities[row.integer(at: 0)] = similarity }
        return true
      }
    }
    return similarities.filter { !found.contains($0.key) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map(\.key)
  }

  private func similarity(
    of trigrams: Trigrams, to row: borrowing Statement, at column: Int
  ) -> Double {
    row.withText(at: column) { bytes in
      bytes.map { trigrams.similarity(to: Trigrams($0)) } ?? 0
    }
  }
}
