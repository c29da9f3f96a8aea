/// A list of records for each of some parents. A record in several lists is in the batch once.
public struct RecordLists: Sendable {
  /// Where each parent's entries begin, and at the end how many there are: one more than parents.
  public let offsets: [Int]
  /// The entries: rows of the batch.
  public let rows: [Int32]
  /// The records.
  public let batch: RecordBatch
  /// Per parent, whether there are more on the side where the list was cut.
  public let hasMore: [Bool]
  /// The entries' places, if the query needs them; otherwise empty.
  public let keysets: [Keyset]

  /// The entries of one parent.
  public func entries(of parent: Int) -> Range<Int> {
    offsets[parent]..<offsets[parent + 1]
  }
}
