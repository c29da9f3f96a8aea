import CatalogStore
import GraphQLExecution
import GraphQLSchema

/// `Query.search`: packages and grids by full text, in one lookup.
func searchBindings(_ schema: Schema) -> [String: FieldResolver] {
  ["search": search(schema, similar: false)]
}

/// A field that gives what a search finds; with `similar`, after what has the words also what has
/// a title or slug like them.
func search(_ schema: Schema, similar: Bool) -> FieldResolver {
  guard let package = schema.typeID(named: Entity.package.typeName),
    let grid = schema.typeID(named: Entity.grid.typeName)
  else { preconditionFailure("Schema.graphql has no type Package or Grid") }
  return FieldResolver { call in
    let hits = try call.catalog.search(
      call.arguments.text("query") ?? "", in: call.arguments.searchTargets, similar: similar,
      first: call.arguments.count("first") ?? Int.max,
      offset: call.arguments.count("offset") ?? 0,
      packageColumns: ColumnSet(rawValue: call.lookahead.requirements(on: package)),
      gridColumns: ColumnSet(rawValue: call.lookahead.requirements(on: grid)))
    return .list(
      ListColumn(
        offsets: [0, hits.hits.count],
        elements: .abstract(
          AbstractColumn(
            members: [
              AbstractColumn.Member(type: package, contents: hits.packages.contents),
              AbstractColumn.Member(type: grid, contents: hits.grids.contents),
            ],
            memberIndices: hits.hits.map { $0.entity == .package ? 0 : 1 },
            rows: hits.hits.map(\.row)))))
  }
}

extension ArgumentValues {
  /// `types`: everything if it is absent or null.
  fileprivate var searchTargets: SearchTargets {
    guard case .list(let types) = self["types"] else { return [.packages, .grids] }
    return types.reduce(into: []) { targets, type in
      targets.formUnion(type == .enum("PACKAGE") ? .packages : .grids)
    }
  }
}
