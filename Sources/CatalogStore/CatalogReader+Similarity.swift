import SQLite

extension CatalogReader {
  /// From how much likeness on a title or a slug counts as similar; the origin's measure.
  private static let leastSimilarity = 0.2
  /// Shorter texts are like everything or nothing.
  private static let leastCharacters = 3

  /// Packages and grids whose title or slug is like a text, the most alike first, as row ids of the
  /// search index. Goes through all titles and slugs, within a lookup that has begun.
  func similarRows(
    to text: String, in targets: SearchTargets, except found: Set<Int64>
  ) throws(SQLiteError) -> [Int64] {
    guard text.count >= Self.leastCharacters else { return [] }
    let trigrams = Trigrams(text.utf8)
    var similarities: [Int64: Double] = [:]
    for (target, entity, bit) in [
      (SearchTargets.packages, Entity.package, 0), (.grids, .grid, 1),
    ] where targets.contains(target) {
      for column in ["title", "slug"] {
        let cached = try statement(
          for: "SELECT id * 2 + \(bit), \(column) FROM \(entity.table)")
        try run(cached) { row in
          let similarity = row.withText(at: 1) { bytes in
            bytes.map { trigrams.similarity(to: Trigrams($0)) } ?? 0
          }
          if similarity >= Self.leastSimilarity {
            similarities[row.integer(at: 0), default: 0] = max(
              similarity, similarities[row.integer(at: 0)] ?? 0)
          }
          return true
        }
      }
    }
    return similarities.filter { !found.contains($0.key) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map(\.key)
  }
}
