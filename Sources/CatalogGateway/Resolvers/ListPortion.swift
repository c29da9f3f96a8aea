import CatalogStore
import GraphQLExecution

extension FieldCall {
  /// All records of an entity that a query asks for: as many as are wanted at once.
  func list(_ entity: Entity, _ query: ListQuery) throws -> Column {
    let columns = columns()
    guard let count = windowElements(query) else {
      return try catalog.list(entity, query, columns: columns).column
    }
    return try window(of: catalog.cursor(entity, query, columns: columns), count: count)
  }

  /// The related records of all objects: as many as are wanted at once.
  func lists(_ relation: Relation, _ query: ListQuery) throws -> Column {
    let columns = columns()
    let parents = records.ids
    if parents.count == 1, let count = windowElements(query) {
      return try window(
        of: catalog.cursor(relation, of: parents[0], query, columns: columns), count: count)
    }
    guard case .atMost(let elements) = portion else {
      return try catalog.lists(relation, of: parents, query, columns: columns).column
    }
    let lists = try catalog.lists(
      relation, of: parents, query, columns: columns, upTo: elements)
    guard let lists else { throw PortionExceeded() }
    return lists.column
  }

  /// How many elements a window has; nil where a list is to be whole, or cannot be longer than that.
  private func windowElements(_ query: ListQuery) -> Int? {
    guard case .window(let elements) = portion else { return nil }
    if let first = query.first, first <= elements { return nil }
    return elements
  }

  private func window(of cursor: RecordCursor, count: Int) throws -> Column {
    let (batch, hasMore) = try cursor.records(from: 0, count: count)
    let rest = ListRest { start, count in
      let (batch, hasMore) = try cursor.records(from: start, count: count)
      return ListRest.Window(elements: batch.everyRow, hasMore: hasMore)
    }
    return .list(
      ListColumn(
        offsets: [0, batch.count], elements: batch.everyRow,
        rest: hasMore ? rest : nil))
  }
}

extension RecordBatch {
  /// Each record once, in the order of the batch.
  fileprivate var everyRow: Column { column(rows: Array(0..<Int32(count))) }
}
