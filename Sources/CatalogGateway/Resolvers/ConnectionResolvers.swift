import CatalogStore
import Columns
import GraphQLExecution
import GraphQLSchema

/// One page per parent, as far as the selections ask for it.
final class ConnectionLayer {
  let arguments: PageArguments
  let list: ListKind
  /// Nil if only the total is asked for.
  let lists: RecordLists?
  /// Nil if it is not asked for.
  let totals: [Int64]?

  init(
    arguments: PageArguments, list: ListKind, lists: RecordLists?, totals: [Int64]?
  ) {
    self.arguments = arguments
    self.list = list
    self.lists = lists
    self.totals = totals
  }

  var page: RecordLists {
    guard let lists else { preconditionFailure("A page is read that was not looked ahead to") }
    return lists
  }

  /// One object for each of the pages, or for each of their entries.
  func column(count: Int) -> Column {
    let rows = (0..<count).map { Int32($0) }
    return .objects(
      ObjectColumn(rows: rows, contents: LayerContents(count: count, source: self)))
  }
}

/// The connection of a relation: without `first` and `last` it has all.
func connection(_ relation: Relation, as listing: Listing) -> FieldResolver {
  FieldResolver { call in
    let parents = call.records.ids
    return try call.connection(
      listing, defaultCount: nil,
      page: { try call.catalog.lists(relation, of: parents, $0, columns: $1) },
      totals: { try call.catalog.counts(relation, of: parents, filter: $0) })
  }
}

/// The connection of all records: without `first` and `last` a page of twenty.
func rootConnection(_ listing: Listing) -> FieldResolver {
  FieldResolver { call in
    try call.connection(
      listing, defaultCount: 20,
      page: { try call.catalog.list(listing.entity, $0, columns: $1) },
      totals: { [try call.catalog.count(listing.entity, filter: $0)] })
  }
}

extension FieldCall {
  /// Looks up the page and the total: at most one lookup each, and none that is not asked for.
  fileprivate func connection(
    _ listing: Listing, defaultCount: Int?,
    page: (ListQuery, ColumnSet) throws -> RecordLists, totals: (Predicate?) throws -> [Int64]
  ) throws -> Column {
    let query = try listing.unpagedQuery(arguments)
    let list = ListKind(entity: listing.entity, order: query.order)
    let pageArguments = try PageArguments(arguments, list: list)
    var pageQuery = pageArguments.paging(query, defaultCount: defaultCount)
    pageQuery.needsKeysets =
      lookahead.below("edges").selects("cursor") || lookahead.selects("pageInfo")
    let columns = columns(lookahead.below("nodes"))
      .union(columns(lookahead.below("edges").below("node")))
    let wantsPage = ["edges", "nodes", "pageInfo"].contains { lookahead.selects($0) }
    let layer = ConnectionLayer(
      arguments: pageArguments, list: list,
      lists: wantsPage ? try page(pageQuery, columns) : nil,
      totals: lookahead.selects("totalCount") ? try totals(query.filter) : nil)
    return layer.column(count: count)
  }
}

/// The fields of a connection.
func connectionBindings() -> [String: FieldResolver] {
  [
    "edges": FieldResolver { call in
      let layer = call.source(as: ConnectionLayer.self)
      return .list(
        ListColumn(
          offsets: layer.page.offsets, elements: layer.column(count: layer.page.rows.count)))
    },
    "nodes": FieldResolver { call in call.source(as: ConnectionLayer.self).page.column },
    "pageInfo": FieldResolver { call in
      call.source(as: ConnectionLayer.self).column(count: call.count)
    },
    "totalCount": FieldResolver { call in
      guard let totals = call.source(as: ConnectionLayer.self).totals else {
        preconditionFailure("A total is read that was not looked ahead to")
      }
      return .leaf(.ints(IntColumn(totals)))
    },
  ]
}

/// The fields of an edge; the layer has an object for each entry of all pages.
func edgeBindings() -> [String: FieldResolver] {
  [
    "cursor": FieldResolver { call in
      let layer = call.source(as: ConnectionLayer.self)
      let cursors = layer.page.keysets.map { $0.cursor(in: layer.list) }
      return .leaf(.encoded(EncodedColumn(cursors)))
    },
    "node": FieldResolver { call in
      let page = call.source(as: ConnectionLayer.self).page
      return page.batch.column(rows: page.rows)
    },
  ]
}

/// The fields of `PageInfo`, one object per page.
func pageInfoBindings() -> [String: FieldResolver] {
  [
    "hasNextPage": FieldResolver { call in
      let layer = call.source(as: ConnectionLayer.self)
      let isForward = layer.arguments.last == nil
      return booleans(call.count) {
        isForward ? layer.page.hasMore[$0] : layer.arguments.before != nil
      }
    },
    "hasPreviousPage": FieldResolver { call in
      let layer = call.source(as: ConnectionLayer.self)
      let isForward = layer.arguments.last == nil
      return booleans(call.count) {
        isForward ? layer.arguments.after != nil : layer.page.hasMore[$0]
      }
    },
    "startCursor": FieldResolver { call in
      call.source(as: ConnectionLayer.self).cursors { $0.first }
    },
    "endCursor": FieldResolver { call in
      call.source(as: ConnectionLayer.self).cursors { $0.last }
    },
  ]
}

extension ConnectionLayer {
  /// The cursor of one entry of each page, null for an empty page.
  fileprivate func cursors(_ entry: (Range<Int>) -> Int?) -> Column {
    let pages = page.offsets.indices.dropLast()
    let cursors = pages.map { parent in
      entry(page.entries(of: parent)).map { page.keysets[$0].cursor(in: list) }
    }
    return .leaf(.encoded(EncodedColumn(cursors)))
  }
}

private func booleans(_ count: Int, _ value: (Int) -> Bool) -> Column {
  var column = BooleanColumn()
  for row in 0..<count { column.append(value(row)) }
  return .leaf(.booleans(column))
}
