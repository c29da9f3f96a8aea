import CatalogStore
import GraphQLExecution
import GraphQLSchema

/// `Query.node` and `Query.nodes`: objects of any type by their global ids.
func nodeBindings(_ types: EntityTypes) -> [String: FieldResolver] {
  [
    "node": FieldResolver { call in
      try .abstract(call.nodes([call.arguments.text("nodeId").flatMap { NodeID($0) }], types))
    },
    "nodes": FieldResolver { call in
      guard case .list(let values) = call.arguments["nodeIds"] else {
        preconditionFailure("The schema requires nodeIds")
      }
      let ids = values.map { value -> NodeID? in
        guard case .string(let text) = value else { return nil }
        return NodeID(text)
      }
      let nodes = try call.nodes(ids, types)
      return .list(ListColumn(offsets: [0, ids.count], elements: .abstract(nodes)))
    },
  ]
}

/// The object types whose objects are records.
struct EntityTypes: Sendable {
  private let types: [Entity: TypeID]

  init(_ schema: Schema) {
    types = Dictionary(
      uniqueKeysWithValues: Entity.allCases.map { entity in
        guard let type = schema.typeID(named: entity.typeName) else {
          preconditionFailure("Schema.graphql has no type \(entity.typeName)")
        }
        return (entity, type)
      })
  }

  subscript(entity: Entity) -> TypeID {
    guard let type = types[entity] else { preconditionFailure("Every entity has a type") }
    return type
  }
}

extension FieldCall {
  /// The objects with ids, by one lookup for each type among them; null for what has none.
  func nodes(_ ids: [NodeID?], _ types: EntityTypes) throws -> AbstractColumn {
    var members: [AbstractColumn.Member] = []
    var memberIndices = Array(repeating: Int32(0), count: ids.count)
    var rows = Array(repeating: Int32(-1), count: ids.count)
    for entity in Entity.allCases {
      let places = ids.indices.filter { ids[$0]?.entity == entity }
      guard !places.isEmpty else { continue }
      let type = types[entity]
      let (batch, found) = try catalog.records(
        entity, ids: places.compactMap { ids[$0]?.id },
        columns: ColumnSet(rawValue: lookahead.requirements(on: type)))
      for (place, row) in zip(places, found) {
        memberIndices[place] = Int32(members.count)
        rows[place] = row
      }
      members.append(
        AbstractColumn.Member(type: type, contents: batch.contents))
    }
    return AbstractColumn(members: members, memberIndices: memberIndices, rows: rows)
  }
}
