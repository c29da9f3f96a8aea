/// One term of an ORDER BY; nulls last, or first where the list is walked from its end.
struct SortTerm: Hashable {
  let expression: String
  var kind = ColumnKind.integer
  var isNullable = false
  var descending = false
  var nullsFirst = false

  /// The term of the same list walked from its end.
  var reversed: SortTerm {
    var copy = self
    copy.descending.toggle()
    copy.nullsFirst.toggle()
    return copy
  }

  /// The term in SQL. SQLite's nulls are smallest (sqlite.org/lang_select.html, The ORDER BY clause).
  var sql: String {
    let direction = descending ? "\(expression) DESC" : expression
    guard isNullable, descending == nullsFirst else { return direction }
    return direction + (nullsFirst ? " NULLS FIRST" : " NULLS LAST")
  }

  /// Whether a value may stand in a keyset for this term.
  func accepts(_ value: ColumnValue) -> Bool {
    switch (kind, value) {
    case (_, .null): isNullable
    case (.integer, .integer), (.boolean, .integer), (.text, .text), (.json, .text): true
    case (.integer, .text), (.boolean, .text), (.text, .integer), (.json, .integer): false
    }
  }
}

/// A total order of a list: its terms, and a tie-breaker that is never null nor twice the same.
struct ListOrder: Hashable {
  private(set) var terms: [SortTerm]
  private(set) var tie: SortTerm

  /// The order that a query asks for.
  init(_ order: [OrderTerm], of tables: ListTables) {
    (terms, tie) = tables.defaultOrder
    guard !order.isEmpty else { return }
    terms = []
    tie = SortTerm(expression: "\(tables.alias).id")
    for term in order {
      precondition(term.column.entity == tables.source.entity, "a list is ordered by its columns")
      let definition = term.column.comparable.definition
      let sort = SortTerm(
        expression: definition.expression(tables.alias), kind: definition.kind,
        isNullable: definition.isNullable, descending: term.descending)
      if term.column.index == 0 {
        // Nothing after the id can matter.
        tie = sort
        return
      }
      if !terms.contains(where: { $0.expression == sort.expression }) { terms.append(sort) }
    }
  }

  /// The order of the same list walked from its end.
  var reversed: ListOrder {
    var copy = self
    copy.terms = terms.map(\.reversed)
    copy.tie = tie.reversed
    return copy
  }

  /// The ORDER BY list, from a term on.
  func sql(from first: Int = 0) -> String {
    (terms[first...] + [tie]).map(\.sql).joined(separator: ", ")
  }

  /// Whether a keyset is a place in this order.
  func accepts(_ keyset: Keyset) -> Bool {
    keyset.values.count == terms.count
      && zip(terms, keyset.values).allSatisfy { $0.accepts($1) }
  }
}
