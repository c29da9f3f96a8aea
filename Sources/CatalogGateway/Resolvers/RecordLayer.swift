import CatalogStore
import Columns
import GraphQLExecution

/// The objects of a layer that are records of the store: one batch, a row an object.
final class RecordLayer {
  let batch: RecordBatch

  init(_ batch: RecordBatch) {
    self.batch = batch
  }

  var contents: LayerContents { LayerContents(count: batch.count, source: self) }

  /// One record per parent, -1 for null.
  func column(rows: [Int32]) -> Column {
    .objects(ObjectColumn(rows: rows, contents: contents))
  }
}

extension RecordLists {
  /// A list of records per parent.
  var column: Column {
    .list(ListColumn(offsets: offsets, elements: RecordLayer(batch).column(rows: rows)))
  }
}

extension FieldCall {
  /// The records that the field belongs to.
  var records: RecordBatch { source(as: RecordLayer.self).batch }

  /// What the selections below the field read of an entity.
  func columns(_ lookahead: Lookahead? = nil) -> ColumnSet {
    ColumnSet(rawValue: (lookahead ?? self.lookahead).requirements)
  }
}
