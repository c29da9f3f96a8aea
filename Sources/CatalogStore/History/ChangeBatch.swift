import Columns

/// Some changes of the catalog, column by column; each change once.
public struct ChangeBatch: Sendable {
  /// The revisions, by row.
  public internal(set) var revisions: [Int64] = []
  /// When; texts.
  public internal(set) var times = EncodedColumn()
  /// Who, or null; texts.
  public internal(set) var actors = EncodedColumn()
  /// What was done, by row.
  public internal(set) var actions: [ChangeAction] = []
  /// What it was done to, by row; nil for an import.
  public internal(set) var subjects: [ChangeSubject?] = []
  /// What an import did, in words, or null; texts.
  public internal(set) var summaries = EncodedColumn()
  /// The fields that were touched, of all rows.
  public internal(set) var fields = FieldChangeColumns()
  /// For each row, the place after its last field.
  public internal(set) var fieldEnds: [Int] = []

  /// How many changes there are.
  public var count: Int { revisions.count }

  /// The places of a row's fields.
  public func fieldRange(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : fieldEnds[row - 1])..<fieldEnds[row]
  }
}

/// What a change was done to; it may be gone by now.
public struct ChangeSubject: Sendable, Hashable {
  /// What it is.
  public let entity: Entity
  /// Its id.
  public let id: Int64
}

/// Fields of changes, column by column.
public struct FieldChangeColumns: Sendable {
  /// The fields' names; texts.
  public internal(set) var names = EncodedColumn()
  /// The values before, texts that hold JSON; null for an object that was made.
  public internal(set) var before = EncodedColumn()
  /// The values after, texts that hold JSON; null for an object that is gone.
  public internal(set) var after = EncodedColumn()
}

/// A list of changes for each of several objects.
public struct ChangeLists: Sendable {
  /// For each object, the place of its list's first entry, and after all the number of entries.
  public let offsets: [Int]
  /// The entries, as rows of the batch.
  public let rows: [Int32]
  /// The changes.
  public let batch: ChangeBatch

  /// The places of an object's entries.
  public func entries(of object: Int) -> Range<Int> { offsets[object]..<offsets[object + 1] }
}
