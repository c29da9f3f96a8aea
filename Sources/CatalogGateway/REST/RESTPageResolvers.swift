import CatalogStore
import Columns
import GraphQLExecution

/// A page of a list, once it is known how long the list is.
private final class PageLayer {
  let entity: Entity
  let count: Int64
  let limit: Int
  let offset: Int

  init(entity: Entity, count: Int64, limit: Int, offset: Int) {
    self.entity = entity
    self.count = count
    self.limit = limit
    self.offset = offset
  }
}

/// The fields of `Query` that give pages.
func pageBindings() -> [String: FieldResolver] {
  [
    "packagePage": page(of: .package), "gridPage": page(of: .grid),
    "categoryPage": page(of: .category),
  ]
}

/// The fields of a page.
func pageFieldBindings() -> [String: FieldResolver] {
  [
    "count": FieldResolver { call in
      .leaf(.ints(IntColumn([call.source(as: PageLayer.self).count])))
    },
    "next": FieldResolver { call in
      let page = call.source(as: PageLayer.self)
      let isLast = page.offset + page.limit >= page.count
      return .leaf(.encoded(EncodedColumn([isLast ? nil : call.arguments.text("link")])))
    },
    "previous": FieldResolver { call in
      .leaf(.encoded(EncodedColumn([call.arguments.text("link")])))
    },
    "results": FieldResolver { call in
      let page = call.source(as: PageLayer.self)
      // A place beyond the end is not worth walking to.
      guard page.offset < page.count else {
        let nothing = RecordBatch(emptyOf: page.entity).column(rows: [])
        return .list(ListColumn(offsets: [0, 0], elements: nothing))
      }
      return try call.catalog.list(
        page.entity, ListQuery(first: page.limit, offset: page.offset), columns: call.columns()
      ).column
    },
  ]
}

private func page(of entity: Entity) -> FieldResolver {
  FieldResolver { call in
    let layer = PageLayer(
      entity: entity, count: try call.catalog.count(entity),
      limit: try call.arguments.count("limit") ?? 0,
      offset: try call.arguments.count("offset") ?? 0)
    return .objects(ObjectColumn(rows: [0], contents: LayerContents(count: 1, source: layer)))
  }
}
