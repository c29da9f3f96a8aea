import CatalogStore
import Columns
import GraphQLExecution

/// The objects of a layer that are changes: one batch, a row a change.
final class ChangeLayer {
  let batch: ChangeBatch

  init(_ batch: ChangeBatch) {
    self.batch = batch
  }

  /// One change per parent, -1 for null.
  func column(rows: [Int32]) -> Column {
    .objects(
      ObjectColumn(
        rows: rows, contents: LayerContents(count: batch.revisions.count, source: self)))
  }
}

/// `Query.changes`: what happened after a revision, in one lookup.
func changesField() -> FieldResolver {
  FieldResolver { call in
    let batch = try call.catalog.changes(
      since: call.arguments.revision("since"), first: call.arguments.count("first") ?? Int.max)
    let rows = batch.revisions.indices.map { Int32($0) }
    return .list(
      ListColumn(offsets: [0, rows.count], elements: ChangeLayer(batch).column(rows: rows)))
  }
}

/// What happened to each of the records, in one lookup.
func history(of entity: Entity) -> FieldResolver {
  FieldResolver { call in
    let lists = try call.catalog.histories(
      of: entity, ids: call.records.ids, since: call.arguments.revision("since"),
      first: call.arguments.count("first"))
    return .list(
      ListColumn(
        offsets: lists.offsets, elements: ChangeLayer(lists.batch).column(rows: lists.rows)))
  }
}

extension ArgumentValues {
  /// A revision that what is asked for comes after: not negative; 0 if it is absent or null.
  fileprivate func revision(_ name: String) throws(FieldError) -> Int64 {
    Int64(try count(name) ?? 0)
  }
}

/// The fields of `Change`.
func changeBindings(_ types: EntityTypes) -> [String: FieldResolver] {
  [
    "revision": changes { .ints(IntColumn($0.revisions)) },
    "time": changes { .encoded($0.times) },
    "actor": changes { .encoded($0.actors) },
    "action": changes { .encoded(EncodedColumn($0.actions.map(\.schemaName))) },
    "summary": changes { .encoded($0.summaries) },
    "subjectType": changes { batch in
      .encoded(EncodedColumn(batch.subjects.map { $0?.entity.typeName }))
    },
    "subjectId": changes { batch in
      .encoded(EncodedColumn(batch.subjects.map { subject in subject.map { "\($0.id)" } }))
    },
    "subject": FieldResolver { call in
      let subjects = call.source(as: ChangeLayer.self).batch.subjects
      return .abstract(
        try call.nodes(
          subjects.map { subject in subject.map { NodeID(entity: $0.entity, id: $0.id) } }, types))
    },
    "fields": FieldResolver { call in
      let batch = call.source(as: ChangeLayer.self).batch
      let rows = (0..<batch.fields.names.count).map { Int32($0) }
      let contents = LayerContents(count: rows.count, source: ChangeLayer(batch))
      return .list(
        ListColumn(
          offsets: [0] + batch.fieldEnds,
          elements: .objects(ObjectColumn(rows: rows, contents: contents))))
    },
  ]
}

/// The fields of `FieldChange`; their layer has the batch of the changes that they belong to.
func fieldChangeBindings() -> [String: FieldResolver] {
  [
    "name": changes { .encoded($0.fields.names) },
    "before": changes { .encoded($0.fields.before) },
    "after": changes { .encoded($0.fields.after) },
  ]
}

/// A column of the batch.
private func changes(
  _ column: @escaping @Sendable (ChangeBatch) -> LeafColumn
) -> FieldResolver {
  FieldResolver { call in .leaf(column(call.source(as: ChangeLayer.self).batch)) }
}

extension ChangeAction {
  /// The value of the schema's enum `ChangeAction`.
  fileprivate var schemaName: String { rawValue.uppercased() }
}
