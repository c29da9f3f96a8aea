import CatalogStore
import Columns
import GraphQLExecution

extension RecordBatch {
  /// The records as the objects of a layer, a row an object; what its resolvers read.
  var contents: LayerContents { LayerContents(count: count, source: self) }

  /// One record per parent, -1 for null.
  func column(rows: [Int32]) -> Column {
    .objects(ObjectColumn(rows: rows, contents: contents))
  }
}

extension RecordLists {
  /// A list of records per parent.
  var column: Column {
    .list(ListColumn(offsets: offsets, elements: batch.column(rows: rows)))
  }
}

extension FieldCall {
  /// The records that the field belongs to.
  var records: RecordBatch { source(as: RecordBatch.self) }

  /// What the selections below the field read of an entity.
  func columns(_ lookahead: Lookahead? = nil) -> ColumnSet {
    ColumnSet(rawValue: (lookahead ?? self.lookahead).requirements)
  }
}
