/// Composes the statements of a list. Each selects the layout's columns, then what keysets need, then
/// the parent's place where there are several.
struct ListText {
  let tables: ListTables
  let layout: RowLayout
  /// The order in which the list is walked.
  let order: ListOrder
  let condition: ListCondition
  let needsKeysets: Bool

  /// The column of a parent's place in a statement over several.
  var parentColumn: Int {
    layout.count + (needsKeysets ? order.terms.count + 1 : 0)
  }

  /// One parent's records, or all: from the start, or one run after a place. The walk stays within
  /// `bound`, the runs after the place where it ends, seen from the other side.
  func page(_ segment: SeekSegment? = nil, bound: [SeekSegment] = []) -> SQLText {
    let parent = tables.parentKey.map { "\($0) = ?\(SQLText.parent)" }
    var sql = conditions(parent)
    if let segment { sql.addCondition { $0.append(segment.conditions) } }
    if !bound.isEmpty { sql.addCondition { $0.append(anyOf: bound) } }
    sql.text = "SELECT \(selection) FROM \(tables.tables())" + sql.text
    sql += " ORDER BY \(order.sql(from: segment?.firstTerm ?? 0))"
    sql += " LIMIT ?\(SQLText.limit) OFFSET ?\(SQLText.offset)"
    return sql
  }

  /// The records of several parents, parent after parent.
  func whole(_ walk: WholeWalk) -> SQLText {
    var sql = conditions("\(tables.parentKey ?? "") = j.value")
    let (index, sorting): (String?, String) =
      switch walk {
      case .inOrder(let index), .backwards(let index): (index, "")
      case .sorted: (nil, " ORDER BY j.key, \(order.sql())")
      }
    sql.text =
      "SELECT \(selection), j.key FROM json_each(?\(SQLText.parent)) j "
      + "CROSS JOIN \(tables.tables(index: index))" + sql.text + sorting
    return sql
  }

  private var selection: String {
    guard needsKeysets else { return layout.selection(tables.alias) }
    let values = (order.terms + [order.tie]).map(\.expression)
    return ([layout.selection(tables.alias)] + values).joined(separator: ", ")
  }

  private func conditions(_ parent: String?) -> SQLText {
    condition.clause(after: [parent, tables.standingCondition].compactMap { $0 })
  }
}

/// Composes the statements that count a list.
struct CountText {
  let tables: ListTables
  let condition: ListCondition

  /// One parent's records, or all.
  var one: SQLText {
    count(parent: "?\(SQLText.parent)")
  }

  /// The records of several parents: each one's place and count.
  var several: SQLText {
    var sql = count(parent: "j.value")
    sql.text = "SELECT j.key, (\(sql.text)) FROM json_each(?\(SQLText.parent)) j"
    return sql
  }

  private func count(parent: String) -> SQLText {
    let key = tables.parentKey.map { "\($0) = \(parent)" }
    var sql = condition.clause(after: [key, tables.standingCondition].compactMap { $0 })
    let counted = condition.isEmpty ? tables.countedTable : tables.tables()
    sql.text = "SELECT count(*) FROM \(counted)" + sql.text
    return sql
  }
}

extension ListCondition {
  /// The WHERE clause of this and other conditions; empty if there are none.
  func clause(after others: [String]) -> SQLText {
    var clause = sql
    let all = isEmpty ? others : others + [sql.text]
    clause.text = all.isEmpty ? "" : " WHERE " + all.joined(separator: " AND ")
    return clause
  }
}
