import Columns

/// Some records of one entity, column by column; each record once.
///
/// A class, so that it is one reference to hand on, and can be the source of a layer as it is.
public final class RecordBatch: Sendable {
  /// What the records are.
  public let entity: Entity
  /// The records' ids, by row.
  public let ids: [Int64]
  /// The columns that were asked for, by their raw values; nil for the others and for `id`.
  public let columns: [LeafColumn?]

  /// Makes a batch of columns that all have a row per id.
  public init(entity: Entity, ids: [Int64], columns: [LeafColumn?]) {
    self.entity = entity
    self.ids = ids
    self.columns = columns
  }

  /// Makes a batch without records.
  public convenience init(emptyOf entity: Entity) {
    self.init(entity: entity, ids: [], columns: [])
  }

  /// How many records there are.
  public var count: Int { ids.count }

  /// A column that was asked for.
  @inlinable public subscript(column: some EntityColumn) -> LeafColumn {
    precondition(type(of: column).entity == entity, "a column belongs to the batch's entity")
    if column.rawValue == 0 { return .ints(IntColumn(ids)) }
    guard column.rawValue < columns.count, let found = columns[column.rawValue] else {
      preconditionFailure("a column is read only if it was asked for")
    }
    return found
  }
}
