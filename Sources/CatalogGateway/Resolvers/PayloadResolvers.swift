import CatalogStore
import Columns
import GraphQLExecution

/// What one mutation did: the one object of its payload's layer.
final class PayloadLayer {
  let result: EditResult
  /// What the input said.
  let clientMutationID: String?

  init(_ result: EditResult, clientMutationID: String?) {
    self.result = result
    self.clientMutationID = clientMutationID
  }

  var column: Column {
    .objects(ObjectColumn(rows: [0], contents: LayerContents(count: 1, source: self)))
  }

  /// The object of a mutation that has one.
  var object: EditedObject {
    guard let object = result.objects.first else {
      preconditionFailure("The store has edited nothing, and said nothing")
    }
    return object
  }

  /// The revisions of what changed.
  var revisions: [Int64] { result.objects.compactMap(\.revision) }

  func count(of outcome: EditedObject.Outcome) -> Int64 {
    Int64(result.objects.count { $0.outcome == outcome })
  }
}

/// The payload of a mutation of one object, under its type's name.
func objectPayload(_ name: String) -> [String: FieldResolver] {
  [
    name: payload { payload, call in
      let object = payload.object
      let (batch, rows) = try call.catalog.records(
        object.entity, ids: [object.id], columns: call.columns())
      return batch.column(rows: rows)
    },
    "change": change(),
    "clientMutationId": clientMutationID(),
  ]
}

/// The payload of many creations and updates, under the plural of their type's name.
func upsertPayload(_ name: String) -> [String: FieldResolver] {
  [
    name: payload { payload, call in
      let objects = payload.result.objects
      // Of no objects the entity does not matter.
      let (batch, rows) = try call.catalog.records(
        objects.first?.entity ?? .package, ids: objects.map(\.id), columns: call.columns())
      return .list(
        ListColumn(
          offsets: [0, objects.count], elements: batch.column(rows: rows)))
    },
    "created": count(of: .created),
    "updated": count(of: .updated),
    "unchanged": count(of: .unchanged),
    "changes": payload { payload, call in
      let (batch, rows) = try call.catalog.changes(revisions: payload.revisions)
      return .list(
        ListColumn(offsets: [0, rows.count], elements: ChangeLayer(batch).column(rows: rows)))
    },
    "clientMutationId": clientMutationID(),
  ]
}

/// The payload of a deletion.
func deletePayload() -> [String: FieldResolver] {
  [
    "deletedId": payload { payload, _ in
      .leaf(.encoded(EncodedColumn(["\(payload.object.id)"])))
    },
    "change": change(),
    "clientMutationId": clientMutationID(),
  ]
}

/// The payload of a reversal.
func changePayload() -> [String: FieldResolver] {
  ["change": change(), "clientMutationId": clientMutationID()]
}

private func payload(
  _ resolve: @escaping @Sendable (PayloadLayer, FieldCall) throws -> Column
) -> FieldResolver {
  FieldResolver { call in try resolve(call.source(as: PayloadLayer.self), call) }
}

private func change() -> FieldResolver {
  payload { payload, call in
    guard let revision = payload.object.revision else { return .nulls(count: 1) }
    let (batch, rows) = try call.catalog.changes(revisions: [revision])
    return ChangeLayer(batch).column(rows: rows)
  }
}

private func clientMutationID() -> FieldResolver {
  payload { payload, _ in .leaf(.encoded(EncodedColumn([payload.clientMutationID]))) }
}

private func count(of outcome: EditedObject.Outcome) -> FieldResolver {
  payload { payload, _ in .leaf(.ints(IntColumn([payload.count(of: outcome)]))) }
}
