import CatalogStore
import GraphQLExecution
import GraphQLSchema

/// `Query.node` and `Query.nodes`: objects of any type by their global ids.
func nodeBindings(_ schema: Schema) -> [String: FieldResolver] {
  let types = Dictionary(
    uniqueKeysWithValues: Entity.allCases.map { entity in
      guard let type = schema.typeID(named: entity.typeName) else {
        preconditionFailure("Schema.graphql has no type \(entity.typeName)")
      }
      return (entity, type)
    })
  return [
    "node": FieldResolver { call in
      try .abstract(call.nodes([call.arguments.text("nodeId")], types))
    },
    "nodes": FieldResolver { call in
      guard case .list(let values) = call.arguments["nodeIds"] else {
        preconditionFailure("The schema requires nodeIds")
      }
      let texts = values.map { value -> String? in
        guard case .string(let text) = value else { return nil }
        return text
      }
      let nodes = try call.nodes(texts, types)
      return .list(ListColumn(offsets: [0, texts.count], elements: .abstract(nodes)))
    },
  ]
}

extension FieldCall {
  /// The objects with global ids, by one lookup for each type among them; null for what is no id.
  fileprivate func nodes(
    _ texts: [String?], _ types: [Entity: TypeID]
  ) throws -> AbstractColumn {
    let ids = texts.map { $0.flatMap { NodeID($0) } }
    var members: [AbstractColumn.Member] = []
    var memberIndices = Array(repeating: Int32(0), count: ids.count)
    var rows = Array(repeating: Int32(-1), count: ids.count)
    for entity in Entity.allCases {
      let places = ids.indices.filter { ids[$0]?.entity == entity }
      guard !places.isEmpty, let type = types[entity] else { continue }
      let (batch, found) = try catalog.records(
        entity, ids: places.compactMap { ids[$0]?.id },
        columns: ColumnSet(rawValue: lookahead.requirements(on: type)))
      for (place, row) in zip(places, found) {
        memberIndices[place] = Int32(members.count)
        rows[place] = row
      }
      members.append(
        AbstractColumn.Member(type: type, contents: RecordLayer(batch).contents))
    }
    return AbstractColumn(members: members, memberIndices: memberIndices, rows: rows)
  }
}
