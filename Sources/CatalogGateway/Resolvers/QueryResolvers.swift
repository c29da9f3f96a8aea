import CatalogStore
import Columns
import GraphQLExecution
import GraphQLSchema

/// The fields of `Query` that give packages, grids and categories.
func queryBindings() -> [String: FieldResolver] {
  [
    "package": one(.package, by: [.id, .slug, .repoUrl]),
    "packages": rootList(.packages),
    "packagesConnection": rootConnection(.packages),
    "grid": one(.grid, by: [.id, .slug]),
    "grids": rootList(.grids),
    "gridsConnection": rootConnection(.grids),
    "category": one(.category, by: [.id, .slug]),
    "categories": FieldResolver(faults: .none, givesWindows: true) { call in
      try call.list(.category, ListQuery())
    },
  ]
}

private func rootList(_ listing: Listing) -> FieldResolver {
  FieldResolver(faults: listing.faults, givesWindows: true) { call in
    try call.list(listing.entity, listing.query(call.arguments))
  }
}

/// The arguments that each find one record.
private enum UniqueArgument: String {
  case id, slug, repoUrl
}

/// One record by the one argument that is given.
private func one(_ entity: Entity, by arguments: [UniqueArgument]) -> FieldResolver {
  FieldResolver { call in
    let given = arguments.filter { (call.arguments[$0.rawValue] ?? .null) != .null }
    guard given.count == 1 else {
      let names = arguments.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      throw FieldError.badUserInput(
        "Exactly one of the arguments \(names) must be given, but \(given.count) are.")
    }
    guard let text = call.arguments.text(given[0].rawValue) else {
      throw FieldError.badUserInput("Argument \"\(given[0].rawValue)\" must be a text.")
    }
    let key: UniqueKey
    switch given[0] {
    case .id:
      guard let id = plainID(text) else { return .nulls(count: 1) }
      let (batch, rows) = try call.catalog.records(entity, ids: [id], columns: call.columns())
      return batch.column(rows: rows)
    case .slug: key = .slug(text)
    case .repoUrl: key = .repoURL(text)
    }
    let batch = try call.catalog.record(entity, where: key, columns: call.columns())
    return batch.column(rows: [batch.count > 0 ? 0 : -1])
  }
}
