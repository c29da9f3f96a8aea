import CatalogStore
import Columns
import GraphQLExecution

/// A field that is a column of its record.
func column<Column: EntityColumn>(_ column: Column) -> FieldResolver {
  FieldResolver(requires: ColumnSet([column]).rawValue, faults: .none) { call in
    .leaf(call.records[column])
  }
}

/// The plain id, as text.
func plainIDs() -> FieldResolver {
  FieldResolver(faults: .none) { call in
    .leaf(.encoded(EncodedColumn(ids: call.records.ids)))
  }
}

/// The global id.
func nodeIDs() -> FieldResolver {
  FieldResolver(faults: .none) { call in
    let batch = call.records
    return .leaf(
      .encoded(EncodedColumn(batch.ids.map { NodeID(entity: batch.entity, id: $0).text })))
  }
}

/// A to-one relation: the records that a column of ids names, in one lookup.
func reference<Column: EntityColumn>(_ column: Column, to entity: Entity) -> FieldResolver {
  // A foreign key finds its record wherever it is not null.
  FieldResolver(requires: ColumnSet([column]).rawValue, faults: .none) { call in
    guard case .ints(let ids) = call.records[column] else {
      preconditionFailure("\(column) holds no ids")
    }
    return try call.catalog.references(to: entity, ids, columns: call.columns())
  }
}

extension CatalogReader {
  fileprivate func references(
    to entity: Entity, _ ids: IntColumn, columns: ColumnSet
  ) throws -> Column {
    guard ids.nulls.count > 0 else {
      let (batch, rows) = try records(entity, ids: ids.values, columns: columns)
      return batch.column(rows: rows)
    }
    let present = ids.values.indices.filter { !ids.nulls[$0] }
    let (batch, found) = try records(
      entity, ids: present.map { ids.values[$0] }, columns: columns)
    var rows = Array(repeating: Int32(-1), count: ids.values.count)
    for (index, row) in zip(present, found) { rows[index] = row }
    return batch.column(rows: rows)
  }
}

/// A to-many relation that takes no arguments.
func list(_ relation: Relation) -> FieldResolver {
  FieldResolver(faults: .none, givesWindows: true) { call in
    try call.lists(relation, ListQuery())
  }
}

/// A to-many relation with `filter`, `orderBy`, `first` and `offset`.
func list(_ relation: Relation, as listing: Listing) -> FieldResolver {
  FieldResolver(faults: listing.faults, givesWindows: true) { call in
    try call.lists(relation, listing.query(call.arguments))
  }
}

/// How many there are in a to-many relation.
func count(_ relation: Relation) -> FieldResolver {
  FieldResolver(faults: .none) { call in
    let counts = try call.catalog.counts(relation, of: call.records.ids, filter: nil)
    return .leaf(.ints(IntColumn(counts)))
  }
}
