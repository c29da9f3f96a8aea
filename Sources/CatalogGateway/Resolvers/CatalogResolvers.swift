import CatalogStore
import Columns
import GraphQLExecution

/// The catalog as a whole, as one object.
final class CatalogLayer {
  let summary: CatalogSummary

  init(_ summary: CatalogSummary) {
    self.summary = summary
  }
}

/// `Query.catalog`: everything about the catalog in one lookup.
func catalogField() -> FieldResolver {
  FieldResolver { call in
    let layer = CatalogLayer(try call.catalog.summary())
    return .objects(ObjectColumn(rows: [0], contents: LayerContents(count: 1, source: layer)))
  }
}

/// The fields of `Catalog`.
func catalogFields() -> [String: FieldResolver] {
  [
    "packageCount": number(\.packageCount),
    "gridCount": number(\.gridCount),
    "categoryCount": number(\.categoryCount),
    "revision": number(\.revision),
    "modified": FieldResolver { call in
      .leaf(.encoded(EncodedColumn([call.source(as: CatalogLayer.self).summary.modified])))
    },
  ]
}

private func number(
  _ figure: @escaping @Sendable (CatalogSummary) -> Int64
) -> FieldResolver {
  FieldResolver { call in
    .leaf(.ints(IntColumn([figure(call.source(as: CatalogLayer.self).summary)])))
  }
}
