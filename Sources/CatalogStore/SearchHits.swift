/// What a search can find.
public struct SearchTargets: OptionSet, Sendable, Hashable {
  /// One bit a kind.
  public let rawValue: Int

  /// Makes a set from its bits.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Packages, by title, slug and description.
  public static let packages = SearchTargets(rawValue: 1)
  /// Grids, by title, slug and description.
  public static let grids = SearchTargets(rawValue: 2)
}

/// What a search found, the most relevant first.
public struct SearchHits: Sendable {
  /// One find: a row of one of the two batches.
  public struct Hit: Sendable, Hashable {
    /// `package` or `grid`.
    public let entity: Entity
    /// The row in that entity's batch.
    public let row: Int32
  }

  /// The finds in order.
  public let hits: [Hit]
  /// The packages among them.
  public let packages: RecordBatch
  /// The grids among them.
  public let grids: RecordBatch
}
